import { expect, test } from 'vitest'
import { directionOfLanguage } from './direction.ts'
import { Language } from './ids.ts'

const directions = (languages: string) => new Set(languages.split(' ').map((language) => directionOfLanguage(Language.parse(language))))

test('languages written from the right, and from the left', () => {
  expect(directions('ar he fa ur ps')).toEqual(new Set(['rtl']))
  expect(directions('en uk ru zh am sr-Latn')).toEqual(new Set(['ltr']))
})
