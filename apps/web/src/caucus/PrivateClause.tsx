/** What the room keeps of one clause: where it stands at the table, the line on it, drafts of other words, discussions. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { bareText, rootName } from '@entente/draft'
import { useState } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { useClause, type ClauseView } from '../clause/useClause.ts'
import { useText } from '../clause/useText.ts'
import { WriteForm } from '../comment/WriteForm.tsx'
import { Threads } from '../comment/Threads.tsx'
import { threadsOn } from '../comment/quotes.ts'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { shapeOfStanding, shapeOfStatus, toneOf } from '../design/shape.ts'
import { wordOfStanding, wordOfStatus } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { namingOf, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { usePartOf, useTable } from '../room/private-room.tsx'
import { whyNot } from '../refusal/explain.ts'
import { DraftCard } from './DraftCard.tsx'
import { draftsOn, newDraft } from './drafts-on.ts'
import { LineLadder } from './LineLadder.tsx'
import styles from './PrivateClauses.module.css'
import type { PrivateKind } from './PrivateRoomPage.tsx'
import { useClosed } from './useClosed.ts'

export function PrivateClause({ id, kind }: { readonly id: ClauseId; readonly kind: PrivateKind }) {
  const view = useClause(id)
  return view === undefined ? null : <Standing view={view} kind={kind} />
}

function Standing({ view, kind }: { readonly view: ClauseView; readonly kind: PrivateKind }) {
  const { clause, negotiation, assessment, speaker } = view
  const id = clause.clause
  const number = namingOf(negotiation).numbers.get(id) ?? ''
  const shape = shapeOfStatus(assessment.status)
  const drafts = draftsOn(negotiation, id)
  const threads = threadsOn(negotiation, id)
  const table = useTable()
  const doc = usePartOf(table, () => table.doc())
  const text = useText(doc ?? table.doc(), rootName({ kind: 'clause', clause: id }))
  const [discussing, setDiscussing] = useState(false)
  const closed = useClosed()
  return (
    <section className={styles.clause} aria-labelledby={`private-${id}`} data-private-clause={id}>
      <h3 id={`private-${id}`}>
        <Link href={clausePath(negotiation, id)}>
          {number}
          {clause.heading === '' ? '' : `. ${clause.heading}`}
        </Link>
        <span data-tone={toneOf(shape)} className={styles.status}>
          <Glyph shape={shape} beside />
        </span>
        <Tag>{atTheTable(view)}</Tag>
      </h3>
      {kind === 'caucus' ? <LineLadder clause={id} negotiation={negotiation} /> : null}
      {drafts.map((draft) => (
        <DraftCard key={draft.amendment} draft={draft} view={view} />
      ))}
      <Threads clause={id} threads={threads} bare={bareText(text)} {...{ negotiation, speaker }} />
      {discussing && !closed ? (
        <WriteForm
          label={kind === 'caucus' ? 'Write to your delegation only' : 'Write to this group only'}
          submit="Write"
          kept={`private ${id}`}
          command="thread.open"
          input={(said) => ({ clause: id, text: said })}
          onDone={() => setDiscussing(false)}
          onCancel={() => setDiscussing(false)}
        />
      ) : closed ? null : (
        <Begin clause={id} negotiation={negotiation} first={drafts.length === 0} onDiscuss={() => setDiscussing(true)} />
      )}
    </section>
  )
}

type BeginProps = {
  readonly clause: ClauseId
  readonly negotiation: Negotiation
  readonly first: boolean
  readonly onDiscuss: () => void
}

function Begin({ clause, negotiation, first, onDiscuss }: BeginProps) {
  const say = useSay()
  const ask = useAsk()
  const barred = useBarred()
  const input = newDraft(negotiation, clause)
  return (
    <p className={styles.actions}>
      <Button icon="pen" because={barred ?? whyNot(ask('draft.open', input), negotiation)} onClick={() => void say('draft.open', input)}>
        {first ? 'Draft other words' : 'Another draft'}
      </Button>
      <Button icon="comment" because={barred} onClick={onDiscuss}>
        Discuss
      </Button>
    </p>
  )
}

/** Where the clause stands at the table: with one's own party first, then who objects, else how it stands. */
function atTheTable({ negotiation, assessment, speaker }: ClauseView): string {
  const own = speaker === undefined ? undefined : assessment.standings.get(speaker.party.party)
  const objecting = [...assessment.standings].filter(
    ([party, standing]) => party !== speaker?.party.party && standing.is === 'current' && standing.position.position.stance === 'objects',
  )
  if (own !== undefined && own.is !== 'none' && shapeOfStanding(own) !== 'accepts')
    return `Ours: ${wordOfStanding(own, namingOf(negotiation)).toLowerCase()}`
  if (objecting.length > 0) return `${objecting.map(([party]) => partyName(negotiation, party)).join(', ')} objects`
  return `At the table: ${wordOfStatus(assessment.status).toLowerCase()}`
}
