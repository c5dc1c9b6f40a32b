/**
 * New clauses that delegations propose, where they would stand: in brackets behind the clause they follow. They have no number and no
 * positions until they are taken into the text.
 */
import { behind, may, mayType, type ClauseId, type Insertion, type Negotiation } from '@entente/agreement'
import { Suspense, useMemo } from 'react'
import type * as Y from 'yjs'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useClauseLanguage } from '../clause/clause-language.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { useText } from '../clause/useText.ts'
import { Button } from '../design/Button.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { undoable } from '../design/Toast.tsx'
import { LiveClauseEditor } from '../editor/LiveClauseEditor.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useRoom, useSay } from '../room/useRoom.ts'
import { useAttention, useAttentionStore } from '../table/useAttention.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './ProposedClauses.module.css'
import { Supporting } from './Supporting.tsx'
import { amendmentRoot } from './useAmendments.ts'

export function ProposedClauses({ view, doc }: { readonly view: ClauseView; readonly doc: Y.Doc }) {
  const { negotiation, clause } = view
  const proposed = useMemo(() => proposedAfter(negotiation, clause.clause), [negotiation, clause.clause])
  return proposed.map((proposal) => <ProposedClause key={proposal.amendment} {...{ view, doc, proposal }} />)
}

function ProposedClause({ view, doc, proposal }: { readonly view: ClauseView; readonly doc: Y.Doc; readonly proposal: Insertion }) {
  const { negotiation, speaker, clause } = view
  const { amendment, party, heading } = proposal
  const root = amendmentRoot(amendment)
  const text = useText(doc, root)
  const room = useRoom()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const attention = useAttentionStore()
  const editing = useAttention((now) => (now.clause === clause.clause && now.amending === amendment ? now.editing : undefined))
  const { order } = usePartyLook(party)
  const spoken = useClauseLanguage(negotiation, clause.clause)
  const lang = spoken.language
  const on = room.view().amended.get(amendment)?.fingerprint
  const parties = behind(negotiation, proposal, on)
  const own = speaker?.party.party === party && may(speaker, 'draft')
  const name = `the new clause ${heading === '' ? '' : `“${heading}” `}of ${partyName(negotiation, party)}`
  const input = { amendment, ...(on !== undefined && { of: on }) }
  const presides = speaker !== undefined && (may(speaker, 'preside') || mayType(speaker, negotiation.pens.whole))
  return (
    <section className={styles.proposed} {...partyColour(order)} aria-label={`Proposed: ${name}`} data-proposed={amendment}>
      <p className={styles.by}>
        New clause after {clauseName(negotiation, clause.clause)}, proposed by <PartyCodes parties={parties} />
      </p>
      {editing === undefined ? (
        <ClauseText {...{ text, negotiation, heading, lang }} />
      ) : (
        <Suspense fallback={<ClauseText {...{ text, negotiation, heading, lang }} />}>
          <LiveClauseEditor
            key={`${doc.guid} ${root}`}
            at={editing}
            amending={{ root, name, base: text, typed: undefined, still: true }}
            quoted={nothingQuoted}
            onLeave={attention.leave}
            onComment={() => undefined}
            {...{ view, doc, heading, spoken }}
          />
        </Suspense>
      )}
      {speaker === undefined ? null : (
        <div className={styles.deeds}>
          {own ? (
            <Button size="small" icon="pen" because={barred} onClick={() => attention.amend(clause.clause, amendment, 'end')}>
              Edit it
            </Button>
          ) : null}
          {speaker.party.party !== party && may(speaker, 'bind') ? (
            <Supporting amendment={proposal} name="the new clause" on={on} party={speaker.party.party} barred={barred} />
          ) : null}
          {presides ? (
            <Button
              size="small"
              because={barred ?? whyNot(ask('amendment.incorporate', input), negotiation)}
              onClick={() =>
                undoable(`${name} goes into the text`, { shape: 'none', done: () => void say('amendment.incorporate', input) })
              }
            >
              Take it into the text
            </Button>
          ) : null}
          {own ? (
            <Button
              size="small"
              look="ghost"
              because={barred}
              onClick={() =>
                undoable(`${speaker.party.shortName} withdraws its new clause`, {
                  shape: 'none',
                  done: () => void say('amendment.withdraw', { amendment }),
                })
              }
            >
              Withdraw it
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}

const nothingQuoted: readonly never[] = []

/** The new clauses that would follow this one: those tabled after it, or after one that has left the text since, or first in its section. */
function proposedAfter({ amendments, clauses }: Negotiation, clause: ClauseId): readonly Insertion[] {
  return [...amendments.values()].filter((one): one is Insertion => {
    if (one.does !== 'insert' || one.state.is !== 'tabled') return false
    const section = clauses.filter((other) => other.section === one.section)
    const at = section.findIndex((other) => other.clause === one.after)
    const before = section.slice(0, at + 1).findLast(({ standing }) => standing.is === 'standing')
    const anchor = before ?? section.find(({ standing }) => standing.is === 'standing')
    return anchor?.clause === clause
  })
}
