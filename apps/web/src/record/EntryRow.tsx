/** One entry of the journal: when, who, what. Opened, it shows who exactly, the words compared, and its place in the chain. */
import type { Entry, Negotiation } from '@entente/agreement'
import { plainText } from '@entente/draft'
import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { Glyph } from '../design/Glyph.tsx'
import { clockOf, momentInFull } from '../design/moment.ts'
import { PartyCode } from '../design/PartyCode.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { roleWord } from '../sign-in/role-words.ts'
import { namedIn } from '../reference/reference-words.ts'
import { clauseName } from '../table/naming.ts'
import styles from './EntryRow.module.css'
import type { Telling } from './tell.ts'

type BehindProps = { readonly entry: Entry; readonly telling: Telling; readonly negotiation: Negotiation }
/** `wanted`: the address names this entry. It is brought into sight, opened. */
type EntryRowProps = BehindProps & { readonly wanted?: boolean }

export function EntryRow({ entry, telling, negotiation, wanted = false }: EntryRowProps) {
  const [open, setOpen] = useState(wanted)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!wanted) return
    row.current?.scrollIntoView({ block: 'center' })
    row.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [wanted])
  const id = useId()
  const { by, deed, more, shape } = telling
  return (
    <li ref={row} className={styles.entry} data-entry={entry.seq} data-open={open || undefined}>
      <time dateTime={entry.at} title={momentInFull(entry.at)}>
        {clockOf(entry.at)}
      </time>
      <div className={styles.said}>
        <button
          type="button"
          className={styles.deed}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {by.length === 0 ? <span className={styles.server}>Server</span> : null}
          {by.map((party) => (
            <PartyCode key={party} party={party} named />
          ))}
          <b>{deed}</b>
        </button>
        {more === undefined ? null : <p className={open ? undefined : styles.short}>{more}</p>}
        {open ? (
          <div id={id}>
            <Behind entry={entry} telling={telling} negotiation={negotiation} />
          </div>
        ) : null}
      </div>
      {shape === undefined ? null : <Glyph shape={shape} beside />}
    </li>
  )
}

function Behind({ entry, telling, negotiation }: BehindProps) {
  const { fact } = entry
  return (
    <div className={styles.behind}>
      {fact.kind === 'wording-changed' ? <Changed from={fact.from} to={fact.to} negotiation={negotiation} /> : null}
      {fact.kind === 'wording-recorded' ? (
        <p className={styles.wording} dir="auto">
          {plainText(fact.wording, namedIn(negotiation))}
        </p>
      ) : null}
      <dl>
        <div>
          <dt>Entered</dt>
          <dd>{momentInFull(entry.at)}</dd>
        </div>
        <div>
          <dt>By</dt>
          <dd>{person(entry, negotiation)}</dd>
        </div>
        <div>
          <dt>Entry</dt>
          <dd>
            {entry.seq}, hash <code>{entry.hash.slice(0, 16)}…</code>, after <code>{entry.previous.slice(0, 16)}…</code>
          </dd>
        </div>
      </dl>
      {telling.clauses.map((clause) => (
        <Link key={clause} className={styles.link} href={clausePath(negotiation, clause)}>
          Open {clauseName(negotiation, clause)} at the table
        </Link>
      ))}
    </div>
  )
}

function Changed({
  from,
  to,
  negotiation: { wordings },
}: {
  readonly from: string
  readonly to: string
  readonly negotiation: Negotiation
}) {
  const before = [...wordings].find(([fingerprint]) => fingerprint === from)?.[1].wording
  const after = [...wordings].find(([fingerprint]) => fingerprint === to)?.[1].wording
  if (before === undefined || after === undefined)
    return <p className={styles.unknown}>Only wordings on which a position was taken are kept in the record; one of these two was not.</p>
  return (
    <>
      <VisuallyHidden>The words compared:</VisuallyHidden>
      <Difference before={before} after={after} />
    </>
  )
}

function person({ by }: Entry, { seats, parties }: Negotiation): string {
  if (by === 'server') return 'The server, as follows by rule'
  const seat = seats.get(by.seat)
  const party = parties.get(by.party)
  if (seat === undefined) return party?.shortName ?? by.party
  return `${seat.name}, ${roleWord(seat.role, party?.kind ?? 'delegation')}, ${party?.shortName ?? by.party}`
}
