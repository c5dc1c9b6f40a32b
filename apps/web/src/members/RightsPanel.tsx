/** "What may I do here?": the one table of rights, read for the seat of whoever asks. */
import type { Power, Speaker } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Icon } from '../design/Icon.tsx'
import { Panel } from '../design/Panel.tsx'
import { deed, who } from '../refusal/power-words.ts'
import { seatSentence } from '../sign-in/role-words.ts'
import { capital } from '../table/naming.ts'
import { rightsByPower, type RightsGroup } from './rights-by-power.ts'
import styles from './RightsPanel.module.css'

export function RightsPanel({ speaker }: { readonly speaker: Speaker }) {
  const groups = rightsByPower(speaker)
  const barred = groups.filter(({ allowed }) => !allowed)
  return (
    <Panel title="What may I do here?">
      <p className={styles.lede}>{seatSentence(speaker.seat.role, speaker.party)} Everything at the table is yours to read.</p>
      <Groups title="You may" speaker={speaker} groups={groups.filter(({ allowed }) => allowed)} />
      {barred.length === 0 ? null : <Groups title="You may not" speaker={speaker} groups={barred} />}
    </Panel>
  )
}

type GroupsProps = { readonly title: string; readonly speaker: Speaker; readonly groups: readonly RightsGroup[] }

function Groups({ title, speaker, groups }: GroupsProps) {
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.groups}>
        {groups.map(({ power, allowed, commands }) => (
          <li key={power ?? 'a-seat'} data-allowed={allowed}>
            <Group name={<Name {...{ power, allowed, speaker }} />} open={commands.length > 0}>
              <ul className={styles.commands}>
                {commands.map(({ name, says, rooms }) => (
                  <li key={name}>
                    {says}
                    {rooms.includes('caucus') ? <small> Also in your caucus.</small> : null}
                  </li>
                ))}
              </ul>
            </Group>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a power is for; opened, the commands it gives. One that is used by typing alone has nothing to open. */
function Group({ name, open, children }: { readonly name: ReactNode; readonly open: boolean; readonly children: ReactNode }) {
  if (!open) return <div className={styles.name}>{name}</div>
  return (
    <details>
      <summary className={styles.name}>{name}</summary>
      {children}
    </details>
  )
}

function Name({ power, allowed, speaker }: Pick<RightsGroup, 'power' | 'allowed'> & { readonly speaker: Speaker }) {
  return (
    <>
      <Icon name={allowed ? 'check' : 'close'} />
      <span>
        {power === undefined ? 'What every seat may' : capital(deed(power))}
        {allowed || power === undefined ? null : <small>{holders(power, speaker)} can.</small>}
      </span>
    </>
  )
}

function holders(power: Power, { party }: Speaker): string {
  return power === 'bind' && party.kind !== 'delegation' ? 'Heads of delegation' : capital(who(power)).replace(/,$/, '')
}
