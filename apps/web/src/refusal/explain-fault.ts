/** Sentences for requests that failed: what happened and what to do. */
import type { Fault } from '../api/request.ts'

/** Codes the server uses on these pages besides the refusals of the rules. */
const known: ReadonlyMap<string, readonly [what: string, next: string]> = new Map([
  [
    'invitation-invalid',
    [
      'This invitation does not open anything.',
      'It was used, withdrawn or has expired, or part of the link is missing. If it was you who used it, open the negotiation from the start page; otherwise ask whoever sent it for a new one.',
    ],
  ],
  ['invitation-used', ['Somebody has used this invitation.', 'To take back what it gave, take the seat away.']],
  ['not-signed-in', ['You are not signed in on this server.', 'Open your invitation link, or ask the chair for a new one.']],
  [
    'provider-unavailable',
    ['Your organisation’s sign-in does not answer.', 'Try again in a moment; if it persists, tell whoever runs this server.'],
  ],
  [
    'provider-refused',
    [
      'Your organisation’s sign-in did not let you in.',
      'It said no, took too long, or its answer was used before. Try again from the beginning.',
    ],
  ],
  ['identity-taken', ['Somebody else signs in here with this account.', 'Sign out, and sign in with it; or link another account.']],
  [
    'passkey-invalid',
    ['This passkey does not sign anybody in here.', 'It was removed, or took too long. Try again, or open an invitation link.'],
  ],
  [
    'passkey-impossible',
    ['Passkeys need a name in the address bar, not a number.', 'Open this server at its name, or at localhost, and try again.'],
  ],
  ['too-many-passkeys', ['You have twenty passkeys already.', 'Remove one that you do not use.']],
  ['not-allowed', ['Your seat may not do this.', 'Ask the chair of the talks.']],
  ['not-found', ['There is nothing at this address that you may see.', 'Check the address, or go to all negotiations.']],
  ['malformed', ['Something in the form is missing or too long.', 'Correct it and try again.']],
  ['rate-limited', ['Too many attempts.', 'Wait a minute and try again.']],
  [
    'origin-refused',
    ['The server does not take this page for its own.', 'Open it at the address the server gives, not through another name or port.'],
  ],
  ['full', ['The text is as long as this room can hold.', 'Take words away first, or carry on in another negotiation.']],
  ['too-large', ['This is more than the server takes at once.', 'Shorten it and try again.']],
  ['wrong-hash', ['The file changed on its way: its hash at the server is another.', 'Nothing was kept. Send it again.']],
  [
    'evidence-refused',
    ['The server’s inspection did not let this file pass.', 'Nothing was kept. Ask whoever runs the server, or file it in another form.'],
  ],
  ['type-refused', ['Files of this kind are not taken as evidence.', 'Save it as a PDF, or as another usual type, and try again.']],
  ['upload-stalled', ['The file stopped arriving.', 'Nothing was kept. Look at your connection and choose the file again.']],
  ['scan-failed', ['The server could not inspect the file.', 'Nothing was kept. Try again; if it persists, tell whoever runs the server.']],
  ['too-many-exports', ['The server is making too many documents already.', 'Try again in a moment.']],
  ['too-many-histories', ['The server is reading too many histories already.', 'Try again in a moment.']],
  ['export-failed', ['The server could not make this document.', 'Try another format; if it persists, tell whoever runs the server.']],
  ['room-busy', ['The table is being opened by too many at once.', 'Try again in a moment.']],
  ['internal', ['Something went wrong on the server.', 'Try again; if it persists, tell whoever runs the server.']],
  ['storage-unavailable', ['The server could not write to its storage.', 'Nothing was recorded. Tell whoever runs the server.']],
])

export type FaultSentence = { readonly what: string; readonly next: string }

/** Both sentences as one paragraph, for a notice or beside a form. */
export function faultWords(fault: Fault): string {
  const { what, next } = explainFault(fault)
  return `${what} ${next}`
}

export function explainFault(fault: Fault): FaultSentence {
  switch (fault.kind) {
    case 'unreachable':
      return { what: 'The server does not answer.', next: 'Check the connection and try again. Nothing was recorded.' }
    case 'unreadable':
      return {
        what: 'The server answered something this page does not understand.',
        next: `Reload the page. If it persists, tell whoever runs the server: ${fault.detail}`,
      }
    case 'refused': {
      const [what, next] = known.get(fault.code) ?? [
        `The server refused (${fault.code}).`,
        'Try again; if it persists, tell whoever runs the server.',
      ]
      return { what: fault.detail === undefined ? what : `${what} (${fault.detail})`, next }
    }
    default:
      return fault satisfies never
  }
}
