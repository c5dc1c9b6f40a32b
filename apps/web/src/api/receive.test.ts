import { afterEach, expect, test, vi } from 'vitest'
import { fileNameOf, receive } from './receive.ts'

vi.mock(import('../app/base.ts'), () => ({ api: (path) => path }))
afterEach(() => vi.unstubAllGlobals())

function answers(response: Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(response))
}

test('[fault-2] a file comes with its name, and one that breaks off in the middle is no file', async () => {
  answers(new Response('words', { headers: { 'content-disposition': 'attachment; filename="text.md"' } }))
  const whole = await receive('/file', {})
  expect(whole).toMatchObject({ ok: true, value: { name: 'text.md' } })
  expect(whole.ok && (await whole.value.blob.text())).toBe('words')
  const pull = (controller: ReadableStreamDefaultController) => controller.error(new TypeError('network error'))
  answers(new Response(new ReadableStream({ pull })))
  expect(await receive('/file', {})).toEqual({ ok: false, fault: { kind: 'unreachable' } })
  answers(Response.json({ code: 'not-found' }, { status: 404 }))
  expect(await receive('/file', {})).toMatchObject({ ok: false, fault: { kind: 'refused', code: 'not-found' } })
})

test('[fault-2] the name of a file is the one with every letter, else the plain one, and never a path', () => {
  expect(fileNameOf('attachment; filename="text.docx"')).toBe('text.docx')
  expect(fileNameOf(`attachment; filename="evidence"; filename*=UTF-8''D%C3%A9p%C3%B4t%203.pdf`)).toBe('Dépôt 3.pdf')
  expect(fileNameOf('attachment; filename="../x"')).toBeUndefined()
  expect(fileNameOf(`attachment; filename*=UTF-8''..%2Fx`)).toBeUndefined()
  expect(fileNameOf(`attachment; filename*=UTF-8''%E0%A4%A`)).toBeUndefined()
  expect(fileNameOf(null)).toBeUndefined()
})
