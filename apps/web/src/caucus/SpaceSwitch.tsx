/** The way between the table, one's caucus, and the groups one may enter. Not there for whoever has only the table. */
import { Link } from 'wouter'
import { viewPath } from '../app/views.ts'
import { Icon } from '../design/Icon.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { GroupsMenu } from '../group/GroupsMenu.tsx'
import { useOwnCaucusId, usePartOf, useTable } from '../room/private-room.tsx'
import styles from './SpaceSwitch.module.css'

export function SpaceSwitch({ here }: { readonly here: 'table' | 'caucus' | 'earlier-caucus' | 'group' }) {
  const table = useTable()
  const caucus = useOwnCaucusId()
  const negotiation = usePartOf(table, (view) => view.negotiation.opened?.negotiation)
  if (negotiation === undefined) return null
  return (
    <>
      {caucus === undefined && here === 'table' ? null : (
        <div className={styles.switch} role="group" aria-label="Rooms">
          <Link href={viewPath(negotiation, 'table')} {...(here === 'table' && { 'aria-current': 'true' as const })}>
            <Icon name="document" />
            <VisuallyHidden below={760}>Table</VisuallyHidden>
          </Link>
          {caucus === undefined ? null : (
            <Link href={viewPath(negotiation, 'caucus')} {...(here === 'caucus' && { 'aria-current': 'true' as const })}>
              <Icon name="lock" />
              <VisuallyHidden below={760}>Caucus</VisuallyHidden>
            </Link>
          )}
        </div>
      )}
      <GroupsMenu />
    </>
  )
}
