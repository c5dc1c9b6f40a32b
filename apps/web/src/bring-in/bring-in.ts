/**
 * Brings a chosen text to the table: its structure in one statement, its words typed into the new clauses, what others wanted as
 * amendments, its remarks as discussions.
 *
 * The words go the way of everything typed: shown at once, sent, and counted as unsaved until they are on the server's disk.
 */
import { MAX_STATEMENT, type ClauseId, type Refusal, type SectionId } from '@entente/agreement'
import { rootName, typeText } from '@entente/draft'
import type { ImportedClause, Remark } from '@entente/import'
import type { Room, Undelivered } from '@entente/sync/client'
import { addedSince } from '../structure/added-since.ts'
import type { Chosen } from './selection.ts'

export type BroughtIn =
  | {
      readonly ok: true
      readonly clauses: readonly ClauseId[]
      readonly amendments: number
      readonly discussions: number
      readonly lost: number
    }
  | { readonly ok: false; readonly refusal: Refusal | Undelivered }

type Options = {
  readonly after: SectionId | undefined
  /** Where what has no heading of its own goes; without it, that becomes a section too. */
  readonly into?: { readonly section: SectionId; readonly after: ClauseId }
  readonly remarks: boolean
  /** The authors whose readings are tabled as amendments. */
  readonly tabled: ReadonlySet<string>
  /** How much is done, from 0 to 1. */
  readonly step: (done: number) => void
}

export async function bringIn(room: Room, chosen: Chosen, { after, into, remarks, tabled, step }: Options): Promise<BroughtIn> {
  const { clauses } = chosen
  step(0)
  const before = room.view().record.head.seq
  const [first, ...others] = chosen.sections
  const there = into !== undefined && chosen.headless && first !== undefined ? { into: { ...into, clauses: first.clauses } } : undefined
  const sections = there === undefined ? chosen.sections : others
  const answer = await room.submit('text.bring-in', { sections, ...there, ...(after !== undefined && { after }) })
  if (!answer.ok) return answer
  const added = addedSince(room, before)
  step(0.1)
  clauses.forEach((clause, index) => {
    const id = added[index]
    if (id !== undefined) typeText(room.doc().getXmlFragment(rootName({ kind: 'clause', clause: id })), clause.text)
  })
  step(0.3)
  await saved(room)
  step(0.5)
  let lost = 0
  let amendments = 0
  for (const [index, { readings }] of clauses.entries()) {
    const id = added[index]
    for (const { author, text } of readings) {
      if (id === undefined || !tabled.has(author)) continue
      const outcome = await patiently(() =>
        room.submit('amendment.table', { clause: id, on: room.view().readings.get(id)?.fingerprint, text }),
      )
      if (outcome.ok) amendments += 1
      else lost += 1
    }
  }
  step(0.6)
  const waiting = remarks ? clauses.flatMap((clause, index) => clause.remarks.map((remark) => ({ ...remark, id: added[index] }))) : []
  let discussions = 0
  for (const [index, { id, remark, quote }] of waiting.entries()) {
    const thread = { clause: id, text: remarkText(remark), ...(quote !== undefined && { quote }) }
    const opened = await patiently(() => room.submit('thread.open', thread))
    if (opened.ok) discussions += 1
    else lost += 1
    step(0.6 + (0.4 * (index + 1)) / waiting.length)
  }
  step(1)
  return { ok: true, clauses: added, amendments, discussions, lost }
}

/** Resolves when nothing typed here waits for the server. */
function saved(room: Room): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (room.view().unsaved > 0) return
      stop()
      resolve()
    }
    const stop = room.subscribe(look)
    look()
  })
}

/** Many remarks are more commands in a row than a person gives: waits until the server takes more. */
async function patiently(ask: () => ReturnType<Room['submit']>): ReturnType<Room['submit']> {
  for (let pause = 250; ; pause *= 2) {
    const answer = await ask()
    if (answer.ok || answer.refusal.code !== 'rate-limited' || pause > 8_000) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Nobody can speak for somebody else, so the text says whose remark it was in the file. */
export function remarkText({ kind, author, at, text }: Remark): string {
  const source = kind === 'comment' ? `Comment in the file${author === undefined ? '' : ` by ${author}`}` : 'Note in the file'
  return `${source}${at === undefined ? '' : `, ${at.slice(0, 10)}`}: ${text}`.slice(0, MAX_STATEMENT)
}

/** How many remarks the chosen clauses carry. */
export function remarksIn(clauses: readonly ImportedClause[]): number {
  return clauses.reduce((sum, { remarks }) => sum + remarks.length, 0)
}
