import { BracketId, fingerprint, MilestoneId, MilestoneTerms, type Wording } from '@entente/agreement'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { texts } from './arbitrary.testing.ts'
import { readText } from './read.ts'
import { bold, bracket, footnote, italic, li, link, ol, p, referenceTo, ul, underline } from './testing.ts'
import type { Block, Run, Text } from './text.ts'
import { textOf, wordingOf, type Content } from './wording.ts'
import { writeText } from './write.ts'

const milestone = (id: string, title = 'Withdrawal') => ({
  milestone: MilestoneId.parse(id),
  terms: MilestoneTerms.parse({
    title,
    performers: ['KES'],
    verifier: 'JMVC',
    due: { on: 'day', day: '2026-12-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }),
})

const content = (text: Text, rest: Partial<Content> = {}): Content => ({
  kind: 'operative',
  heading: 'Ceasefire',
  text,
  milestones: [],
  ...rest,
})
const wording = (...text: Text): Wording => wordingOf(content(text))
const nameOf = (text: Text, rest: Partial<Content> = {}) => fingerprint(wordingOf(content(text, rest)))

test('[wording-1] emphasis is not part of the wording', () => {
  expect(wording(p(bold('The '), 'Part', italic('ies'), underline(' shall withdraw.')))).toEqual(wording(p('The Parties shall withdraw.')))
})

test('[wording-2] white space is folded, and the ends of blocks trimmed', () => {
  expect(wording(p(' The\u00a0 Parties\n', '\tshall withdraw. '))).toEqual(wording(p('The Parties shall withdraw.')))
  expect(wording(p('see ', link('the map '), 'annexed'))).toEqual(wording(p('see', link(' the map'), ' annexed')))
  expect(wording(p('see', link(' the  map '), ' annexed')).blocks).toEqual([
    { type: 'paragraph', runs: [{ text: 'see ' }, { text: 'the map', link: 'https://example.org/' }, { text: ' annexed' }] },
  ])
  expect(wording(p(bracket(' 30 km')), p(bracket('15 km '), ' '))).toEqual(wording(p(bracket('30 km')), p(bracket('15 km'))))
})

test('[wording-2] white space folds on each side of a square bracket for itself, and a bracketed blank stays', () => {
  expect(nameOf([p('within [ ', bracket(' '), ' ] days')])).not.toBe(nameOf([p('within [  ] days')]))
  expect(wording(p('within ', bracket('   '), ' days')).blocks).toEqual(wording(p('within ', bracket(' '), ' days')).blocks)
  expect(wording(p(bracket('  '))).blocks).toEqual([{ type: 'paragraph', runs: [{ text: ' ', bracket: 'contested' }] }])
})

test('[wording-3] Unicode is composed over the whole block, also where a mark begins between a letter and its accent', () => {
  expect(wording(p('re', bold('\u0301union'))).blocks).toEqual([{ type: 'paragraph', runs: [{ text: 'réunion' }] }])
  expect(wording(p(link('re'), '\u0301union')).blocks).toEqual([
    { type: 'paragraph', runs: [{ text: 'ré', link: 'https://example.org/' }, { text: 'union' }] },
  ])
  expect(wording(p('ᄀ', link('ᅡ'), 'x')).blocks).toEqual([{ type: 'paragraph', runs: [{ text: '가x' }] }])
  expect(wording(p('q', link('\u0301x'))).blocks).toEqual([
    { type: 'paragraph', runs: [{ text: 'q\u0301' }, { text: 'x', link: 'https://example.org/' }] },
  ])
  expect(wording(p('\ud83d', link('\udd4a'))).blocks).toEqual([{ type: 'paragraph', runs: [{ text: '🕊' }] }])
  expect(wordingOf(content([], { heading: ' Cre\u0301ation  of a zone ' })).heading).toBe('Création of a zone')
})

test('[wording-4] blocks, items and lists that say nothing are left out', () => {
  expect(wording(p(), p('One'), ol(), ul(li(), li(p(' '))), ol(li(), li(p(), p('a'))), p('  '))).toEqual(wording(p('One'), ol(li(p('a')))))
})

test('[wording-5] ids of brackets and the order of milestones do not matter', () => {
  const [one, other] = [milestone('m1'), milestone('m2')]
  expect(nameOf([p(bracket('30 km', 'contested', 'b1'))])).toBe(nameOf([p(bracket('30 km', 'contested', 'b9'))]))
  expect(nameOf([], { milestones: [one, other] })).toBe(nameOf([], { milestones: [other, one] }))
})

test('[wording-6] every other difference is another wording', () => {
  const contents: readonly Content[] = [
    content([p('The Parties shall withdraw.')]),
    content([p('The Parties may withdraw.')]),
    content([p('The parties shall withdraw.')]),
    content([p('The Parties shall withdraw')]),
    content([p('The Parties shall\u200b withdraw.')]),
    content([p('The Parties \u202eshall withdraw.')]),
    content([p('The Parties shall\ufeff withdraw.')]),
    content([p('The Parties', ' shall ', 'with-draw.')]),
    content([p('The Parties '), p('shall withdraw.')]),
    content([p('The Parties [shall] withdraw.')]),
    content([p('The Parties ', bracket('shall'), ' withdraw.')]),
    content([p('The Parties ', bracket('shall', 'placeholder'), ' withdraw.')]),
    content([p('The Parties ', bracket('sh', 'contested', 'b1'), bracket('all', 'contested', 'b2'), ' withdraw.')]),
    content([p('The Parties ', link('shall'), ' withdraw.')]),
    content([p('The Parties ', link('shall', 'https://example.org/other'), ' withdraw.')]),
    content([p('The Parties ', bracket(link('shall')), ' withdraw.')]),
    content([p('The Parties ', bracket('s'), bracket(link('ha')), bracket('ll'), ' withdraw.')]),
    content([p('The Parties ', bracket('s'), bracket(link('ha'), 'contested', 'b2'), bracket('ll'), ' withdraw.')]),
    content([p('The Parties ', referenceTo('relief'), 'shall withdraw.')]),
    content([p('The Parties ', referenceTo('ceasefire'), 'shall withdraw.')]),
    content([p('The Parties ', referenceTo('relief'), referenceTo('relief'), 'shall withdraw.')]),
    content([p('The Parties ', footnote('As drawn.'), 'shall withdraw.')]),
    content([p('The Parties ', footnote('As mapped.'), 'shall withdraw.')]),
    content([p('The Parties \u2060shall withdraw.')]),
    content([ul(li(p('The Parties shall withdraw.')))]),
    content([ol(li(p('The Parties shall withdraw.')))]),
    content([ol(li(ol(li(p('The Parties shall withdraw.')))))]),
    content([ol(li(p('The Parties')), li(p('shall withdraw.')))]),
    content([ol(li(p('The Parties'), p('shall withdraw.')))]),
    content([ol(li(p('The Parties'))), ol(li(p('shall withdraw.')))]),
    content([p('The Parties shall withdraw.')], { kind: 'preambular' }),
    content([p('The Parties shall withdraw.')], { heading: 'Withdrawal' }),
    content([p('The Parties shall withdraw.')], { milestones: [milestone('m1')] }),
    content([p('The Parties shall withdraw.')], { milestones: [milestone('m1', 'Withdrawal of all forces')] }),
    content([p('The Parties shall withdraw.')], { milestones: [milestone('m2')] }),
    content([]),
  ]
  expect(new Set(contents.map((each) => fingerprint(wordingOf(each)))).size).toBe(contents.length)
})

test('half a character is no reason to fail: it is read as one that cannot be shown', () => {
  expect(nameOf([p('\ud83d', bold('x'), link('\udd4a'))])).toBe(nameOf([p('\ufffdx', link('\ufffd'))]))
})

test('[wording-7] a text that is written and read again has the wording it had', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const fragment = new Y.Doc().getXmlFragment('clause/a')
      writeText(fragment, text)
      expect(wordingOf(content(readText(fragment)))).toEqual(wordingOf(content(text)))
    }),
  )
})

