/**
 * Words that the server carried from one text to another, when a clause was split, joined or duplicated: they keep their author.
 *
 * In the new place the words carry the server's clientID. Which words they were is known without guessing, because it is always the end of
 * one text (or all of it) that stands in the other afterwards, character for character.
 */
import type { Fact } from '@entente/agreement'
import type * as Y from 'yjs'
import { writersOf, type WrittenWords } from './attribution.ts'
import { rootName, type Root } from './root.ts'

/** Words went from one root to another. */
export type Carriage = { readonly from: Root; readonly to: Root }

/** From where to where the record says that words were carried. */
export function carriages(facts: Iterable<Fact>): readonly Carriage[] {
  return Array.from(facts).flatMap((fact): readonly Carriage[] => {
    switch (fact.kind) {
      case 'clause-split':
        return [{ from: { kind: 'clause', clause: fact.clause }, to: { kind: 'clause', clause: fact.into } }]
      case 'clause-joined':
        return [{ from: { kind: 'clause', clause: fact.next }, to: { kind: 'clause', clause: fact.clause } }]
      case 'clause-duplicated':
        return [{ from: { kind: 'clause', clause: fact.clause }, to: { kind: 'clause', clause: fact.copy } }]
      case 'amendment-incorporated':
        return fact.clause === undefined
          ? []
          : [{ from: { kind: 'amendment', amendment: fact.amendment }, to: { kind: 'clause', clause: fact.clause } }]
      default:
        return []
    }
  })
}

type Character = { readonly text: string; readonly client: number; readonly clock: number }

export type Carrier = {
  /** To be called around every change that the server made. */
  readonly watch: (change: () => void) => void
  /** The same words, those that were carried under the clientID of their author. */
  readonly writers: (written: readonly (readonly WrittenWords[])[]) => readonly (readonly WrittenWords[])[]
}

export function openCarrier(doc: Y.Doc, ways: readonly Carriage[]): Carrier {
  const authors = new Map<string, Character>()
  const charactersOf = (root: Root) => writersOf(doc.getXmlFragment(rootName(root))).flatMap((words) => words.flatMap(apart))
  const authorOf = (character: Character) => authors.get(key(character)) ?? character

  return {
    watch(change) {
      const before = ways.map(({ from, to }) => ({ from: charactersOf(from), had: new Set(charactersOf(to).map(key)) }))
      change()
      ways.forEach(({ to }, index) => {
        const { from = [], had } = before[index] ?? {}
        const come = charactersOf(to).filter((character) => had?.has(key(character)) === false && !authors.has(key(character)))
        const length = Math.min(come.length, from.length)
        const [arrived, left] = [come.slice(come.length - length), from.slice(from.length - length)]
        if (length === 0 || arrived.some(({ text }, at) => text !== left[at]?.text)) return
        arrived.forEach((character, at) => {
          const source = left[at]
          if (source !== undefined) authors.set(key(character), authorOf(source))
        })
      })
    },
    writers(written) {
      if (authors.size === 0) return written
      return written.map((paragraph) => together(paragraph.flatMap(apart).map(authorOf)))
    },
  }
}

function apart({ text, client, clock }: WrittenWords): readonly Character[] {
  return Array.from({ length: text.length }, (_, at) => ({ text: text.charAt(at), client, clock: clock + at }))
}

function together(characters: readonly Character[]): readonly WrittenWords[] {
  const words: WrittenWords[] = []
  for (const { text, client, clock } of characters) {
    const last = words.at(-1)
    if (last?.client === client && last.clock + last.text.length === clock) words[words.length - 1] = { ...last, text: last.text + text }
    else words.push({ text, client, clock })
  }
  return words
}

function key({ client, clock }: Character): string {
  return `${client}:${clock}`
}
