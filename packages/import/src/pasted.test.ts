import type { Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { importLimits } from './limits.ts'
import { readPasted, type Pasted } from './pasted.ts'

function pasted(source: Parameters<typeof readPasted>[0]): Pasted {
  const read = readPasted(source)
  if (!('text' in read)) throw new Error(read.code)
  return read
}

/** The text as an outline: "all", "(", items and ")". Ordered lists begin with #. */
function told(text: Text): string {
  return text
    .map((block) =>
      block.type === 'paragraph'
        ? block.runs.map((run) => run.text).join('')
        : `${block.ordered ? '#' : '*'}[${block.items.map((item) => told(item)).join('; ')}]`,
    )
    .join(' ')
}

const lines = (...some: readonly string[]) => pasted({ lines: some.join('\r\n') })

test('[paste-3] typed labels become lists: (a) and (i) below each other, 1. where there are several, bullets', () => {
  expect(told(lines('The Parties shall:', '(a) cease, including', '(i) all firing;', '(ii) all attacks;', '(b) withdraw.').text)).toBe(
    'The Parties shall: #[cease, including #[all firing;; all attacks;]; withdraw.]',
  )
  expect(told(lines('Each of:', '1. fuel;', '(a) diesel', '2. food.').text)).toBe('Each of: #[fuel; #[diesel]; food.]')
  expect(told(lines('• fuel', '• food').text)).toBe('*[fuel; food]')
})

test('[paste-3] white space before the first word stays, so that it does not run into the word before', () => {
  expect(told(lines(' The Parties:', '(a) cease.').text)).toBe(' The Parties: #[cease.]')
})

test('[paste-3] the one number before a clause is not a word of it', () => {
  expect(told(lines('4. The Parties shall', '(a) cease;', '(b) withdraw.').text)).toBe('The Parties shall #[cease;; withdraw.]')
})

const word = (level: number, label: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`

test('[paste-3] lists of Word, of Google Docs and of a page keep their levels, and what Word draws is not words', () => {
  const fromWord = `<html><body><!--StartFragment--><p class=MsoNormal>The Parties shall:</p>${word(1, '(a)', 'cease')}${word(2, '(i)', 'firing')}${word(1, '(b)', 'withdraw')}${word(2, 'o', 'guns')}<!--EndFragment--></body></html>`
  expect(told(pasted({ html: fromWord }).text)).toBe('The Parties shall: #[cease #[firing]; withdraw *[guns]]')
  const fromDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>The Parties shall:</span></p><ol style="margin-top:0"><li dir="ltr" style="list-style-type:lower-alpha" aria-level="1"><p dir="ltr"><span>cease</span></p></li><ol><li style="list-style-type:lower-roman" aria-level="2"><p><span>firing</span></p></li></ol><li style="list-style-type:lower-alpha"><p><span style="font-style:italic">withdraw</span></p></li></ol></b>`
  expect(told(pasted({ html: fromDocs }).text)).toBe('The Parties shall: #[cease #[firing]; withdraw]')
  expect(told(pasted({ html: '<ul><li>fuel<ul><li>diesel</li></ul></li><li>food</li></ul>' }).text)).toBe('*[fuel *[diesel]; food]')
})

test('[paste-1] a deletion tracked by a word processor does not come back as words, nor does what is struck out by its look', () => {
  const struck = (html: string) => {
    const { text, struck: left } = pasted({ html })
    return [told(text), left]
  }
  expect(
    struck('<p>Weapons <del cite="mailto:x">shall not</del><ins>shall</ins> be <s>kept</s> <strike>withdrawn</strike> gone.</p>'),
  ).toEqual(['Weapons shall be gone.', true])
  expect(
    struck('<p>Go <span style="color:red;text-decoration:line-through">very <span>very</span> </span>soon.</p><p><s>All.</s></p>'),
  ).toEqual(['Go soon.', true])
  expect(struck('<p>Go <span style="text-decoration: none">soon</span>.</p>')).toEqual(['Go soon.', false])
})

