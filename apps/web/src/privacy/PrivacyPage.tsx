/** Who can read what, and what is kept for how long, in plain words. The same is in docs/privacy.md for whoever decides whether to use this. */
import { PlainPage } from '../app/PlainPage.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Panel } from '../design/Panel.tsx'
import styles from './PrivacyPage.module.css'

export function PrivacyPage() {
  return (
    <PlainPage title="What is private" narrow>
      <h1>What is private, and what the record keeps</h1>
      <div className={styles.parts}>
        <Panel title="The table">
          <p>
            Everybody with a seat reads the text, the positions, the comments and the record, as they are made. Others see how many of your
            delegation are present. Where your caret is, other parties see only if you turn that on.
          </p>
        </Panel>
        <Panel title="Your caucus">
          <p>
            No other party can open your caucus in Entente, the chair included. Its words are never sent to anybody else, and neither is
            whether anything happens in it. Who can open it is decided by who gives the seats of your delegation: its head, from the moment
            the head sits at the table; before that, the chair. Every seat that is given stands in the record for all to read.
          </p>
          <p>
            If the chair takes your head’s seat away and gives seats in your delegation again, your caucus begins anew: whoever is seated so
            reads nothing that was said before. Those of you who had a seat then can still read the earlier caucus.
          </p>
          <p>
            A group can be read by the parties it was opened for, from its first word on, and by nobody else. Whoever the chair seats in a
            party whose head it took away has no place in groups that were opened before, unless the chair is in the group too.
          </p>
        </Panel>
        <Panel title="Whoever runs the server">
          <p>
            The operator of the server can read its database: the table, the caucuses, the notes. Entente is not end-to-end encrypted. If
            what you write must be kept from the operator, write it elsewhere, or run the server yourselves.
          </p>
          <p>
            What the operator cannot do unnoticed is rewrite the record: every entry is bound to the one before it, and the browser of each
            delegation checks that as it grows.
          </p>
        </Panel>
        <Panel title="What the record keeps for ever">
          <ul>
            <li>Who sat in which seat, by the name they gave, and when it was given, handed over or taken away.</li>
            <li>
              Every position, condition, comment and decision, with its author and time. Retracted comments stay, marked as retracted.
            </li>
            <li>Every wording that somebody took a position on, and every change to the text, with the seat it came from.</li>
          </ul>
          <p>Nothing of this is deleted when somebody leaves, and it is part of exports and backups.</p>
        </Panel>
        <Panel title="About you">
          <ul>
            <li>Your name. No address, number or password. An e-mail address only if you sign in through your organisation.</li>
            <li>
              Where you are signed in: a few words for the browser, since when and when last used. Only you see this, and the operator. It
              is forgotten when you sign out.
            </li>
            <li>
              A cookie that keeps you signed in for up to 60 days. There are no other cookies, no tracking, and nothing is loaded from other
              servers.
            </li>
            <li>
              In your own browser, sealed so that only you can read it: words the server does not have yet, and words it did not take, until
              you dismiss them or sign out.
            </li>
            <li>Passkeys: the public half of a key. Your fingerprint or face never leaves your device.</li>
          </ul>
        </Panel>
      </div>
      <p className={styles.back}>
        <ButtonLink href="/">All negotiations</ButtonLink>
      </p>
    </PlainPage>
  )
}
