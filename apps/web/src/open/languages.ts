/** The languages offered for a text: those of the United Nations first, then others talks are often held in. */
export const offeredLanguages = [
  'ar',
  'zh',
  'en',
  'fr',
  'ru',
  'es',
  'am',
  'de',
  'fa',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'my',
  'ps',
  'pt',
  'so',
  'sr',
  'sw',
  'tr',
  'uk',
  'ur',
] as const

const names = new Intl.DisplayNames('en', { type: 'language' })

/** "Ukrainian" for `uk`. */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag
}
