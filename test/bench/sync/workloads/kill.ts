/**
 * W5: the server is killed while ten people type.
 *
 * Lost is what somebody else had already seen, or what its author was told had been taken, and is not there after a restart.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Guest } from '../guest.ts'
import { Holdings } from '../holdings.ts'
import { OpenLoop } from '../open-loop.ts'
import type { Assignment, Figures } from '../plan.ts'
import { savedUpTo } from '../saved.ts'
import { inGroups, onStage, type Laid, type Stage } from '../stage.ts'
import type { Heard } from '../wire/dialect.ts'
import { Typist } from '../words.ts'

const PEOPLE = 10
const PER_SECOND = 20
const DURATIONS = { full: [1_500, 4_000, 9_000], quick: [1_500] }

export function kill(assignment: Assignment): Promise<Figures> {
  const durations = assignment.quick ? DURATIONS.quick : DURATIONS.full
  return onStage(assignment, { documents: durations.length, people: PEOPLE }, async (stage) => {
    const kills: Loss[] = []
    for (const [index, duration] of durations.entries()) kills.push(await killAfter(stage, index, duration))
    const total = (of: (loss: Loss) => number) => kills.reduce((sum, loss) => sum + of(loss), 0)
    return {
      kills: kills.length,
      broadcast: total(({ broadcast }) => broadcast),
      lostBroadcast: total(({ lostBroadcast }) => lostBroadcast),
      acknowledged: stage.target.acknowledges ? total(({ acknowledged }) => acknowledged) : null,
      lostAcknowledged: stage.target.acknowledges ? total(({ lostAcknowledged }) => lostAcknowledged) : null,
    }
  })
}

type Loss = { readonly broadcast: number; readonly lostBroadcast: number; readonly acknowledged: number; readonly lostAcknowledged: number }

async function killAfter(stage: Stage, index: number, duration: number): Promise<Loss> {
  const people = await gather(stage, index)
  const load = new OpenLoop(people.length, PER_SECOND, (person) => {
    const writer = people[person]
    writer?.guest.types(writer.typist.next())
  })
  await sleep(duration)
  await stage.server.kill()
  load.stop()
  await Promise.all(people.map(({ guest }) => guest.socket.ending))
  await stage.restart('kill')
  const back = await whatCameBack(stage, index)
  const losses = people.map((writer) => {
    const { client } = writer.typist
    const seen = Math.max(...people.filter((other) => other !== writer).map(({ holdings }) => holdings.of(client)))
    const acknowledged = writer.acknowledged()
    return {
      broadcast: seen,
      lostBroadcast: Math.max(0, seen - back.of(client)),
      acknowledged,
      lostAcknowledged: Math.max(0, acknowledged - back.of(client)),
    }
  })
  const total = (of: keyof Loss) => losses.reduce((sum, loss) => sum + loss[of], 0)
  return {
    broadcast: total('broadcast'),
    lostBroadcast: total('lostBroadcast'),
    acknowledged: total('acknowledged'),
    lostAcknowledged: total('lostAcknowledged'),
  }
}

type Writer = { readonly guest: Guest; readonly typist: Typist; readonly holdings: Holdings; readonly acknowledged: () => number }

/** Everybody comes in and notes what they see of the others and what they are told of their own. */
async function gather(stage: Stage, index: number): Promise<readonly Writer[]> {
  const { laid, firsts } = await stage.lay()
  const document: Laid | undefined = laid[index]
  if (document === undefined) throw new Error('No document')
  for (const guest of firsts) guest.socket.close()
  return inGroups(
    Array.from({ length: PEOPLE }, (_, person) => person),
    async (person) => {
      const holdings = new Holdings()
      // The answer to the server's sync step 1 is acknowledged as well, as the first.
      let taken = 0
      const hear = (heard: Heard) => {
        if (heard.kind === 'update') holdings.add(heard.payload)
        else if (heard.kind === 'applied') taken += 1
        else if (heard.kind === 'message') taken = Math.max(taken, savedUpTo(heard.json))
      }
      const { guest } = await stage.enter(document, person, { hear })
      return { guest, typist: new Typist(guest.client, document.text), holdings, acknowledged: () => Math.max(0, taken - 1) }
    },
  )
}

/** What a newcomer with nothing in hand is sent within a second and a half. */
async function whatCameBack(stage: Stage, index: number): Promise<Holdings> {
  const document = stage.documents[index]
  if (document === undefined) throw new Error('No document')
  const holdings = new Holdings()
  const { guest } = await stage.enter(document, 0, {
    hear: (heard) => {
      if (heard.kind === 'step-2' || heard.kind === 'update') holdings.add(heard.payload)
    },
  })
  await sleep(1_500)
  guest.socket.close()
  return holdings
}
