/**
 * A new clause that a delegation proposes: its words, who is behind it, and what can be done with it from this seat. It has no number and no
 * positions until it is taken into the text.
 */
import { behind, may, mayType, type Fingerprint, type Insertion, type Negotiation, type Speaker } from '@entente/agreement'
import { Suspense, useRef, type RefObject } from 'react'
import { ClauseText } from '../clause/ClauseText.tsx'
import { useClauseLanguage } from '../clause/clause-language.ts'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { Button } from '../design/Button.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { undoable } from '../design/Toast.tsx'
import { LiveClauseEditor } from '../editor/LiveClauseEditor.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { proposedElement } from '../table/go-to.ts'
import { capital } from '../table/naming.ts'
import { useAttention, useAttentionStore } from '../table/useAttention.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import { proposalName } from './naming.ts'
import { proposedPlace } from './proposed-in.ts'
import styles from './ProposedClause.module.css'
import { Supporting } from './Supporting.tsx'
import { amendmentRoot } from './useAmendments.ts'

type ProposedClauseProps = {
  readonly proposal: Insertion
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
}

export function ProposedClause({ proposal, negotiation, speaker }: ProposedClauseProps) {
  const { amendment, party, heading } = proposal
  const doc = useDoc()
  const text = useText(doc, amendmentRoot(amendment))
  const attention = useAttentionStore()
  const editing = useAttention((now) => (now.amending === amendment ? now.editing : undefined))
  const edit = useRef<HTMLButtonElement>(null)
  const { order } = usePartyLook(party)
  const spoken = useClauseLanguage(negotiation, amendment)
  const on = useView((view) => view.amended.get(amendment)?.fingerprint)
  const still = <ClauseText {...{ text, negotiation, heading }} lang={spoken.language} />

  function leave() {
    attention.leave()
    // The button is there again once the words are still.
    requestAnimationFrame(() => edit.current?.focus({ preventScroll: true }))
  }

  return (
    <section
      id={proposedElement(amendment)}
      className={styles.proposed}
      tabIndex={-1}
      {...partyColour(order)}
      aria-label={`Proposed: ${proposalName(negotiation, proposal)}`}
      data-proposed={amendment}
    >
      <p className={styles.by}>
        New clause {proposedPlace(negotiation, proposal)}, proposed by <PartyCodes parties={behind(negotiation, proposal, on)} />
      </p>
      {editing === undefined ? (
        still
      ) : (
        <Suspense fallback={still}>
          <LiveClauseEditor
            key={doc.guid}
            view={{ proposal, negotiation, speaker }}
            at={editing}
            quoted={nothingQuoted}
            onLeave={leave}
            {...{ doc, heading, spoken }}
          />
        </Suspense>
      )}
      {speaker === undefined ? null : (
        <Deeds
          {...{ proposal, negotiation, speaker, on, edit }}
          onEdit={editing === undefined ? () => attention.editProposed(amendment, 'end') : undefined}
        />
      )}
    </section>
  )
}

type DeedsProps = ProposedClauseProps & {
  readonly speaker: Speaker
  /** How it reads. */
  readonly on: Fingerprint | undefined
  readonly edit: RefObject<HTMLButtonElement | null>
  /** Not while it is edited. */
  readonly onEdit: (() => void) | undefined
}

function Deeds({ proposal, negotiation, speaker, on, edit, onEdit }: DeedsProps) {
  const { amendment, party } = proposal
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const own = speaker.party.party === party && may(speaker, 'draft')
  const presides = may(speaker, 'preside') || mayType(speaker, negotiation.pens.whole)
  const input = { amendment, ...(on !== undefined && { of: on }) }
  return (
    <div className={styles.deeds}>
      {own && onEdit !== undefined ? (
        <Button ref={edit} size="small" icon="pen" because={barred} onClick={onEdit}>
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
            undoable(`${capital(proposalName(negotiation, proposal))} goes into the text`, {
              shape: 'none',
              done: () => void say('amendment.incorporate', input),
            })
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
  )
}

const nothingQuoted: readonly never[] = []
