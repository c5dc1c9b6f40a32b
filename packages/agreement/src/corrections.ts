/**
 * Editorial corrections: how a slip is put right in words that parties have accepted, without asking all of them again.
 *
 * After the Vienna Convention on the Law of Treaties, article 79: the chair proposes the correction and notifies it with a time limit; if no
 * party objects, it is made, and consent to the words with the slip is consent to the words without it.
 */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Readings } from './command.ts'
import { Quote, type Fact } from './fact.ts'
import { ClauseId, CorrectionId, Fingerprint, Timestamp } from './ids.ts'
import { CORRECTION_HOURS, MAX_QUOTE, MAX_STATEMENT } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import { requiredParties } from './required.ts'
import { hoursAfter } from './silence.ts'
import { fingerprint, type Wording, type WordingBlock } from './wording.ts'

export const proposeCorrection = command({
  name: 'correction.propose',
  says: 'Propose to correct a slip in the words of a clause. It is made at the time given unless a party objects.',
  input: z.strictObject({
    clause: ClauseId,
    on: Fingerprint,
    quote: Quote,
    replacement: z.string().max(MAX_QUOTE),
    reason: z.string().trim().min(1).max(MAX_STATEMENT),
    closesAt: Timestamp,
  }),
  rule({ negotiation, readings, now, fresh }, { clause, on, quote, replacement, reason, closesAt }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const reading = asRead(readings.get(clause), clause, on)
    if ('code' in reading) return refuse(reading)
    const earliest = hoursAfter(now, CORRECTION_HOURS)
    if (Date.parse(closesAt) < Date.parse(earliest)) return refuse({ code: 'too-soon', earliest })
    if ([...negotiation.corrections.values()].some((other) => other.clause === clause && other.state.is === 'open'))
      return refuse({ code: 'correction-open', clause })
    const corrected = withCorrection(reading.wording, quote, replacement)
    if (corrected === undefined) return refuse({ code: 'not-in-the-text' })
    const to = fingerprint(corrected)
    if (to === on) return refuse({ code: 'nothing-new' })
    return record({
      kind: 'correction-proposed',
      correction: CorrectionId.parse(`e-${fresh}`),
      clause,
      from: on,
      to,
      quote,
      replacement,
      reason,
      closesAt,
    })
  },
})

export const objectToCorrection = command({
  name: 'correction.object',
  says: 'Object to an editorial correction. The words then stay as they are.',
  input: z.strictObject({ correction: CorrectionId, reason: z.string().trim().min(1).max(MAX_STATEMENT) }),
  rule({ negotiation, speaker, now }, { correction, reason }) {
    const found = negotiation.corrections.get(correction)
    if (found === undefined) return refuse({ code: 'unknown', what: 'correction', id: correction })
    const { party } = speaker.party
    if (!requiredParties(negotiation).includes(party)) return refuse({ code: 'not-required' })
    if (found.state.is !== 'open' || Date.parse(found.closesAt) <= Date.parse(now)) return refuse({ code: 'deadline-passed' })
    return record({ kind: 'correction-objected', correction, party, reason })
  },
})

export const dropCorrection = command({
  name: 'correction.drop',
  says: 'Take back an editorial correction that was proposed.',
  input: z.strictObject({ correction: CorrectionId }),
  rule({ negotiation }, { correction }) {
    const found = negotiation.corrections.get(correction)
    if (found === undefined) return refuse({ code: 'unknown', what: 'correction', id: correction })
    return found.state.is === 'open' ? record({ kind: 'correction-dropped', correction }) : refuse({ code: 'deadline-passed' })
  },
})

/** What proposed corrections come to by now: dropped when the words changed meanwhile, made when nobody objected in time. */
export function correctionsOver({ corrections }: Negotiation, readings: Readings, now: Timestamp): readonly Fact[] {
  return [...corrections.values()].flatMap(({ correction, clause, from, closesAt, state }): readonly Fact[] => {
    if (state.is !== 'open') return []
    if (readings.get(clause)?.fingerprint !== from) return [{ kind: 'correction-dropped', correction }]
    return Date.parse(closesAt) <= Date.parse(now) ? [{ kind: 'correction-made', correction }] : []
  })
}

/** The wording with the quoted words replaced. Undefined unless they stand in exactly one place, its surroundings taken into account. */
export function withCorrection(wording: Wording, { exact, prefix, suffix }: Quote, replacement: string): Wording | undefined {
  const places = placesOf(wording.blocks, exact)
  const [place, ...more] =
    places.length > 1 ? places.filter(({ before, after }) => before.endsWith(prefix) && after.startsWith(suffix)) : places
  if (place === undefined || more.length > 0) return undefined
  const blocks = wording.blocks.map((block, index) =>
    index === place.path[0] ? replaced(block, place.path.slice(1), place, exact, replacement) : block,
  )
  return { ...wording, blocks }
}

/** `path` leads through blocks and items to a run; `before` and `after` are the rest of the paragraph's words. */
type Place = { readonly path: readonly number[]; readonly at: number; readonly before: string; readonly after: string }

function placesOf(blocks: readonly WordingBlock[], exact: string): readonly Place[] {
  return blocks.flatMap((block, index): readonly Place[] => {
    const under = ({ path, ...place }: Place): Place => ({ ...place, path: [index, ...path] })
    if (block.type === 'list')
      return block.items.flatMap((item, number) =>
        placesOf(item, exact).map(({ path, ...place }) => under({ ...place, path: [number, ...path] })),
      )
    return block.runs.flatMap(({ text }, run) => {
      const found: Place[] = []
      for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
        const words = (from: number, to?: number) => block.runs.slice(from, to).map((other) => other.text)
        found.push(
          under({
            path: [run],
            at,
            before: [...words(0, run), text.slice(0, at)].join(''),
            after: [text.slice(at + exact.length), ...words(run + 1)].join(''),
          }),
        )
      }
      return found
    })
  })
}

function replaced(block: WordingBlock, path: readonly number[], place: Place, exact: string, replacement: string): WordingBlock {
  const [first = 0, second = 0, ...rest] = path
  if (block.type === 'list') {
    const items = block.items.map((item, number) =>
      number === first ? item.map((inner, index) => (index === second ? replaced(inner, rest, place, exact, replacement) : inner)) : item,
    )
    return { ...block, items }
  }
  const runs = block.runs.map((run, index) =>
    index === first ? { ...run, text: run.text.slice(0, place.at) + replacement + run.text.slice(place.at + exact.length) } : run,
  )
  return { ...block, runs }
}
