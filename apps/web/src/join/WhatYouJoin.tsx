/** What an invitation offers, in full, before anybody accepts it. */
import type { Invitation } from '../api/shapes.ts'
import { Icon } from '../design/Icon.tsx'
import { dayWithYear } from '../design/moment.ts'
import { PartyCode } from '../design/PartyCode.tsx'
import { bindingSentence, rightsSentence, roleWord } from '../sign-in/role-words.ts'
import { Link } from 'wouter'
import styles from './WhatYouJoin.module.css'

type SeatInvitation = Extract<Invitation, { purpose: 'seat' }>

export function WhatYouJoin({ invitation }: { readonly invitation: Invitation }) {
  if (invitation.purpose === 'founder') {
    return (
      <div className={styles.what}>
        <h1>You are the first to sign in on this server</h1>
        <p className={styles.about}>
          With this link you can open negotiations and chair them. It works once and expires on {dayWithYear(invitation.expires)}.
        </p>
        <ul>
          <li>
            <Icon name="plus" />
            <span>You decide who negotiates, and get one link per seat to pass on.</span>
          </li>
          <li>
            <Icon name="record" />
            <span>What you do at a table enters its record under your name.</span>
          </li>
        </ul>
      </div>
    )
  }
  const { negotiation, party, role, expires, invitedBy } = invitation
  return (
    <div className={styles.what}>
      <p className={styles.party}>
        <PartyCode party={party.party} look={{ name: party.shortName, order: party.order }} filled />
        <b>{party.name}</b>
      </p>
      <h1>You are invited to the table {asWhat(invitation)}</h1>
      <p className={styles.about}>
        {negotiation.title}. {invitedBy === undefined ? '' : `Invited by ${invitedBy.name}, ${roleWord(invitedBy.role, invitedBy.kind)}. `}
        The link works once and expires on {dayWithYear(expires)}.
      </p>
      <ul>
        <li>
          <Icon name="pen" />
          <span>{rightsSentence(role, party.kind)}</span>
        </li>
        <li>
          <Icon name="sign" />
          <span>{bindingSentence(role, party)}</span>
        </li>
        <li>
          <Icon name="globe" />
          <span>What you write at the table is seen by every party as you write it.</span>
        </li>
        {party.kind === 'delegation' ? (
          <li>
            <Icon name="lock" />
            <span>You can open {party.shortName}’s private caucus. Other parties, the chair included, cannot.</span>
          </li>
        ) : null}
        <li>
          <Icon name="record" />
          <span>What you do at the table enters the record under your name, and stays there.</span>
        </li>
      </ul>
      <p className={styles.more}>
        <Link href="/privacy" target="_blank" rel="noopener">
          What is private, who can read it, and what the record keeps
        </Link>
      </p>
    </div>
  )
}

function asWhat({ role, party }: SeatInvitation): string {
  const word = roleWord(role, party.kind)
  if (party.kind === 'chair' && role === 'head') return 'as its chair'
  if (party.kind === 'delegation' && role === 'head') return `as head of delegation for ${party.shortName}`
  return `as ${/^[aeio]/.test(word) ? 'an' : 'a'} ${word} for ${party.shortName}`
}
