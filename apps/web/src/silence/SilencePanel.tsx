/**
 * Silence beside the matrix: the procedures that run, with what is left of their time, and the least time they must run, which only all
 * required parties together can shorten.
 */
import { may, requiredParties, type Assessment, type Negotiation, type Silence, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { list } from '../design/status-words.ts'
import { numbers } from '../path/move-words.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { BreakSilence } from './BreakSilence.tsx'
import { OpenSilence } from './OpenSilence.tsx'
import styles from './Silence.module.css'
import { Until } from './Until.tsx'

type SilencePanelProps = { readonly negotiation: Negotiation; readonly assessment: Assessment; readonly speaker: Speaker | undefined }

export function SilencePanel({ negotiation, assessment, speaker }: SilencePanelProps) {
  const barred = useBarred()
  const [doing, setDoing] = useState<'open' | 'time' | Silence | undefined>(undefined)
  const running = [...negotiation.silences.values()].filter(({ ended }) => ended === undefined)
  const presides = speaker !== undefined && may(speaker, 'preside')
  const { hours, proposed } = negotiation.silenceTerms
  if (running.length === 0 && !presides && proposed === undefined) return null
  const close = () => setDoing(undefined)
  return (
    <Panel
      title="Silence procedures"
      actions={
        presides ? (
          <Button icon="plus" because={barred} onClick={() => setDoing('open')}>
            Open…
          </Button>
        ) : undefined
      }
    >
      <ul className={styles.running}>
        {running.map((silence) => (
          <Running key={silence.silence} {...{ silence, negotiation, assessment, speaker }} onBreak={() => setDoing(silence)} />
        ))}
      </ul>
      <p className={styles.quiet}>
        {running.length === 0 ? 'None runs. ' : ''}Each runs at least {hours} hours.{' '}
        {presides ? (
          <Button size="small" look="ghost" because={barred} onClick={() => setDoing('time')}>
            Propose another time…
          </Button>
        ) : null}
      </p>
      {proposed === undefined ? null : <Proposed {...{ negotiation, speaker }} hours={proposed.hours} acceptedBy={proposed.acceptedBy} />}
      {doing === 'open' ? <OpenSilence {...{ negotiation, assessment }} onClose={close} /> : null}
      {doing === 'time' ? <ProposeTime negotiation={negotiation} onClose={close} /> : null}
      {typeof doing === 'object' ? (
        <Dialog title="Silence procedure" onClose={close}>
          <BreakSilence negotiation={negotiation} silence={doing} onClose={close} />
        </Dialog>
      ) : null}
    </Panel>
  )
}

type RunningProps = SilencePanelProps & { readonly silence: Silence; readonly onBreak: () => void }

function Running({ silence, negotiation, assessment, speaker, onBreak }: RunningProps) {
  const ask = useAsk()
  const barred = useBarred()
  const asked = speaker !== undefined && requiredParties(negotiation).includes(speaker.party.party)
  const quiet = requiredParties(negotiation).filter((party) =>
    silence.clauses.some((clause) => assessment.clauses.get(clause)?.standings.get(party)?.is !== 'current'),
  )
  return (
    <li data-silence={silence.silence}>
      <Glyph shape="silence" beside />
      <div>
        <p>
          <b>{numbers(silence.clauses, negotiation)}</b> until <Until at={silence.closesAt} />
        </p>
        {quiet.length === 0 ? null : (
          <p className={styles.quiet}>
            Silent so far: <PartyCodes parties={quiet} />
          </p>
        )}
        {asked ? (
          <Button
            size="small"
            because={barred ?? whyNot(ask('silence.break', { silence: silence.silence, reason: '…' }), negotiation)}
            onClick={onBreak}
          >
            Break silence…
          </Button>
        ) : null}
      </div>
    </li>
  )
}

type ProposedProps = Pick<SilencePanelProps, 'negotiation' | 'speaker'> & {
  readonly hours: number
  readonly acceptedBy: ReadonlySet<string>
}

function Proposed({ negotiation, speaker, hours, acceptedBy }: ProposedProps) {
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const required = requiredParties(negotiation)
  const missing = required.filter((party) => !acceptedBy.has(party))
  const own = speaker?.party.party
  const asked = own !== undefined && missing.includes(own)
  return (
    <div className={styles.proposed}>
      <p>
        The Chair proposes {hours} hours instead. Not agreed yet: {list(missing.map((party) => partyName(negotiation, party)))}.
      </p>
      {asked ? (
        <Button
          size="small"
          because={barred ?? whyNot(ask('silence.accept-time', { hours }), negotiation)}
          onClick={() => void say('silence.accept-time', { hours })}
        >
          Agree to {hours} hours
        </Button>
      ) : null}
    </div>
  )
}

function ProposeTime({ negotiation, onClose }: { readonly negotiation: Negotiation; readonly onClose: () => void }) {
  const [hours, setHours] = useState(String(negotiation.silenceTerms.hours))
  const parsed = Number.parseInt(hours, 10)
  return (
    <Dialog title="Least time for silence" onClose={onClose}>
      <Statement
        title="Propose another least time"
        command="silence.propose-time"
        input={{ hours: parsed }}
        negotiation={negotiation}
        submit="Propose"
        onClose={onClose}
        {...(Number.isNaN(parsed) && { missing: 'Give the number of hours' })}
      >
        <TextField
          type="number"
          min={1}
          max={8760}
          label="Hours"
          value={hours}
          onChange={({ target }) => setHours(target.value)}
          hint="It holds once every required party has agreed to it. Procedures that run keep their deadlines."
        />
      </Statement>
    </Dialog>
  )
}
