/** How people come to speak for seats, in SQLite: four subjects over one connection. */
import type { SignIn } from '../sign-in.ts'
import type { Connection } from './connection.ts'
import { openCredentials } from './sign-in/credentials.ts'
import { openFeeds } from './sign-in/feeds.ts'
import { openInvitations } from './sign-in/invitations.ts'
import { openPeople } from './sign-in/people.ts'

export function openSignIn(connection: Connection): SignIn {
  const { requirePerson, ...people } = openPeople(connection)
  return {
    ...people,
    ...openInvitations(connection, { requirePerson }),
    ...openCredentials(connection, { requirePerson }),
    ...openFeeds(connection, { requirePerson }),
  }
}
