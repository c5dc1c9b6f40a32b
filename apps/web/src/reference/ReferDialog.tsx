/** Chooses the clause to refer to: by number, heading or words. The first that fits is taken with Enter. */
import type { ClauseId } from '@entente/agreement'
import { plainText } from '@entente/draft'
import { useMemo, useState, type FormEvent } from 'react'
import { ClauseLine, ClauseLines } from '../clause/ClauseLines.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { useFirstField } from '../position/useFirstField.ts'
import { useRoomView } from '../room/useRoom.ts'
import { clauseName } from '../table/naming.ts'
import { namedIn } from './reference-words.ts'
import styles from './ReferDialog.module.css'

/** Clauses that are listed; of more one is told to write more. */
const LISTED = 60
/** Characters of its words that are shown of each. */
const SHOWN = 90

type ReferDialogProps = {
  /** What would be put before the number, by the kind of clause. Empty where the words announce a reference already. */
  readonly announcing: (preambular: boolean) => string
  readonly onChoose: (clause: ClauseId, before: string) => void
  readonly onClose: () => void
}

export function ReferDialog({ announcing, onChoose, onClose }: ReferDialogProps) {
  const { negotiation, readings } = useRoomView()
  const form = useFirstField()
  const [asked, setAsked] = useState('')
  const [announced, setAnnounced] = useState(true)
  const clauses = useMemo(
    () =>
      negotiation.clauses.flatMap(({ clause, kind, heading, standing }) => {
        const reading = readings.get(clause)
        if (standing.is === 'withdrawn' || reading === undefined) return []
        const words = plainText(reading.text, namedIn(negotiation)).replaceAll(/\s+/g, ' ')
        return [{ clause, preambular: kind === 'preambular', name: clauseName(negotiation, clause), heading, words }]
      }),
    [negotiation, readings],
  )
  const wanted = asked.trim().toLowerCase()
  const fitting = clauses.filter(
    ({ name, heading, words }) =>
      wanted === '' ||
      name.toLowerCase().includes(wanted) ||
      heading.toLowerCase().includes(wanted) ||
      words.toLowerCase().includes(wanted),
  )
  const found = fitting.toSorted((one, other) => rank(one, wanted) - rank(other, wanted))
  const first = found[0]
  const before = announcing(first?.preambular ?? false)
  const choose = ({ clause, preambular }: (typeof found)[number]) => onChoose(clause, announced ? announcing(preambular) : '')

  function send(event: FormEvent) {
    event.preventDefault()
    if (first !== undefined) choose(first)
  }

  return (
    <Dialog title="Refer to a clause" size="medium" onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={send}>
        <TextField
          label="Number, heading or words"
          hint="The number in the text follows the clause when clauses are moved. Enter takes the first."
          value={asked}
          maxLength={200}
          onChange={({ target }) => setAsked(target.value)}
        />
        {before === '' ? null : (
          <Checkbox
            label={`Put the word “${before.trim()}” before it`}
            checked={announced}
            onChange={({ target }) => setAnnounced(target.checked)}
          />
        )}
        <p className={styles.count} role="status">
          {wanted === ''
            ? ''
            : found.length === 0
              ? 'No clause fits.'
              : found.length === 1
                ? 'One clause fits.'
                : `${found.length} clauses fit.`}
        </p>
        {found.length === 0 ? <Button onClick={() => setAsked('')}>Show all clauses</Button> : null}
      </form>
      <ClauseLines>
        {found.slice(0, LISTED).map((one) => (
          <ClauseLine key={one.clause} clause={one.clause} negotiation={negotiation} onPress={() => choose(one)}>
            <span dir="auto">
              {one.heading === '' ? '' : `${one.heading}: `}
              {one.words.slice(0, SHOWN).toWellFormed()}
              {one.words.length > SHOWN ? '…' : ''}
            </span>
          </ClauseLine>
        ))}
      </ClauseLines>
      {found.length > LISTED ? (
        <p className={styles.count}>{found.length - LISTED} more are not listed: write more of what you look for.</p>
      ) : null}
    </Dialog>
  )
}

/** The clause of that number first, then those with such a heading, then those with such words. */
function rank({ name, heading }: { readonly name: string; readonly heading: string }, wanted: string): number {
  if (wanted === '' || name.toLowerCase().endsWith(` ${wanted}`)) return 0
  return heading.toLowerCase().includes(wanted) ? 1 : 2
}
