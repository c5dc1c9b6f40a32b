/**
 * Where every party stands on a clause. An agreed clause says so in one calm line; any other shows a chip for each party, one's own filled
 * and ringed, and in plain words what it waits for.
 */
import type { ClauseAssessment, Negotiation, PartyId, Standing } from '@entente/agreement'
import type { ClauseView } from '../clause/useClause.ts'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { PositionChip } from '../design/PositionChip.tsx'
import { shapeOfStance, shapeOfStatus, toneOf } from '../design/shape.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { namingOf, partyName } from '../table/naming.ts'
import styles from './PositionStrip.module.css'
import { waitingWords } from './waiting.ts'

type PositionStripProps = {
  readonly view: ClauseView
  readonly selected: boolean
  readonly onHistory: (party: PartyId) => void
  /** Whose history is open. */
  readonly history: PartyId | undefined
  /** How many amendments are before the table: they do not undo agreement, but nobody overlooks them. */
  readonly amendments: number
}

export function PositionStrip({ view, selected, onHistory, history, amendments }: PositionStripProps) {
  const { assessment, negotiation, speaker } = view
  const agreed = assessment.blockers.length === 0
  const waiting = waitingWords(assessment.blockers, (party) => partyName(negotiation, party))
  return (
    <>
      {agreed ? <AgreedLine assessment={assessment} negotiation={negotiation} bare={selected} amendments={amendments} /> : null}
      {agreed && !selected ? null : (
        <ul className={styles.strip} aria-label="Positions">
          {[...assessment.standings].map(([party, standing]) => (
            <li key={party} {...standingAttributes(party, standing)}>
              <PositionChip
                party={party}
                standing={standing}
                naming={namingOf(negotiation)}
                own={party === speaker?.party.party}
                tabIndex={selected ? 0 : -1}
                aria-expanded={history === party}
                aria-keyshortcuts={party === speaker?.party.party ? 'H' : undefined}
                onClick={() => onHistory(party)}
              />
            </li>
          ))}
          {waiting === undefined ? null : <li className={styles.waiting}>{waiting}</li>}
        </ul>
      )}
    </>
  )
}

type AgreedLineProps = {
  readonly assessment: ClauseAssessment
  readonly negotiation: Negotiation
  readonly bare: boolean
  readonly amendments: number
}

function AgreedLine({ assessment: { status, standings }, negotiation, bare, amendments }: AgreedLineProps) {
  const accepted = [...standings].filter(([, standing]) => standing.is === 'current')
  const shape = shapeOfStatus(status)
  const since = accepted
    .map(([, standing]) => (standing.is === 'current' ? standing.position.said.at : ''))
    .toSorted()
    .at(-1)
  return (
    <p className={styles.agreed}>
      <span className={styles.by} data-tone={toneOf(shape)}>
        <Glyph shape={shape} beside />
        <span>
          {wordOfStatus(status)}
          {bare ? null : (
            <>
              {' by '}
              <NamesOf accepted={accepted} negotiation={negotiation} />
            </>
          )}
          {amendments === 0 ? '' : amendments === 1 ? ', amendment tabled' : `, ${amendments} amendments tabled`}
        </span>
      </span>
      {since === undefined ? null : (
        <span className={styles.since}>
          since <Moment at={since} />
        </span>
      )}
      {bare ? null : <Provisos accepted={accepted} negotiation={negotiation} />}
    </p>
  )
}

type AcceptedProps = { readonly accepted: readonly (readonly [PartyId, Standing])[]; readonly negotiation: Negotiation }

/** "Kestria, Meridia and Orlava", each name marked with its party for whoever reads the page by machine. */
function NamesOf({ accepted, negotiation }: AcceptedProps) {
  return accepted.map(([party, standing], index) => (
    <span key={party} {...standingAttributes(party, standing)}>
      {index === 0 ? '' : index === accepted.length - 1 ? ' and ' : ', '}
      {partyName(negotiation, party)}
    </span>
  ))
}

/** What was added to an acceptance: capital still to confirm, a reservation, a condition that is met. */
function Provisos({ accepted, negotiation }: AcceptedProps) {
  return accepted.flatMap(([party, standing]) => {
    const proviso = standing.is === 'current' ? provisoOf(standing) : undefined
    if (standing.is !== 'current' || proviso === undefined) return []
    return (
      <Tag key={party} shape={shapeOfStance(standing.position.position)}>
        {partyName(negotiation, party)} {proviso}
      </Tag>
    )
  })
}

function provisoOf({ position: { position } }: Standing & { readonly is: 'current' }): string | undefined {
  switch (position.stance) {
    case 'accepts-ad-referendum':
      return 'ad referendum'
    case 'accepts-with-reservation':
      return 'with a reservation'
    case 'accepts-if':
      return 'on a condition, met'
    case 'stands-aside':
      return 'stands aside'
    case 'accepts':
    case 'reserves':
    case 'objects':
      return undefined
    default:
      return position satisfies never
  }
}

function standingAttributes(party: PartyId, standing: Standing) {
  return {
    'data-party': party,
    'data-standing': standing.is,
    ...(standing.is !== 'none' && { 'data-stance': standing.position.position.stance }),
  }
}