test('[paste-1] labels drawn by Word, comments, scripts and styles are not words', () => {
  const html =
    '<!--StartFragment--><style>p{}</style><p class="MsoListParagraph">all firing;<!-- not this --></p><script>x()</script><p><![if !supportLists]>(b)<![endif]>all attacks</p>'
  expect(told(pasted({ html }).text)).toBe('all firing; all attacks')
})

test('[paste-7] emphasis that is written into the look of words is kept, as Google Docs and browsers write it', () => {
  const runs = (html: string) => pasted({ html }).text.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
  const docs = (look: string, words: string) => `<span style="font-size:11pt;color:#000000;${look}">${words}</span>`
  expect(
    runs(
      `<b style="font-weight:normal;" id="docs-internal-guid-2"><p dir="ltr">${docs('font-weight:400;font-style:normal', 'They ')}${docs('font-weight:700', 'shall')}${docs('font-weight:400;text-decoration:none', ' and ')}${docs('font-style:italic;text-decoration:underline', 'will')}</p></b>`,
    ),
  ).toEqual([{ text: 'They ' }, { text: 'shall', bold: true }, { text: ' and ' }, { text: 'will', italic: true, underline: true }])
  expect(runs('<strong>All <span style="font-weight: 400">but</span></strong> <em style="font-style: normal">one</em>')).toEqual([
    { text: 'All ', bold: true },
    { text: 'but one' },
  ])
  // What Word says of other scripts is not said of these words, and a link is underlined by nobody's wish.
  expect(
    runs(
      `<p style='mso-bidi-font-weight:bold;FONT-WEIGHT: Inherit'>Plain <a href="https://un.example/" style="text-decoration:underline"><u>here</u></a></p>`,
    ),
  ).toEqual([{ text: 'Plain ' }, { text: 'here', link: 'https://un.example/' }])
})

test('[paste-6] one paragraph keeps what is typed before its words, and the white space around them', () => {
  expect(told(pasted({ html: '<p>(a) cease</p>' }).text)).toBe('(a) cease')
  expect(told(pasted({ html: '<p>and so on</p>', lines: ' and so on ' }).text)).toBe(' and so on ')
})

test('[paste-4] tracked changes in the clipboard are counted by author, and the text reads as its author saw it', () => {
  const html = `<p>Weapons <del cite="mailto:A" title="A. Braun" datetime="2026-11-01T10:00">shall not</del><ins title="A. Braun">shall</ins> be withdrawn.</p><p>At once.</p>`
  const { text, authors } = pasted({ html })
  expect(told(text)).toBe('Weapons shall be withdrawn. At once.')
  expect(authors).toEqual([{ author: 'A. Braun', changes: 2 }])
})

test('[paste-5] several numbered paragraphs or headings read as clauses; a list, one number or one heading do not', () => {
  const clauses = ({ several }: Pasted) =>
    several?.sections.flatMap((section) => section.clauses.map(({ label, text }) => `${label} ${told(text)}`))
  expect(clauses(lines('4. The Parties cease fire.', '5. They withdraw:', '(a) guns;', '(b) mortars.'))).toEqual([
    '4. The Parties cease fire.',
    '5. They withdraw: #[guns;; mortars.]',
  ])
  expect(lines('The Parties:', '(a) cease;', '(b) withdraw.').several).toBeUndefined()
  expect(lines('4. The Parties cease fire.', 'At once.').several).toBeUndefined()
  const headed = pasted({ html: '<h2>Ceasefire</h2><p>The Parties cease fire.</p><h2>Withdrawal</h2><p>They withdraw.</p>' })
  expect(headed.several?.sections.map(({ heading }) => heading)).toEqual(['Ceasefire', 'Withdrawal'])
  const headings = pasted({ html: '<h2>Ceasefire</h2><h2>Withdrawal</h2>' })
  expect([headings.several, told(headings.text)]).toEqual([undefined, 'Ceasefire Withdrawal'])
})

test('[paste-3] more than anybody pastes is refused', () => {
  expect(readPasted({ lines: 'word '.repeat(importLimits.pastedCharacters) })).toMatchObject({ code: 'too-large' })
})
