import { expect, test } from 'vitest'
import { fileNameOf } from './save-file.ts'

test('the name of a download is the one with every letter, else the plain one, and never a path', () => {
  expect(fileNameOf('attachment; filename="text.docx"')).toBe('text.docx')
  expect(fileNameOf(`attachment; filename="evidence"; filename*=UTF-8''D%C3%A9p%C3%B4t%203.pdf`)).toBe('Dépôt 3.pdf')
  expect(fileNameOf(`attachment; filename*=UTF-8''..%2Fx`)).toBeUndefined()
  expect(fileNameOf(`attachment; filename*=UTF-8''%E0%A4%A`)).toBeUndefined()
  expect(fileNameOf(null)).toBeUndefined()
})
