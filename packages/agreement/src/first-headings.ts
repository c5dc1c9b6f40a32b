import type { Language } from './ids.ts'

type Headings = { readonly preamble: string; readonly operative: string }

const ENGLISH: Headings = { preamble: 'Preamble', operative: 'Operative part' }

/** As the United Nations call the two parts of a resolution in their other official languages. */
const OTHERS: ReadonlyMap<string, Headings> = new Map([
  ['ar', { preamble: 'الديباجة', operative: 'المنطوق' }],
  ['es', { preamble: 'Preámbulo', operative: 'Parte dispositiva' }],
  ['fr', { preamble: 'Préambule', operative: 'Dispositif' }],
  ['ru', { preamble: 'Преамбула', operative: 'Постановляющая часть' }],
  ['zh', { preamble: '序言部分', operative: '执行部分' }],
])

/** The headings of the two sections a text begins with: in its language where it is one of the six, else in English. The table can change them. */
export function firstHeadings(language: Language): Headings {
  return OTHERS.get(new Intl.Locale(language).language) ?? ENGLISH
}
