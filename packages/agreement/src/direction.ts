import type { Language } from './ids.ts'

/** Scripts written from the right that are in use today (ISO 15924). */
const FROM_THE_RIGHT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']

/** The way a language is written, from its script: Arabic, Hebrew and the other languages of their kind run from the right. */
export function directionOfLanguage(language: Language): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize()
  return script !== undefined && FROM_THE_RIGHT.includes(script) ? 'rtl' : 'ltr'
}