test('a wording is its own canonical form', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const canonical = wordingOf(content(text))
      expect(wordingOf(content(textOf(canonical)))).toEqual(canonical)
    }),
  )
})

test('[wording-1] [wording-2] [wording-3] [wording-4] no emphasis, cut, decomposition, white space or empty block changes a wording', () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.nat({ max: 11 })), (text, choices) => {
      const choose = () => Number(choices.next().value)
      expect(wordingOf(content(retyped(text, choose)))).toEqual(wordingOf(content(text)))
    }),
    { numRuns: 400 },
  )
})

const BLANKS = [' ', '\u00a0', '\n', ' \t', '\u2003\u3000', '   ']

/** The same words as somebody else would have typed them. */
function retyped(blocks: Text, choose: () => number): Text {
  const again = blocks.map((block): Block => {
    if (block.type === 'list')
      return { ...block, items: [...block.items.map((item) => retyped(item, choose)), ...(choose() === 0 ? [[]] : [])] }
    const runs = block.runs.flatMap((run) => cut(emphasised(run, choose), choose)).map((run) => blanked(run, choose))
    return { type: 'paragraph', runs: choose() < 3 ? [{ text: '\t ' }, ...runs, { text: ' ' }] : runs }
  })
  return choose() === 0 ? [...again, p(' '), ol()] : again
}

function emphasised({ text, link: href, bracket: mark, reference, footnote }: Run, choose: () => number): Run {
  return {
    text: choose() < 6 ? text.normalize('NFD') : text,
    ...(choose() < 6 && { bold: true as const }),
    ...(href !== undefined && { link: href }),
    ...(reference !== undefined && { reference }),
    ...(footnote !== undefined && { footnote: `${footnote.normalize('NFD')} ` }),
    ...(mark !== undefined && { bracket: { ...mark, id: BracketId.parse(`${mark.id}-renamed`) } }),
  }
}

function cut(run: Run, choose: () => number): readonly Run[] {
  const characters = Array.from(run.text)
  const at = choose() % (characters.length + 1)
  return [characters.slice(0, at), characters.slice(at)].map((part) => ({ ...run, text: part.join('') }))
}

/** Only blanks that stand between words of the same run: at the edge of a bracket a blank more is a blank more. */
function blanked(run: Run, choose: () => number): Run {
  return { ...run, text: run.text.replace(/\p{White_Space}+/gu, () => BLANKS[choose() % BLANKS.length] ?? ' ') }
}
