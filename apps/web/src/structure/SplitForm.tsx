/**
 * Splitting a clause: where, what each part then says, and what follows for consent and for what hangs on the words. The words are those that
 * stood when the form was opened; if they change meanwhile, the form says so and shows the new ones when asked.
 */
import { afterSpace, cutText, milestonesOf, type Milestone, type MilestoneId, type Text } from '@entente/agreement'
import { plainText, type Named } from '@entente/draft'
import { useMemo, useState } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Select, TextField } from '../design/Field.tsx'
import { notify } from '../design/Toast.tsx'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { useAsk } from '../room/useRoom.ts'
import { Statement } from '../statement/Statement.tsx'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { goesAlong } from './goes-along.ts'
import { splitPlaces, type SplitPlace } from './split-places.ts'
import styles from './Structure.module.css'

type SplitFormProps = {
  readonly view: ClauseView
  /** Where the caret stood in the bare text. */
  readonly at: number | undefined
  readonly onClose: () => void
}

export function SplitForm({ view, at, onClose }: SplitFormProps) {
  const { clause, negotiation, reading, assessment } = view
  const [seen, setSeen] = useState(reading)
  const [heading, setHeading] = useState('')
  const ask = useAsk()
  const language = negotiation.opened?.cover.referenceLanguage ?? 'en'
  const { text } = seen
  const places = useMemo(() => splitPlaces(text, language, at), [text, language, at])
  const [along, setAlong] = useState<readonly MilestoneId[]>([])
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const caret = at === undefined ? undefined : places.find((place) => place.at === afterSpace(text, at))
  const place = chosen ?? (caret ?? places[0])?.at
  const name = clauseName(negotiation, clause.clause)
  const input = { clause: clause.clause, on: seen.fingerprint, at: place, heading: heading.trim(), milestones: along }
  const decision = place === undefined ? undefined : ask('clause.split', input)
  const split = decision?.ok ? decision.facts.find((fact) => fact.kind === 'clause-split') : undefined
  const consenting = consentingTo(assessment).map((party) => partyName(negotiation, party))
  const stale = reading.fingerprint !== seen.fingerprint
  return (
    <Statement
      title={`Split ${name}`}
      command="clause.split"
      input={input}
      negotiation={negotiation}
      submit="Split the clause"
      onClose={onClose}
      onDone={() => notify(`${capital(name)} was split. “Join with the next clause” puts it together again.`)}
      {...(place === undefined && {
        missing: 'This clause has one sentence. Put the caret where it is to be split, and open this form again',
      })}
    >
      {stale ? (
        <p className={styles.note} role="status">
          The words have changed since this form was opened.{' '}
          <Button
            size="small"
            onClick={() => {
              setSeen(reading)
              setChosen(undefined)
            }}
          >
            Show them as they are now
          </Button>
        </p>
      ) : null}
      <div className={styles.two}>
        <Select
          label="The new clause begins with"
          value={place === undefined ? '' : String(place)}
          onChange={({ target }) => setChosen(Number(target.value))}
        >
          {place === undefined ? <option value="">Nothing to split</option> : null}
          {places.map((one) => (
            <option key={one.at} value={one.at}>
              {placeWords(one)}
            </option>
          ))}
        </Select>
        <TextField label="Its heading" optional value={heading} onChange={({ target }) => setHeading(target.value)} />
      </div>
      {place === undefined ? null : (
        <Halves text={text} at={place} name={name} lang={language} named={(id) => clauseName(negotiation, id)} />
      )}
      {split === undefined ? null : (
        <Milestones
          of={milestonesOf(negotiation, clause.clause).filter(
            ({ milestone }) => along.includes(milestone) || !split.moved.milestones.includes(milestone),
          )}
          {...{ along, onAlong: setAlong }}
        />
      )}
      <p className={styles.note}>
        {[
          consenting.length > 0 ? lapseWarning(consenting, 'Splitting it') : undefined,
          'Nobody has a position on the new clause.',
          split && goesAlong(split.moved),
        ]
          .filter((sentence) => sentence !== undefined)
          .join(' ')}
      </p>
    </Statement>
  )
}

type HalvesProps = { readonly text: Text; readonly at: number; readonly name: string; readonly lang: string; readonly named: Named }

function Halves({ text, at, name, lang, named }: HalvesProps) {
  const cut = cutText(text, at)
  if (cut === undefined) return null
  return (
    <div className={styles.two}>
      <figure className={styles.half}>
        <figcaption>{capital(name)}</figcaption>
        <p lang={lang} dir="auto">
          {shortened(plainText(cut.first, named))}
        </p>
      </figure>
      <figure className={styles.half}>
        <figcaption>The new clause after it</figcaption>
        <p lang={lang} dir="auto">
          {shortened(plainText(cut.second, named))}
        </p>
      </figure>
    </div>
  )
}

type MilestonesProps = {
  readonly of: readonly Milestone[]
  readonly along: readonly MilestoneId[]
  readonly onAlong: (along: readonly MilestoneId[]) => void
}

/** Those whose words do not tell to which part they belong. */
function Milestones({ of, along, onAlong }: MilestonesProps) {
  if (of.length === 0) return null
  return (
    <fieldset>
      <legend>Milestones that go to the new clause</legend>
      {of.map(({ milestone, terms }) => (
        <Checkbox
          key={milestone}
          label={terms.title}
          checked={along.includes(milestone)}
          onChange={({ target }) => onAlong(target.checked ? [...along, milestone] : along.filter((id) => id !== milestone))}
        />
      ))}
    </fieldset>
  )
}

function placeWords({ before, words }: SplitPlace): string {
  switch (before) {
    case 'caret':
      return `At the caret: “${words}”`
    case 'paragraph':
      return `Paragraph: “${words}”`
    case 'sentence':
      return `Sentence: “${words}”`
    default:
      return before satisfies never
  }
}

/** Characters of each part that are shown at its beginning and its end. */
const SHOWN = 140

function shortened(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= 2 * SHOWN) return text
  return `${characters.slice(0, SHOWN).join('').trimEnd()} … ${characters.slice(-SHOWN).join('').trimStart()}`
}
