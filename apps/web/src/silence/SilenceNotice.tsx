/**
 * Tells at a clause that silence will count as acceptance of its words, until when, and what it never covers. Whoever is asked can break it
 * here. How the last procedure ended stays readable.
 */
import { requiredParties, silenceOn, type ClauseId, type Negotiation, type Silence, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { Notice } from '../design/Notice.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import { endWords } from './end-words.ts'
import styles from './Silence.module.css'
import { Until } from './Until.tsx'

type SilenceNoticeProps = {
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly speaker: Speaker | undefined
  /** Without it there is nothing to press: the clause is not in hand. */
  readonly onBreak?: (() => void) | undefined
}

export function SilenceNotice({ negotiation, clause, speaker, onBreak }: SilenceNoticeProps) {
  const running = silenceOn(negotiation, clause)
  if (running !== undefined) {
    const asked = speaker !== undefined && requiredParties(negotiation).includes(speaker.party.party)
    return (
      <Notice mark={<Glyph shape="silence" beside />} className={styles.notice} data-silence="running">
        <p>
          <b>Silence procedure.</b> It ends <Until at={running.closesAt} />.
        </p>
        <p>Required parties that say nothing until then accept these words, and nothing besides. Any change of the words ends it.</p>
        {asked && onBreak !== undefined ? <BreakButton negotiation={negotiation} silence={running} onBreak={onBreak} /> : null}
      </Notice>
    )
  }
  const last = [...negotiation.silences.values()].findLast(({ clauses }) => clauses.includes(clause))
  if (onBreak === undefined || last?.ended === undefined) return null
  return (
    <p className={styles.ended} data-silence={last.ended.outcome}>
      <Glyph shape="silence" beside />
      <span>
        Silence procedure ended <Moment at={last.ended.said.at} />: {endWords(last.ended, negotiation)}
      </span>
    </p>
  )
}

function BreakButton({
  negotiation,
  silence,
  onBreak,
}: {
  readonly negotiation: Negotiation
  readonly silence: Silence
  readonly onBreak: () => void
}) {
  const ask = useAsk()
  const barred = useBarred()
  return (
    <Button
      size="small"
      because={barred ?? whyNot(ask('silence.break', { silence: silence.silence, reason: '…' }), negotiation)}
      onClick={onBreak}
    >
      Break silence…
    </Button>
  )
}
