/**
 * After opening: the links, one per seat, this once. The server keeps only their hashes, so a lost link cannot be shown again, only replaced.
 */
import { ButtonLink } from '../design/ButtonLink.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Banner } from '../design/Banner.tsx'
import { Panel } from '../design/Panel.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import type { Opened } from '../api/shapes.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { codesOf, type OpeningForm } from './form.ts'
import styles from './Links.module.css'

export function Links({ opened, form }: { readonly opened: Opened; readonly form: OpeningForm }) {
  const codes = codesOf(form.parties)
  const chair = form.parties.findIndex(({ kind }) => kind === 'chair')
  const own = opened.links.find(({ party }) => party === codes[chair])
  const all = opened.links.map(({ party, name, url }) => `${party}\t${name}\t${url}`).join('\n')
  return (
    <PlainPage title="Invitation links" narrow>
      <h1>The table is open</h1>
      <p className={styles.lede}>
        {form.title.trim()}. Give each person the link for their seat. Every link works once, for whoever opens it first.
      </p>
      <Banner>
        <b>The links are shown this once.</b> The server keeps no copy of them. Copy them before you leave this page; a lost link can only
        be replaced by a new one.
      </Banner>
      <Panel
        title="Links"
        flush
        className={styles.panel}
        actions={
          <CopyButton copies={all} done="All links copied">
            Copy all as text
          </CopyButton>
        }
      >
        <ul>
          {opened.links.map(({ seat, party, name, url }) => (
            <li key={seat} className={styles.link}>
              <PartyCode party={party} look={{ name: party, order: Math.max(0, codes.indexOf(party)) }} filled />
              <span className={styles.name}>{name}</span>
              <code className={styles.url}>{url}</code>
              <CopyButton copies={url} done="Copied">
                Copy link
              </CopyButton>
            </li>
          ))}
        </ul>
      </Panel>
      {own === undefined ? (
        <ButtonLink href="/">All negotiations</ButtonLink>
      ) : (
        <ButtonLink external href={own.url} look="primary" size="large" icon="forward">
          Take the chair yourself
        </ButtonLink>
      )}
      <p className={styles.note}>The chair’s link is yours: it signs you in. Copy the other links first.</p>
    </PlainPage>
  )
}
