/** Where a clause can be split: before each paragraph or item, before each sentence, and where the caret stands. */
import { afterSpace, cutText, type Text } from '@entente/agreement'
import { paragraphsOf } from '@entente/draft'

export type SplitPlace = {
  /** In the bare text, in UTF-16 units. */
  readonly at: number
  readonly before: 'paragraph' | 'sentence' | 'caret'
  /** The first words of what would be the new clause. */
  readonly words: string
}

/** How many characters of the words are shown. */
const SHOWN = 60

/** The places in the order of the text; the caret's first, if it stands at none of the others. */
export function splitPlaces(text: Text, language: string, caret?: number): readonly SplitPlace[] {
  const places = new Map<number, SplitPlace>()
  const put = (at: number, before: SplitPlace['before']) => {
    const place = afterSpace(text, at)
    const cut = cutText(text, place)
    if (cut !== undefined && !places.has(place)) places.set(place, { at: place, before, words: opening(cut.second) })
  }
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' })
  let start = 0
  for (const paragraph of paragraphsOf(text)) {
    const words = paragraph.runs.map((run) => run.text).join('')
    put(start, 'paragraph')
    for (const { index } of sentences.segment(words)) if (index > 0) put(start + index, 'sentence')
    start += words.length + 1
  }
  if (caret !== undefined) put(caret, 'caret')
  const found = [...places.values()]
  return [...found.filter(({ before }) => before === 'caret'), ...found.filter(({ before }) => before !== 'caret')]
}

function opening(text: Text): string {
  const first = paragraphsOf(text)
    .map(({ runs }) =>
      runs
        .map((run) => run.text)
        .join('')
        .trim(),
    )
    .find((line) => line !== '')
  const characters = Array.from(first ?? '')
  return characters.length <= SHOWN ? (first ?? '') : `${characters.slice(0, SHOWN).join('').trimEnd()} …`
}
