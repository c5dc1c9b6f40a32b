import { expect, test } from 'vitest'
import { fileNameOf } from './save-file.ts'
import { splitStyles } from './split-styles.ts'

test('[preview-1] the preview is the document itself: only its style sheet is handed over separately', () => {
  expect(splitStyles('<html><head><style>p{color:red}</style></head><body><p>Words</p></body></html>')).toEqual({
    html: '<html><head></head><body><p>Words</p></body></html>',
    css: 'p{color:red}',
  })
})

test('the name of a file comes from the server, without a path', () => {
  expect(fileNameOf('attachment; filename="vesna-valley-rolling.pdf"')).toBe('vesna-valley-rolling.pdf')
  expect(fileNameOf('attachment; filename="../x"')).toBeUndefined()
  expect(fileNameOf(null)).toBeUndefined()
})
