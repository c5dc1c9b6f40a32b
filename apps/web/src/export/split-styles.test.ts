import { expect, test } from 'vitest'
import { splitStyles } from './split-styles.ts'

test('[preview-1] the preview is the document itself: only its style sheet is handed over separately', () => {
  expect(splitStyles('<html><head><style>p{color:red}</style></head><body><p>Words</p></body></html>')).toEqual({
    html: '<html><head></head><body><p>Words</p></body></html>',
    css: 'p{color:red}',
  })
})
