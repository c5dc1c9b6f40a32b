/**
 * The days that others count from: which are set, which are only presumed, who may say when they are. Setting one shows first what moves.
 */
import { may, type Anchor, type Assessment, type Negotiation, type Speaker, type Timestamp } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { partyName } from '../table/naming.ts'
import styles from './AnchorsDialog.module.css'
import { NameAnchor } from './NameAnchor.tsx'
import { SetAnchor } from './SetAnchor.tsx'

type AnchorsDialogProps = {
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly speaker: Speaker | undefined
  readonly now: Timestamp
  readonly onClose: () => void
}

type Doing = { readonly is: 'looking' } | { readonly is: 'naming' } | { readonly is: 'setting'; readonly anchor: Anchor['anchor'] }

export function AnchorsDialog({ negotiation, agreed, speaker, now, onClose }: AnchorsDialogProps) {
  const [doing, setDoing] = useState<Doing>({ is: 'looking' })
  const look = () => setDoing({ is: 'looking' })
  const anchors = [...negotiation.anchors.values()]
  const presides = speaker !== undefined && may(speaker, 'preside')
  return (
    <Dialog title="Anchor days" size="medium" onClose={onClose}>
      <div className={styles.dialog}>
        <p className={styles.hint}>
          Deadlines such as “21 days after Signature” count from these days. Setting one moves everything that counts from it.
        </p>
        {anchors.length === 0 ? <p>None is named yet.</p> : null}
        <ul className={styles.anchors}>
          {anchors.map((anchor) => {
            const maySet = presides || (speaker !== undefined && may(speaker, 'attest') && anchor.setBy.includes(speaker.party.party))
            const setting = doing.is === 'setting' && doing.anchor === anchor.anchor
            return (
              <li key={anchor.anchor}>
                <div className={styles.head}>
                  <b>{anchor.label}</b>
                  <DayOf anchor={anchor} />
                  {maySet && !setting ? (
                    <Button size="small" onClick={() => setDoing({ is: 'setting', anchor: anchor.anchor })}>
                      {anchor.day === undefined ? 'Set the day…' : 'Set another day…'}
                    </Button>
                  ) : null}
                </div>
                <small>Set by {list(['the chair', ...anchor.setBy.map((party) => partyName(negotiation, party))])}.</small>
                {setting ? <SetAnchor {...{ anchor, negotiation, agreed, now }} onClose={look} /> : null}
              </li>
            )
          })}
        </ul>
        {presides && doing.is !== 'naming' ? (
          <div>
            <Button size="small" icon="plus" onClick={() => setDoing({ is: 'naming' })}>
              Name an anchor day
            </Button>
          </div>
        ) : null}
        {doing.is === 'naming' ? <NameAnchor negotiation={negotiation} onClose={look} /> : null}
      </div>
    </Dialog>
  )
}

function DayOf({ anchor: { day, presumed } }: { readonly anchor: Anchor }) {
  if (day !== undefined) return <Tag shape="accepts">{dayWithYear(day)}</Tag>
  return presumed === undefined ? <Tag shape="none">Not set</Tag> : <Tag shape="ad-referendum">Presumed {dayWithYear(presumed)}</Tag>
}
