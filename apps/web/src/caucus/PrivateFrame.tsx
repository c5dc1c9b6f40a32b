/**
 * What makes a private room unmistakable: a hatched frame around the whole window in the party's colour (a group: double, in the colour of
 * nobody), and a bar that says in words who can read it.
 */
import { useId, type ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from '../design/Icon.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { Popover } from '../design/Popover.tsx'
import styles from './PrivateFrame.module.css'

type PrivateFrameProps = {
  /** The delegation whose caucus it is; undefined for a group. */
  readonly party?: string | undefined
  /** Who can read it, as a heading and a sentence. */
  readonly title: string
  readonly children: ReactNode
  /** Where the table is. */
  readonly back: string
}

export function PrivateFrame({ party, title, children, back }: PrivateFrameProps) {
  const { order } = usePartyLook(party ?? '')
  const statement = useId()
  const colour = party === undefined ? { 'data-group': true } : partyColour(order)
  return (
    <>
      <div className={styles.frame} {...colour} aria-hidden="true" />
      <div className={styles.bar} {...colour} role="note" aria-label="Who can read this room">
        <Icon name="lock" />
        <p>
          <b>{title}</b> {children}
        </p>
        <button type="button" popoverTarget={statement}>
          Who can read this?
        </button>
        <Link href={back}>Back to the table</Link>
      </div>
      <Popover id={statement} label="Who can read this?">
        <div className={styles.statement}>
          <p>
            Nobody else can open this room in Entente, and nothing about it is sent to anybody else: not its words, not that it is in use.
          </p>
          <p>Whoever operates the server can read its database. This room is not end-to-end encrypted.</p>
          <p>Nothing leaves this room by itself. “Table this wording…” publishes exactly what it shows before, and nothing besides.</p>
          <p>
            <Link href="/privacy">What is private, and what the record keeps</Link>
          </p>
        </div>
      </Popover>
    </>
  )
}
