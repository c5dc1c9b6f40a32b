/**
 * W7: everybody moves a caret at once.
 *
 * A state counts as delivered when it or a newer one of the same person has come, because only the newest means anything; the divisor is
 * states sent times receivers all the same, so a server that leaves out what is outdated gains by it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { caret, eachState } from '../carets.ts'
import { Probe, Sent } from '../delivery.ts'
import { steadily } from '../measure.ts'
import { notYet, OpenLoop } from '../open-loop.ts'
import type { Assignment, Figures } from '../plan.ts'
import { inGroups, onStage } from '../stage.ts'

const PEOPLE = 100
const PER_SECOND = 10
const PROBES = 4

export function carets(assignment: Assignment): Promise<Figures> {
  return onStage(assignment, { documents: 1, people: PEOPLE }, async (stage) => {
    const { laid, firsts } = await stage.lay()
    const [document] = laid
    const [first] = firsts
    if (document === undefined || first === undefined) throw new Error('No document')
    const others = await inGroups(
      Array.from({ length: PEOPLE - 1 }, (_, index) => index + 1),
      async (person) => (await stage.enter(document, person)).guest,
    )
    const people = [first, ...others].map((guest) => ({ guest, sent: new Sent() }))
    const window = notYet()
    const probes = people.slice(0, PROBES).map(({ guest }) => {
      const from = people.filter((other) => other.guest !== guest)
      const probe = new Probe(new Map(from.map((other) => [other.guest.client, other.sent])), window)
      guest.listen((heard) => {
        if (heard.kind !== 'awareness') return
        const now = performance.now()
        // The first state has clock 1 and number 0; the newest stands for all before it.
        eachState(heard.payload, (client, clock) => probe.arrived(client, 0, clock, now))
      })
      return probe
    })
    await sleep(300)
    const load = new OpenLoop(PEOPLE, PER_SECOND, (index, due) => {
      const person = people[index]
      person?.guest.points(caret(person.guest.client, person.sent.add(due) + 1))
    })
    const deliveries = () =>
      people.reduce((sum, { sent }) => sum + sent.due.filter((due) => due >= window.from && due < window.to).length, 0) * (PEOPLE - 1)
    const times = stage.quick ? { warmUp: 700, window: 2_500 } : { warmUp: 1_000, window: 4_000 }
    return steadily(stage.server, load, probes, window, deliveries, times)
  })
}
