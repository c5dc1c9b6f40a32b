/** Files made to hurt whoever opens them: refused with a code, quickly, without unpacking them. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importLimits } from './limits.ts'
import { readFile } from './read-file.ts'
import { docx, p, relationships } from './testing.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const codeOf = (name: string, bytes: Uint8Array) => {
  const answer = readFile(name, bytes)
  return answer.ok ? 'taken' : answer.refusal.code
}

test('[X4] a document that would load a template or a picture from elsewhere is refused; a link is not loaded', () => {
  const withTarget = (kind: string) =>
    docx(p('1. Ports open.'), {
      'word/_rels/document.xml.rels': relationships(
        `<Relationship Id="r2" Type="${OFFICE}/${kind}" Target="http://example.org/x" TargetMode="External"/>`,
      ),
    })
  expect(codeOf('a.docx', withTarget('image'))).toBe('external')
  expect(codeOf('a.docx', withTarget('hyperlink'))).toBe('taken')
  const template = relationships(`<Relationship Id="r1" Type="${OFFICE}/attachedTemplate" Target="file:///x.dotm" TargetMode="External"/>`)
  expect(codeOf('a.docx', docx(p('1. Ports open.'), { 'word/_rels/settings.xml.rels': template }))).toBe('external')
})

test('[X4] a field that runs a command is refused, also when its name is cut into pieces', () => {
  const field = (pieces: readonly string[]) =>
    docx(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>${p('Words')}`,
    )
  expect(codeOf('a.docx', field(['DDEAUTO c:\\\\cmd.exe']))).toBe('command-field')
  expect(codeOf('a.docx', field(['DDE', 'AUTO c:\\\\cmd.exe']))).toBe('command-field')
  expect(codeOf('a.docx', docx(`<w:p><w:fldSimple w:instr="DDE cmd"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>`))).toBe('command-field')
})

test('[X4] macros are refused', () => {
  expect(codeOf('a.docx', docx(p('Words'), { 'word/vbaProject.bin': 'x' }))).toBe('macros')
  expect(codeOf('a.docm', docx(p('Words')))).toBe('macros')
})

test('[X5] a document type is refused before any entity of it grows or is fetched', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`
  expect(codeOf('a.xml', strToU8(`<?xml version="1.0"?>${laughs}<akomaNtoso>&b;</akomaNtoso>`))).toBe('document-type')
  expect(codeOf('a.docx', docx('', { 'word/document.xml': `${laughs}<x/>` }))).toBe('document-type')
  const fetched = `<!DOCTYPE x SYSTEM "file:///etc/passwd">`
  expect(codeOf('a.xml', strToU8(`${fetched}<akomaNtoso/>`))).toBe('document-type')
})

test('[X5] names that lead out of the package and packages in packages are refused', () => {
  for (const name of ['../evil.xml', 'word/../../evil.xml', '/etc/passwd', 'C:\\evil.xml', 'word\\evil.xml']) {
    expect(codeOf('a.docx', docx(p('Words'), { [name]: 'x' }))).toBe('unsafe-part')
  }
  expect(codeOf('a.docx', docx(p('Words'), { 'word/inner.zip': zipSync({ a: strToU8('x') }) }))).toBe('unsafe-part')
})

test('[X5] a bomb is refused by its directory, within a second and without unpacking it', () => {
  const bomb = docx(p('Words'), { 'word/media/image1.xml': new Uint8Array(importLimits.partBytes - 1) })
  expect(bomb.byteLength).toBeLessThan(100_000)
  const before = performance.now()
  expect(codeOf('a.docx', bomb)).toBe('bomb')
  expect(performance.now() - before).toBeLessThan(1_000)
  expect(codeOf('a.docx', docx(p('Words'), { 'word/huge.xml': new Uint8Array(importLimits.partBytes + 1) }))).toBe('too-large')
  const many = Object.fromEntries(Array.from({ length: importLimits.parts }, (_, index) => [`word/part${index}.xml`, 'x']))
  expect(codeOf('a.docx', docx(p('Words'), many))).toBe('too-large')
})

test('[X5] a part that lies about its size takes no more memory than it said', () => {
  const honest = docx(p(`1. ${Array.from({ length: 50_000 }, (_, index) => `Port ${index} opens. `).join('')}`))
  const lying = honest.slice()
  const view = new DataView(lying.buffer)
  // The uncompressed size in the central directory stands 24 bytes after the signature of each entry.
  for (let at = 0; at + 46 < lying.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100_000) view.setUint32(at + 24, 1_000, true)
  }
  expect(codeOf('a.docx', honest)).toBe('taken')
  expect(codeOf('a.docx', lying)).toBe('unreadable')
})

test('[X5] elements without end or nested without end are refused', () => {
  expect(codeOf('a.docx', docx('<w:sdt>'.repeat(importLimits.depth + 10)))).toBe('too-large')
  expect(codeOf('a.html', strToU8(`${'<div>'.repeat(5_000)}words`))).toBe('too-large')
})

test('[X1] scripts, styles and addresses that run something never become words or links', () => {
  const html = `<script>alert(1)</script><style>p{}</style><p onclick="x()">1. Ports <a href="javascript:alert(1)">open</a> <a href="https://example.org/">now</a>.</p><svg><text>drawn</text></svg>`
  const answer = readFile('a.html', strToU8(html))
  expect(answer).toMatchObject({ ok: true })
  const said = JSON.stringify(answer)
  expect(said).not.toMatch(/alert|javascript|onclick|drawn/)
  expect(said).toContain('https://example.org/')
})

test('[file-4] files that are not what their name says, and encrypted ones, are refused with what is wrong', () => {
  expect(codeOf('a.docx', strToU8('no package'))).toBe('unreadable')
  expect(codeOf('a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('encrypted')
  expect(codeOf('a.docx', zipSync({ 'a.txt': strToU8('x') }))).toBe('unreadable')
  expect(codeOf('a.html', new Uint8Array([0x31, 0x2e, 0x20, 0xff, 0xfe, 0xfd]))).toBe('unreadable')
  expect(codeOf('a.pdf', strToU8('%PDF'))).toBe('unknown-kind')
  expect(codeOf('a.xml', strToU8('<a><b></a>'))).toBe('unreadable')
  expect(codeOf('a.xml', strToU8('<akomaNtoso/>'))).toBe('unreadable')
})
