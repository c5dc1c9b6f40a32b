/**
 * The amendments to the clause in hand: whose each is, who stands behind it, what stands in its way, and what can be done with it from this
 * seat. The words themselves are read in the clause, in brackets.
 */
import { may, mayType, penOf, type AmendmentId, type PartyId } from '@entente/agreement'
import { collisions, type Text } from '@entente/draft'
import { useMemo } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { undoable } from '../design/Toast.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Amendments.module.css'
import { isChairsText } from './chairs-text.ts'
import { Supporting } from './Supporting.tsx'
import { useAmend } from './useAmend.ts'
import type { TabledReading } from './useAmendments.ts'

type AmendmentsProps = { readonly view: ClauseView; readonly text: Text; readonly readings: readonly TabledReading[] }

export function Amendments({ view, text, readings }: AmendmentsProps) {
  const { clause, negotiation, speaker } = view
  const attention = useAttentionStore()
  const colliding = useMemo(() => collisionsOf(text, readings), [text, readings])
  if (readings.length === 0) return null
  const presides = speaker !== undefined && may(speaker, 'preside')
  return (
    <section className={styles.amendments} aria-label={`Amendments to ${clauseName(negotiation, clause.clause)}`}>
      <header className={styles.head}>
        <h4>{readings.length === 1 ? 'One amendment' : `${readings.length} amendments`} before the table</h4>
        {presides && readings.length > 1 ? (
          <Button size="small" look="ghost" onClick={() => attention.open(clause.clause, { is: 'streamline' })}>
            Streamline…
          </Button>
        ) : null}
      </header>
      <ul className={styles.list}>
        {readings.map((tabled) => (
          <AmendmentItem
            key={tabled.amendment.amendment}
            {...{ view, tabled, readings }}
            collidesWith={(colliding.get(tabled.amendment.amendment) ?? []).map((id) => nameOf(readings, id))}
          />
        ))}
      </ul>
    </section>
  )
}

type ItemProps = {
  readonly view: ClauseView
  readonly tabled: TabledReading
  readonly readings: readonly TabledReading[]
  readonly collidesWith: readonly string[]
}

function AmendmentItem({ view, tabled, readings, collidesWith }: ItemProps) {
  const { clause, negotiation, reading: base, speaker } = view
  const { amendment, name, reading, parties } = tabled
  const supporters = parties.filter((party) => party !== amendment.party)
  const moved = amendment.does === 'reword' && amendment.against !== base.fingerprint && amendment.to === undefined
  return (
    <li className={styles.amendment} data-amendment={amendment.amendment} data-party={amendment.party}>
      <p className={styles.line}>
        <PartyCode party={amendment.party} />
        <b>{name}</b>
        <span className={styles.said}>
          {amendment.does === 'delete'
            ? `${partyName(negotiation, amendment.party)} would leave ${clauseName(negotiation, clause.clause)} out`
            : isChairsText(negotiation, amendment)
              ? 'the chair’s text'
              : `tabled by ${partyName(negotiation, amendment.party)}`}
          {amendment.does === 'reword' && amendment.to !== undefined ? `, amends ${nameOf(readings, amendment.to)}` : ''}
          {amendment.does === 'reword' && amendment.origin !== undefined ? `, ${amendment.origin.replaceAll('-', ' ')}` : ''}
        </span>
        {supporters.length === 0 ? null : (
          <span className={styles.behind}>
            supported by <PartyCodes parties={supporters} />
          </span>
        )}
        {reading !== undefined && reading.changes === 0 && reading.conflicts === 0 ? <Tag>Reads like the text</Tag> : null}
        {moved ? <Tag icon="record">The text has moved since</Tag> : null}
        {reading !== undefined && reading.conflicts > 0 ? (
          <Tag shape="brackets">
            {reading.conflicts === 1 ? 'One conflict with the text' : `${reading.conflicts} conflicts with the text`}
          </Tag>
        ) : null}
        {collidesWith.length === 0 ? null : <Tag shape="brackets">Collides with {list(collidesWith)}</Tag>}
      </p>
      {speaker === undefined ? null : <Deeds {...{ view, tabled, readings, moved }} />}
    </li>
  )
}

