/** What can be done with a clause's place and heading, for seats that may. Opens the form in the clause; the pen is one press. */
import { may, nextClause, type Clause, type Negotiation, type Speaker } from '@entente/agreement'
import { Menu, MenuItem } from '../design/Menu.tsx'
import type { Panel } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'

export type StructurePanel =
  | (Panel & { readonly is: 'retitle' | 'move' | 'withdraw' | 'add-clause' | 'freeze' | 'pen' | 'split' | 'join' | 'duplicate' })['is']
  | 'propose-clause'
  | 'propose-deletion'

type StructureMenuProps = {
  readonly clause: Clause
  readonly negotiation: Negotiation
  readonly speaker: Speaker
  readonly onOpen: (panel: StructurePanel) => void
  /** Proposes to correct a slip, in the words selected if any are. */
  readonly onCorrect: () => void
}

export function StructureMenu({ clause, negotiation, speaker, onOpen, onCorrect }: StructureMenuProps) {
  const barred = useBarred()
  const structures = may(speaker, 'structure')
  const presides = may(speaker, 'preside')
  const drafts = may(speaker, 'draft')
  if (!structures && !presides && !drafts) return null
  const frozen = negotiation.freezes.has(clause.clause)
  const name = `Change the place of ${clauseName(negotiation, clause.clause)}`
  return (
    <Menu look="ghost" icon="more" aria-label={name} title={name} {...(barred !== undefined && { because: barred })}>
      {structures ? (
        <>
          <MenuItem icon="pen" onClick={() => onOpen('retitle')}>
            Change the heading…
          </MenuItem>
          <MenuItem icon="move" onClick={() => onOpen('move')}>
            Move…
          </MenuItem>
          <MenuItem icon="plus" onClick={() => onOpen('add-clause')}>
            Add a clause after this one…
          </MenuItem>
          <MenuItem icon="split" onClick={() => onOpen('split')}>
            Split this clause…
          </MenuItem>
          {nextClause(negotiation, clause.clause) === undefined ? null : (
            <MenuItem icon="join" onClick={() => onOpen('join')}>
              Join with the next clause…
            </MenuItem>
          )}
          <MenuItem icon="copy" onClick={() => onOpen('duplicate')}>
            Duplicate this clause…
          </MenuItem>
          <MenuItem icon="close" onClick={() => onOpen('withdraw')}>
            Withdraw this clause…
          </MenuItem>
        </>
      ) : null}
      {drafts ? (
        <>
          <MenuItem icon="brackets" onClick={() => onOpen('propose-clause')}>
            Propose a new clause after this one…
          </MenuItem>
          <MenuItem icon="brackets" onClick={() => onOpen('propose-deletion')}>
            Propose to leave this clause out…
          </MenuItem>
        </>
      ) : null}
      {presides ? (
        <MenuItem icon="check" onClick={onCorrect}>
          Correct a slip…
        </MenuItem>
      ) : null}
      {presides ? (
        <>
          <MenuItem icon="pen" onClick={() => onOpen('pen')}>
            The pen for this clause…
          </MenuItem>
          <MenuItem icon="lock" onClick={() => onOpen('freeze')}>
            {frozen ? 'Reopen this clause…' : 'Freeze this clause…'}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
