/** The rolling text goes to a word processor with its amendments as tracked changes and its discussions as comments, and comes back. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainText, readRoot, type Text } from '@entente/draft'
import { inFolder, libreOffice } from '@entente/export/testing'
import { readFile, type Imported } from '@entente/import'
import { expect, test } from 'vitest'
import type { Delegate } from './delegate.ts'
import { openHouse, VESNA } from './house.ts'

const p = (text: string): Text => [{ type: 'paragraph', runs: [{ text }] }]

async function tables({ room, fingerprint }: Delegate, clause: string, text: Text): Promise<void> {
  expect(await room.submit('amendment.table', { clause, on: fingerprint(clause), text })).toEqual({ ok: true })
}

function readingsOf(bytes: Uint8Array): Readonly<Record<string, readonly string[]>> {
  const answer = readFile('text.docx', bytes)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const found: Record<string, string[]> = {}
  for (const { author, text } of clauses(answer.imported).flatMap(({ readings }) => readings)) (found[author] ??= []).push(plainText(text))
  return found
}

const clauses = ({ sections }: Imported) => sections.flatMap((section) => section.clauses)

test('[export-33] amendments are tracked changes under the names of their delegations, which two other programs read back', async () => {
  const house = await openHouse()
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  const words = plainText(readRoot(kestria.room.doc(), { kind: 'clause', clause: 'c8' as never }))
  const kestrian = words.replace('electricity', 'light')
  const orlavian = words.replace('medical care', 'medical care, and of schools')
  expect(new Set([words, kestrian, orlavian]).size).toBe(3)
  await tables(kestria, 'c8', p(kestrian))
  await tables(orlava, 'c8', p(orlavian))
  expect(await orlava.submit('thread.open', { clause: 'c8', text: 'Schools were in our mandate.' })).toEqual({ ok: true })

  const token = await house.token('u-kes1')
  const query = 'what=rolling&format=docx&tracked=true&comments=true&positions=false&milestones=false'
  const answer = await house.fetch(`/api/negotiations/${VESNA}/export?${query}`, { token })
  expect(answer.status).toBe(200)
  const file = new Uint8Array(await answer.arrayBuffer())

  const ours = readingsOf(file)
  expect(ours['Kestria']).toContainEqual(expect.stringContaining(kestrian))
  expect(ours['Orlava']).toContainEqual(expect.stringContaining(orlavian))

  // LibreOffice opens it, knows whose changes they are, and writes them down again.
  const again = inFolder((folder) => {
    writeFileSync(join(folder, 'text.docx'), file)
    libreOffice(folder, ['--convert-to', 'odt', join(folder, 'text.docx')])
    libreOffice(folder, ['--convert-to', 'docx:MS Word 2007 XML', join(folder, 'text.odt')])
    return readFileSync(join(folder, 'text.docx'))
  })
  const theirs = readingsOf(again)
  expect(theirs['Kestria']).toContainEqual(expect.stringContaining(kestrian))
  expect(theirs['Orlava']).toContainEqual(expect.stringContaining(orlavian))
  const read = readFile('text.docx', again)
  const remarks = read.ok ? clauses(read.imported).flatMap((clause) => clause.remarks.map(({ remark }) => remark.text)) : []
  expect(remarks.join('\n')).toContain('Schools were in our mandate.')
})
