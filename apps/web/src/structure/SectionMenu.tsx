/** What can be done with a section, for seats that may. Each opens its form under the heading. */
import { may, renumberings, type Negotiation, type Section, type Speaker } from '@entente/agreement'
import { Menu, MenuItem } from '../design/Menu.tsx'
import type { SectionPanel } from '../table/attention.ts'
import { sectionTitle } from '../table/naming.ts'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Structure.module.css'

type SectionMenuProps = {
  readonly section: Section
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly onOpen: (panel: SectionPanel) => void
}

export function SectionMenu({ section, negotiation, speaker, onOpen }: SectionMenuProps) {
  const barred = useBarred()
  if (speaker === undefined) return null
  const structures = may(speaker, 'structure')
  const drafts = may(speaker, 'draft')
  if (!structures && !drafts) return null
  const open = (is: SectionPanel['is']) => onOpen({ section: section.section, is })
  const name = `Change section ${sectionTitle(section)}`
  return (
    <Menu
      className={styles.sectionMenu}
      look="ghost"
      size="small"
      icon="more"
      aria-label={name}
      title={name}
      {...(barred !== undefined && { because: barred })}
    >
      {structures ? (
        <>
          <MenuItem icon="pen" onClick={() => open('retitle')}>
            Change the heading…
          </MenuItem>
          <MenuItem icon="move" onClick={() => open('move')}>
            Move this section…
          </MenuItem>
          <MenuItem icon="plus" onClick={() => open('add-clause')}>
            Add a first clause…
          </MenuItem>
          <MenuItem icon="plus" onClick={() => open('add-section')}>
            Add a section after this one…
          </MenuItem>
          <MenuItem icon="document" onClick={() => open('bring-in')}>
            Bring in a text after this section…
          </MenuItem>
          <RemoveItem section={section} negotiation={negotiation} onClick={() => open('remove')} />
        </>
      ) : null}
      {drafts ? (
        <MenuItem icon="brackets" onClick={() => open('propose-clause')}>
          Propose a first clause…
        </MenuItem>
      ) : null}
      {may(speaker, 'preside') ? (
        <MenuItem icon="pen" onClick={() => open('pen')}>
          The pen for this section…
        </MenuItem>
      ) : null}
      {may(speaker, 'preside') && renumberings(negotiation).length > 0 ? (
        <MenuItem icon="numbers" onClick={() => open('renumber')}>
          Renumber the text…
        </MenuItem>
      ) : null}
    </Menu>
  )
}

type RemoveItemProps = Pick<SectionMenuProps, 'section' | 'negotiation'> & { readonly onClick: () => void }

/** By itself, so that the question is only asked while the menu is open. */
function RemoveItem({ section: { section }, negotiation, onClick }: RemoveItemProps) {
  const ask = useAsk()
  return (
    <MenuItem icon="close" because={whyNot(ask('section.remove', { section }), negotiation)} onClick={onClick}>
      Remove this section…
    </MenuItem>
  )
}
