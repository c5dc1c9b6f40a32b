/** Entente as it is shipped: the server, the built web app, and the others as real connections of their own. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NegotiationId, tableOf, type ClauseId } from '@entente/agreement'
import { rootName, typeText } from '@entente/draft'
import { start } from '@entente/server/start'
import { openSqliteStore } from '@entente/store/sqlite'
import { connectRoom } from '@entente/sync/client'
import { delegate, socketFrom, type Delegate } from '../../stories/delegate.ts'
import type { EditorTarget } from './target.ts'
import { clauseText, type Size } from './text.ts'

const VESNA = NegotiationId.parse('vesna-valley')
const built = join(import.meta.dirname, '../../../apps/web/dist')
/** Who writes the text, who types in the page, and the seats the others sit in. */
const CHAIR = 'u-chair'
const TYPIST = 'u-kes1'
const OTHERS = ['u-orl1', 'u-mer1', 'u-kes1']
/** How long anything here may take, in milliseconds. */
const PATIENCE = 60_000

export async function entente(size: Size): Promise<EditorTarget> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('The web app is not built: run `node scripts/build-web.ts` first')
  const data = await mkdtemp(join(tmpdir(), 'entente-bench-'))
  const serving = await start({
    demo: true,
    settings: { port: 0, host: '127.0.0.1', data, origins: [], basePath: '', logLevel: 'silent', secureCookie: false },
    store: openSqliteStore({ path: join(data, 'entente.db') }),
    log: () => undefined,
    web: built,
  })
  const { origin } = serving
  const people: Delegate[] = []
  const sit = async (seat: string): Promise<Delegate> => {
    const answer = await fetch(`${origin}/api/demo/seats`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ negotiation: VESNA, seat }),
    })
    const { token } = (await answer.json()) as { token: string }
    const room = connectRoom({ url: `${origin.replace('http', 'ws')}/sync`, room: tableOf(VESNA), token, WebSocket: socketFrom(origin) })
    const person = delegate(room, token)
    people.push(person)
    await person.until(({ loaded, connection }) => loaded && connection.is === 'live', PATIENCE)
    return person
  }

  // Every connection listens for the end of the process.
  process.setMaxListeners(0)
  const chair = await sit(CHAIR)
  const clauses = await bringIn(chair, size)
  const others = await Promise.all(Array.from({ length: size.others }, (_, index) => sit(OTHERS[index % OTHERS.length] ?? CHAIR)))
  await Promise.all(others.map(({ until }) => until(({ readings }) => clauses.every((clause) => readings.has(clause)), PATIENCE)))
  const middle = clauses[Math.floor(clauses.length / 2)]
  return {
    name: 'entente',
    async open(page) {
      await page.goto(`${origin}/n/${VESNA}#as=${TYPIST}`)
      await page
        .locator(`section[data-clause="${clauses.at(-1) ?? ''}"] [data-words]`)
        .first()
        .waitFor({ state: 'attached' })
    },
    async enter(page) {
      const words = page.locator(`section[data-clause="${middle ?? ''}"] [data-words]`).first()
      await words.scrollIntoViewIfNeeded()
      await words.click()
      await page
        .locator(`section[data-clause="${middle ?? ''}"]`)
        .getByRole('textbox', { name: /^Text of/ })
        .waitFor()
    },
    otherTypes(other) {
      const person = others[other % others.length]
      const clause = clauses[other % clauses.length]
      if (clause !== undefined && clause !== middle) person?.insert(clause, 0, 'x')
    },
    async close() {
      for (const { room } of people) room.close()
      await serving.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** The chair adds the clauses in one statement and types their words. */
async function bringIn({ room, submit, until }: Delegate, size: Size): Promise<readonly ClauseId[]> {
  const before = new Set(room.view().negotiation.clauses.map(({ clause }) => clause))
  const added = Array.from({ length: size.clauses }, () => ({ kind: 'operative', heading: '' }))
  const answer = await submit('text.bring-in', { sections: [{ heading: 'Measured', clauses: added }] })
  if (!answer.ok) throw new Error(answer.refusal.code)
  const clauses = room.view().negotiation.clauses.flatMap(({ clause }) => (before.has(clause) ? [] : [clause]))
  for (const [index, clause] of clauses.entries()) {
    typeText(room.doc().getXmlFragment(rootName({ kind: 'clause', clause })), clauseText(index, size))
    if (index % 20 === 19) await until(({ unsaved }) => unsaved === 0, PATIENCE)
  }
  await until(({ unsaved }) => unsaved === 0, PATIENCE)
  return clauses
}
