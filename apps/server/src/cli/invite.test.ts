import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NegotiationId } from '@entente/agreement'
import { hashToken } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '../settings.ts'
import { importFile } from './import.ts'
import { invite } from './invite.ts'
import { DATABASE } from './stored.ts'

function folder() {
  const data = mkdtempSync(join(tmpdir(), 'entente-invite-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const read = readSettings({ ENTENTE_DATA: data, ENTENTE_ORIGIN: 'https://talks.example' }, data)
  if (!read.ok) throw new Error(read.problems.join())
  const lines: string[] = []
  const out = { say: (line: string) => void lines.push(line), note: () => undefined }
  const ask = async (negotiation?: string, seat?: string) => {
    lines.length = 0
    return { exit: await invite(negotiation, seat, read.settings, out), lines: [...lines] }
  }
  return { data, ask, settings: read.settings, out }
}

test('[invite-1] the operator makes a new link for a seat, which is then the only one, or for somebody who opens negotiations', async () => {
  const { data, ask, settings, out } = folder()
  await importFile(fileURLToPath(new URL('../../../../samples/vesna-valley.json', import.meta.url)), settings, out)
  expect((await ask('vesna-valley')).lines).toContain('u-kes1\tKES\thead\tHalyna Marenko')
  const [link = ''] = (await ask('vesna-valley', 'u-kes1')).lines
  const [founder = ''] = (await ask()).lines
  const store = openSqliteStore({ path: join(data, DATABASE) })
  const open = (await store.signIn.invitations(NegotiationId.parse('vesna-valley'))).filter(
    ({ seat, state }) => seat === 'u-kes1' && state.is === 'open',
  )
  const secret = (url: string) => hashToken(url.replace('https://talks.example/join#', ''))
  expect(open.map(({ hash }) => hash)).toEqual([secret(link)])
  expect(await store.signIn.invitation(secret(founder))).toMatchObject({ purpose: 'founder', state: { is: 'open' } })
  await store.close()
})

test('[invite-1] a seat or a negotiation that is not there is said', async () => {
  const { ask, settings, out } = folder()
  await importFile(fileURLToPath(new URL('../../../../samples/vesna-valley.json', import.meta.url)), settings, out)
  for (const wrong of [['no-such'], ['no-such', 'u-kes1'], ['vesna-valley', 'u-nobody'], ['../x']])
    expect(await ask(...wrong)).toEqual({ exit: 1, lines: [] })
})
