/** Opens a contact group or friends of the chair: for whom, under what name, and whether the table is told that it meets. */
import { may, type PartyId } from '@entente/agreement'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { server } from '../api/server.ts'
import { groupPath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { list } from '../design/status-words.ts'
import { Refused } from '../design/Refused.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { usePartOf, usePlace, useTable } from '../room/private-room.tsx'
import { partyName } from '../table/naming.ts'
import styles from './Group.module.css'

export function OpenGroup({ onClose }: { readonly onClose: () => void }) {
  const table = useTable()
  const { negotiation, token } = usePlace()
  const record = usePartOf(table, (view) => view.negotiation)
  const speaker = usePartOf(table, (view) => view.speaker)
  const [, navigate] = useLocation()
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState<readonly PartyId[]>([])
  const [announced, setAnnounced] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>(undefined)
  if (speaker === undefined) return null
  const convenes = may(speaker, 'preside')
  const own = speaker.party.party
  const parties = [own, ...chosen]
  const because = busy
    ? 'Opening it'
    : label.trim() === ''
      ? 'Give the group a name'
      : chosen.length === 0
        ? 'Choose with whom to meet'
        : undefined
  const others = [...record.parties.values()].filter(({ party, kind }) => party !== own && kind !== 'observer')

  async function open(event: FormEvent) {
    event.preventDefault()
    if (because !== undefined) return
    setBusy(true)
    const outcome = await server.openGroup(negotiation, { label: label.trim(), parties: [...parties], announced }, token)
    setBusy(false)
    if (!outcome.ok) {
      const { what, next } = explainFault(outcome.fault)
      return setFault(`Not opened. ${what} ${next}`)
    }
    onClose()
    navigate(groupPath(negotiation, outcome.value.group))
  }

  return (
    <Dialog title={convenes ? 'Convene a group' : 'Propose a group'} size="medium" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void open(event)}>
        <TextField
          label="Name"
          value={label}
          maxLength={200}
          placeholder="Contact group on distances"
          onChange={({ target }) => setLabel(target.value)}
        />
        <fieldset className={styles.parties}>
          <legend>With whom {partyName(record, own)} meets</legend>
          {others.map(({ party, shortName }) => (
            <Checkbox
              key={party}
              label={shortName}
              checked={chosen.includes(party)}
              onChange={({ target }) => setChosen(target.checked ? [...chosen, party] : chosen.filter((one) => one !== party))}
            />
          ))}
        </fieldset>
        <Checkbox
          label="Tell the table that the group meets"
          hint="Its name and who meets; nothing of what is said there."
          checked={announced}
          onChange={({ target }) => setAnnounced(target.checked)}
        />
        <p className={styles.meaning}>
          {chosen.length === 0 ? 'Those who meet' : list(parties.map((party) => partyName(record, party)))} can read it, from its first word
          on. Nobody is let in later; a wider circle is another group.
          {convenes ? '' : ' It begins when all of them have agreed.'}
          {announced ? '' : ' Nobody else learns that it exists.'}
        </p>
        {fault === undefined ? null : <Refused>{fault}</Refused>}
        <p className={styles.actions}>
          <Button type="submit" look="primary" because={because}>
            {convenes ? 'Open the group' : 'Propose it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  )
}
