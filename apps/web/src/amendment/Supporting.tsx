/** Supporting an amendment, and leaving it. Support of an earlier wording of it is told from support of the words as they are. */
import type { Amendment, Fingerprint, PartyId } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { useSay } from '../room/useRoom.ts'

type SupportingProps = {
  readonly amendment: Amendment
  readonly name: string
  /** How it reads; nothing where a clause is to be left out. */
  readonly on: Fingerprint | undefined
  readonly party: PartyId
  readonly barred: string | undefined
}

export function Supporting({ amendment: { amendment, supporters }, name, on, party, barred }: SupportingProps) {
  const say = useSay()
  const support = supporters.get(party)
  const current = support !== undefined && support.on === on
  return (
    <Button
      size="small"
      aria-pressed={current}
      because={barred}
      onClick={() =>
        void (current ? say('amendment.leave', { amendment }) : say('amendment.support', { amendment, ...(on !== undefined && { on }) }))
      }
    >
      {current ? `Supporting ${name}` : support === undefined ? `Support ${name}` : `Support ${name} as it reads now`}
    </Button>
  )
}
