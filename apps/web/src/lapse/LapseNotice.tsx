/**
 * Tells that consent lapsed: whose, when, which words. The way to see exactly what changed since one's own delegation spoke is beside it.
 */
import type { ClauseView } from '../clause/useClause.ts'
import { Glyph } from '../design/Glyph.tsx'
import { clockOf, momentInFull, momentShort } from '../design/moment.ts'
import { Notice } from '../design/Notice.tsx'
import { useNow } from '../design/useNow.ts'
import { namedIn } from '../reference/reference-words.ts'
import { partyName } from '../table/naming.ts'
import { changedTerms, changedWords } from './changed-words.ts'
import { Difference } from './Difference.tsx'
import { acceptedWording, authorsOf, lapseSentence, lapsesOn, readsAsLeft, unconfirmedSentence, type Lapse } from './lapse.ts'
import styles from './LapseNotice.module.css'

type LapseNoticeProps = {
  readonly view: ClauseView
  /** Whether the comparison is open. */
  readonly open: boolean
  readonly onToggle: () => void
}

export function LapseNotice({ view, open, onToggle }: LapseNoticeProps) {
  const { assessment, negotiation, reading, speaker, clause } = view
  const now = useNow()
  const lapses = lapsesOn(assessment)
  const own = lapses.find(({ parties }) => parties.some((party) => party === speaker?.party.party))
  const compared = [own, ...lapses].find((lapse) => lapse?.because === 'words')
  const before = compared && acceptedWording(compared, negotiation)
  const terms = before && changedTerms(before, reading.wording)
  const panel = `difference-${clause.clause}`
  if (lapses.length === 0) return null
  return (
    <Notice mark={<Glyph shape="lapsed" beside plain />} className={styles.notice} data-lapse>
      {lapses.map((lapse) => (
        <p
          key={`${lapse.because} ${lapse.consent} ${lapse.on} ${lapse.change?.said.seq}`}
          title={lapse.change && momentInFull(lapse.change.said.at)}
        >
          {sentenceOf(lapse, view, now)}
        </p>
      ))}
      {before === undefined ? null : (
        <p>
          {own === undefined || own !== compared ? null : `${spokenBy(view, now)} `}
          <button
            type="button"
            className={styles.link}
            aria-keyshortcuts="D"
            aria-expanded={open}
            aria-controls={open ? panel : undefined}
            onClick={onToggle}
          >
            {open ? 'Hide what changed' : 'See what changed'}
          </button>
        </p>
      )}
      {open && before !== undefined ? (
        <div id={panel} className={styles.difference}>
          <Difference before={before} after={reading.wording} />
          {terms === undefined ? null : <p className={styles.besides}>Besides the words: {terms}.</p>}
        </div>
      ) : null}
    </Notice>
  )
}

function sentenceOf(lapse: Lapse, { negotiation, reading }: ClauseView, now: string): string {
  const accepted = acceptedWording(lapse, negotiation)
  const names = lapse.parties.map((party) => partyName(negotiation, party))
  if (lapse.because === 'unconfirmed') return unconfirmedSentence(names)
  return lapseSentence({
    parties: names,
    consent: lapse.consent,
    when: lapse.change && when(lapse.change.said.at, now),
    authors: lapse.change === undefined ? [] : authorsOf(lapse.change, negotiation).map((party) => partyName(negotiation, party)),
    changed: accepted && changedWords(accepted, reading.wording, namedIn(negotiation)),
    asLeft: readsAsLeft(lapse.change, reading),
  })
}

/** "Your delegation spoke of the earlier words on 18 Nov, 09:40." */
function spokenBy({ assessment, speaker }: ClauseView, now: string): string {
  const standing = speaker && assessment.standings.get(speaker.party.party)
  return standing?.is === 'lapsed' ? `Your delegation spoke of the earlier words ${when(standing.position.said.at, now)}.` : ''
}

function when(at: string, now: string): string {
  const short = momentShort(at, now)
  return short === clockOf(at) ? `at ${short}` : `on ${short}, ${clockOf(at)}`
}
