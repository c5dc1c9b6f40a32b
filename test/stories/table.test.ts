/** The table, end to end: two delegations over real sockets, with the server as it is shipped. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { socketFrom, type Delegate } from './delegate.ts'
import { openHouse, VESNA } from './house.ts'

const saved = (view: { readonly unsaved: number }) => view.unsaved === 0

test('[table-1] two delegations type in one clause at once, and both texts survive on both sides', async () => {
  const house = await openHouse()
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  kestria.insert('c6', 0, 'AAA ')
  orlava.insert('c6', orlava.words('c6').length, ' ZZZ')
  await Promise.all([kestria.until(() => kestria.words('c6').includes('ZZZ')), orlava.until(() => orlava.words('c6').includes('AAA'))])
  await Promise.all([kestria.until(saved), orlava.until(saved)])
  expect(kestria.words('c6')).toBe(orlava.words('c6'))
})

test('[table-2] consent lapses for everybody when the words change, names the hand, and is restored with the words', async () => {
  const house = await openHouse()
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  expect(kestria.status('c8')).toBe('agreed')
  const was = kestria.words('c8')
  orlava.insert('c8', 0, 'Perhaps ')
  await kestria.until(() => kestria.standing('c8', 'KES')?.is === 'lapsed')
  await kestria.until(() => {
    const standing = kestria.standing('c8', 'KES')
    return standing?.is === 'lapsed' && standing.change?.authors.includes('u-orl1' as never) === true
  })
  expect(kestria.status('c8')).toBe('consent-lapsed')
  orlava.erase('c8', 0, 'Perhaps '.length)
  await kestria.until(() => kestria.status('c8') === 'agreed')
  expect(kestria.words('c8')).toBe(was)
})

test('[table-3] an acceptance that races an edit is refused, and records nothing', async () => {
  const house = await openHouse()
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  const read = kestria.fingerprint('c7')
  orlava.insert('c7', 0, 'Once more, ')
  await orlava.until(saved)
  const answer = await kestria.states('c7', { stance: 'accepts', note: 'as read' }, read)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'text-moved', clause: 'c7' } })
  await kestria.until(() => kestria.words('c7').startsWith('Once more'))
  expect(JSON.stringify([...kestria.room.view().negotiation.positions.values()].map((parties) => [...parties.values()]))).not.toContain(
    'as read',
  )
})

test('[table-4] comments, replies and milestones appear live; a changed deadline lapses consent', async () => {
  const house = await openHouse()
  const [kestria, orlava] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  expect(await kestria.submit('thread.open', { clause: 'c4', text: 'Which hour?' })).toEqual({ ok: true })
  const opened = await orlava.until(({ negotiation }) =>
    [...negotiation.threads.values()].some(({ comments }) => comments[0]?.text === 'Which hour?'),
  )
  const thread = [...opened.negotiation.threads.values()].find(({ comments }) => comments[0]?.text === 'Which hour?')
  expect(await orlava.submit('comment.make', { thread: thread?.thread, text: '1800 UTC.' })).toEqual({ ok: true })
  await kestria.until(({ negotiation }) => negotiation.threads.get(thread?.thread ?? ('' as never))?.comments.length === 2)

  const milestone = kestria.room.view().negotiation.milestones.get('ms-02' as never)
  expect(kestria.status('c4')).toBe('agreed')
  const answer = await orlava.submit('milestone.revise', {
    milestone: 'ms-02',
    terms: { ...milestone?.terms, due: { on: 'anchor', anchor: 'D', offsetDays: 2 } },
  })
  expect(answer).toEqual({ ok: true })
  await kestria.until(() => kestria.status('c4') === 'consent-lapsed')
})

test('[table-5] an observer cannot write: the gate refuses, the words stay as a draft, nobody else is disturbed', async () => {
  const house = await openHouse()
  const [observer, kestria] = await Promise.all([house.sit('u-liu1'), house.sit('u-kes1')])
  const before = kestria.words('c8')
  observer.insert('c8', 0, 'Forged. ')
  const view = await observer.until(({ refused }) => refused.length > 0)
  expect(view.refused[0]).toMatchObject({ root: 'clause/c8', text: expect.stringContaining('Forged.') as string })
  await observer.until(({ connection }) => connection.is === 'live')
  expect(observer.words('c8')).toBe(before)
  kestria.insert('c6', 0, 'Still here. ')
  await kestria.until(saved)
  expect(kestria.words('c8')).toBe(before)
  expect(await observer.states('c8', { stance: 'accepts' })).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } })
})

test('[table-6] what was saved survives a restart, and everybody comes back by themselves', async () => {
  const house = await openHouse()
  const kestria = await house.sit('u-kes1')
  kestria.insert('c6', 0, 'Kept. ')
  expect(await kestria.states('c7', { stance: 'reserves', note: 'until tomorrow' })).toEqual({ ok: true })
  await kestria.until(saved)
  await house.restart()
  await kestria.until(({ connection }) => connection.is === 'live', 20_000)
  const later = await house.sit('u-orl1')
  expect(later.words('c6')).toMatch(/^Kept\. /)
  expect(later.standing('c7', 'KES')).toMatchObject({ is: 'current', position: { position: { stance: 'reserves' } } })
  expect(later.room.view().record.chain).toEqual({ is: 'verified' })
})

test('[table-7] a new clause can be typed in at once, and presence is known by party', async () => {
  const house = await openHouse()
  const [chair, kestria] = await Promise.all([house.sit('u-chair'), house.sit('u-kes2')])
  await chair.until(({ presence }) => presence.length === 2)
  expect(await chair.submit('clause.add', { section: 'IX', kind: 'operative', heading: 'Depositary', after: 'c18' })).toEqual({ ok: true })
  const view = await kestria.until(({ negotiation }) => negotiation.clauses.some(({ heading }) => heading === 'Depositary'))
  const added = view.negotiation.clauses.find(({ heading }) => heading === 'Depositary')?.clause ?? ''
  await kestria.until(() => kestria.room.doc().getXmlFragment(`clause/${added}`).length > 0)
  kestria.insert(added, 0, 'The Chair keeps the original.')
  await chair.until(() => chair.words(added).includes('keeps the original'))
  await kestria.until(saved)
})

test('[api-1] a command over HTTP has the same rules, the same answers, and is recorded once per key', async () => {
  const house = await openHouse()
  const kestria = await house.sit('u-kes1')
  const token = await house.token('u-kes1')
  const on = kestria.fingerprint('c6')
  const take = (key: string, position: object) =>
    house.fetch(`/api/negotiations/${VESNA}/commands/position.take`, {
      method: 'POST',
      token,
      headers: { 'idempotency-key': key },
      body: JSON.stringify({ clause: 'c6', on, position }),
    })
  const first = await take('k1', { stance: 'reserves' })
  expect(first.status).toBe(200)
  const { seq } = (await first.json()) as { seq: number[] }
  expect(await (await take('k1', { stance: 'reserves' })).json()).toEqual({ seq })
  expect((await take('k2', { stance: 'reserves' })).status).toBe(409)
  expect((await take('k3', { stance: 'dances' })).status).toBe(400)
  const adviser = await house.token('u-kes2')
  const refused = await house.fetch(`/api/negotiations/${VESNA}/commands/position.take`, {
    method: 'POST',
    token: adviser,
    body: JSON.stringify({ clause: 'c6', on, position: { stance: 'accepts' } }),
  })
  expect([refused.status, await refused.json()]).toEqual([403, { code: 'not-permitted', power: 'bind' }])
  await kestria.until(() => kestria.standing('c6', 'KES')?.is === 'current')
})

test('[copy-15] a delegate types into a paragraph in the instant in which the chair splits it off, and has the words back', async () => {
  const house = await openHouse()
  const slow = slowSocket(house.origin)
  const [chair, kestria, orlava] = await Promise.all([house.sit('u-chair'), house.sit('u-kes1', VESNA, slow.Socket), house.sit('u-orl1')])
  const first = orlava.words('c10')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Each Party reports.')])
  const clause = ({ room }: Delegate, id = 'c10') => room.doc().getXmlFragment(`clause/${id}`)
  clause(orlava).insert(1, [paragraph])
  await Promise.all([kestria, chair].map((one) => one.until(() => clause(one).length === 2)))

  slow.hold()
  const words = [...clause(kestria).createTreeWalker((node) => node instanceof Y.XmlText)].at(-1)
  if (!(words instanceof Y.XmlText)) throw new Error('There are no words')
  words.insert('Each Party reports'.length, ' every month')
  expect(await chair.submit('clause.split', { clause: 'c10', on: chair.fingerprint('c10'), at: first.length + 1 })).toEqual({ ok: true })
  slow.release()

  const { overtaken, refused } = await kestria.until((view) => view.overtaken.length > 0 && saved(view))
  expect(refused).toEqual([])
  expect(overtaken).toMatchObject([
    {
      root: 'clause/c10',
      stretches: [
        { text: 'Each Party reports', typed: false },
        { text: ' every month', typed: true },
        { text: '.', typed: false },
      ],
    },
  ])
  const { clauses } = chair.room.view().negotiation
  const into = clauses[clauses.findIndex((one) => one.clause === 'c10') + 1]?.clause ?? ''
  for (const one of [chair, kestria, orlava]) {
    await one.until(() => clause(one, into).length === 1)
    expect([one.words('c10'), one.words(into)]).toEqual([first, 'Each Party reports.'])
  }
  expect([chair, orlava].map(({ room }) => room.view().overtaken)).toEqual([[], []])
})

/** A line on which what somebody sends can be held up. */
function slowSocket(origin: string) {
  let waiting: (() => void)[] | undefined
  class Socket extends socketFrom(origin) {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (waiting === undefined) super.send(data)
      else waiting.push(() => super.send(data))
    }
  }
  return {
    Socket,
    hold: () => void (waiting = []),
    release() {
      const held = waiting ?? []
      waiting = undefined
      for (const send of held) send()
    },
  }
}