function Deeds({ view, tabled, readings, moved }: Omit<ItemProps, 'collidesWith'> & { readonly moved: boolean }) {
  const { clause, negotiation, speaker } = view
  const { amendment, name, reading } = tabled
  const id = amendment.amendment
  const attention = useAttentionStore()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const amend = useAmend(view, readings)
  if (speaker === undefined) return null
  const party = speaker.party.party
  const own = amendment.party === party
  const on = reading?.fingerprint
  const open = (is: 'update-amendment' | 'incorporate-amendment') => attention.open(clause.clause, { is, amendment: id })
  const incorporating = { amendment: id, on: view.reading.fingerprint, ...(on !== undefined && { of: on }) }
  const binds = may(speaker, 'bind')
  const drafts = may(speaker, 'draft')
  const pen = mayType(speaker, penOf(negotiation, clause.clause)) || may(speaker, 'preside')
  const fails = (command: Parameters<typeof ask>[0], input: unknown) => barred ?? whyNot(ask(command, input), negotiation)
  return (
    <div className={styles.deeds}>
      {own && drafts && amendment.does === 'reword' ? (
        <Button size="small" icon="pen" because={barred} onClick={() => attention.amend(clause.clause, id, 'end')}>
          Edit {name}
        </Button>
      ) : null}
      {own && drafts && moved ? (
        <Button size="small" onClick={() => open('update-amendment')}>
          Update {name} to the text…
        </Button>
      ) : null}
      {!own && binds ? <Supporting {...{ amendment, name, on, party, barred }} /> : null}
      {binds && amendment.does === 'reword' && reading !== undefined && reading.changes > 0 ? (
        <Accepting {...{ view, tabled, party, barred }} />
      ) : null}
      {!own && drafts && amendment.does === 'reword' && reading !== undefined ? (
        <Button size="small" look="ghost" because={barred} onClick={() => void amend('end', { to: { amendment: id, reading } })}>
          Amend {name}
        </Button>
      ) : null}
      {pen ? (
        <Button
          size="small"
          because={fails(
            'amendment.incorporate',
            reading === undefined || reading.conflicts === 0 ? incorporating : { ...incorporating, changes: [0] },
          )}
          onClick={() => open('incorporate-amendment')}
        >
          {amendment.does === 'delete' ? `Leave ${clauseName(negotiation, clause.clause)} out…` : `Take ${name} into the text…`}
        </Button>
      ) : null}
      {own && drafts ? (
        <Button
          size="small"
          look="ghost"
          because={barred}
          onClick={() =>
            undoable(`${speaker.party.shortName} withdraws ${name}`, {
              shape: 'none',
              done: () => void say('amendment.withdraw', { amendment: id }),
            })
          }
        >
          Withdraw {name}
        </Button>
      ) : null}
    </div>
  )
}

type ChoiceProps = { readonly tabled: TabledReading; readonly party: PartyId; readonly barred: string | undefined }

function Accepting({
  view: { clause, negotiation },
  tabled: { amendment, name, reading },
  party,
  barred,
}: ChoiceProps & { readonly view: ClauseView }) {
  const say = useSay()
  const step = negotiation.readingPositions.get(clause.clause)?.get(party)?.get(amendment.amendment)
  const accepts = step !== undefined && 'on' in step && step.on === reading?.fingerprint
  const about = { clause: clause.clause, amendment: amendment.amendment }
  return (
    <Button
      size="small"
      aria-pressed={accepts}
      because={barred}
      onClick={() =>
        void (accepts
          ? say('position.withdraw', about)
          : say('position.take', { ...about, on: reading?.fingerprint, position: { stance: 'accepts' } }))
      }
    >
      {accepts ? `Accepting ${name} if it is the text` : `Accept ${name}`}
    </Button>
  )
}

function collisionsOf(text: Text, readings: readonly TabledReading[]): ReadonlyMap<AmendmentId, readonly AmendmentId[]> {
  const rewordings = readings.filter(({ amendment }) => amendment.does === 'reword')
  return collisions(text, new Map(rewordings.map(({ amendment, text: reads }) => [amendment.amendment, reads])))
}

function nameOf(readings: readonly TabledReading[], id: AmendmentId): string {
  return readings.find(({ amendment }) => amendment.amendment === id)?.name ?? 'an earlier amendment'
}
