/**
 * An amendment that is not tabled: its words, live, with what they would change in the clause as it reads now. It leaves the room only by
 * "Table this wording…", which shows everything that would be published before.
 */
import { milestonesOf, may, type DraftAmendment } from '@entente/agreement'
import { plainText, rootName, wordingOf, type Root } from '@entente/draft'
import { Suspense, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { clausePath } from '../app/views.ts'
import { useClauseLanguage } from '../clause/clause-language.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Moment } from '../design/Moment.tsx'
import { LiveClauseEditor } from '../editor/LiveClauseEditor.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { usePartOf, useTable } from '../room/private-room.tsx'
import { useSay } from '../room/useRoom.ts'
import { clauseName, personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import styles from './PrivateClauses.module.css'
import { TableWording } from './TableWording.tsx'
import { useClosed } from './useClosed.ts'
import { usePutAside } from './usePutAside.ts'

export function DraftCard({ draft, view }: { readonly draft: DraftAmendment; readonly view: ClauseView }) {
  const { clause, negotiation, reading, speaker } = view
  const doc = useDoc()
  const root: Root = { kind: 'amendment', amendment: draft.amendment }
  const text = useText(doc, rootName(root))
  const table = useTable()
  const base = useText(
    usePartOf(table, () => table.doc()),
    rootName({ kind: 'clause', clause: clause.clause }),
  )
  const connection = useView((room) => room.connection)
  const say = useSay()
  const barred = useBarred()
  const closed = useClosed()
  const [editing, setEditing] = useState(false)
  const [tabling, setTabling] = useState(false)
  const [, navigate] = useLocation()
  const edit = useRef<HTMLButtonElement>(null)
  usePutAside(draft.amendment, editing)
  const spoken = useClauseLanguage(negotiation, clause.clause)
  const lang = spoken.language
  const drafts = speaker !== undefined && may(speaker, 'draft')
  const wording = wordingOf({ ...clause, text, milestones: milestonesOf(negotiation, clause.clause) })
  const name = `${draft.label} for ${clauseName(negotiation, clause.clause)}`
  return (
    <article className={styles.draft} aria-label={name} data-draft={draft.amendment}>
      <header>
        <b>{draft.label}</b>
        <span className={styles.quiet}>
          {draft.said.by === 'server' ? '' : personName(negotiation, draft.said.by.seat)}, <Moment at={draft.said.at} />
          {draft.against === reading.fingerprint
            ? ''
            : ' · the clause has changed since; what is marked is the difference to its present words'}
        </span>
      </header>
      {editing && !closed && connection.is !== 'ended' ? (
        <Suspense fallback={<ClauseText text={text} negotiation={negotiation} lang={lang} />}>
          <LiveClauseEditor
            key={doc.guid}
            at="end"
            heading=""
            quoted={none}
            among="colleagues"
            amending={{ root: rootName(root), name, base, typed: undefined }}
            onLeave={() => {
              setEditing(false)
              requestAnimationFrame(() => edit.current?.focus())
            }}
            {...{ view, doc, spoken }}
          />
        </Suspense>
      ) : (
        <Difference before={reading.wording} after={wording} lang={lang} />
      )}
      <p className={styles.actions}>
        {closed ? (
          <CopyButton copies={plainText(text)}>Copy the words</CopyButton>
        ) : drafts ? (
          <>
            <Button look="primary" because={barred} onClick={() => setTabling(true)}>
              Table this wording…
            </Button>
            {editing ? null : (
              <Button ref={edit} icon="pen" onClick={() => setEditing(true)}>
                Edit
              </Button>
            )}
            <Button because={barred} onClick={() => void say('draft.discard', { amendment: draft.amendment })}>
              Put aside
            </Button>
          </>
        ) : null}
        {closed ? null : (
          <span className={styles.quiet}>Tabling publishes only the wording above, under {speaker?.party.shortName}’s name.</span>
        )}
      </p>
      {tabling ? (
        <TableWording
          {...{ draft, view, text }}
          onTabled={() => navigate(clausePath(negotiation, clause.clause))}
          onClose={() => setTabling(false)}
        />
      ) : null}
    </article>
  )
}

const none: readonly never[] = []
