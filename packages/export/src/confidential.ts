/**
 * What a private room keeps, as a paper for its members: the line on each clause, drafts, requests, discussions and notes.
 *
 * It says on every page whose it is and that it is for nobody else. It is made from the room's own record and the words of its drafts; of the
 * table it takes the numbers and headings of clauses.
 */
import type {
  AmendmentId,
  Ask,
  CaucusNote,
  Clause as StandingClause,
  ClauseId,
  Head,
  Line as Step,
  Negotiation,
  Timestamp,
} from '@entente/agreement'
import { directionOfLanguage, lineOn, readersOf, roomName } from '@entente/agreement'
import type { Text } from '@entente/draft'
import { discussionsOf } from './margin.ts'
import { naming as namingOf, type Naming } from './naming.ts'
import type { Alternative, Block, Line, Paper, Part } from './paper.ts'
import { passage } from './passage.ts'
import { linesOf, momentInWords, phrase, words } from './phrase.ts'
import { printable } from './printable.ts'

export type Confidences = {
  /** As the private room sees it. Throws if it is the table's. */
  readonly negotiation: Negotiation
  /** The words of the room's drafts. */
  readonly drafts: ReadonlyMap<AmendmentId, Text>
  /** The last entry of the room's own record. */
  readonly head: Head
  readonly at: Timestamp
}

const steps: { readonly [step in Step]: string } = { opening: 'Opening', fallback: 'Fallback', 'red-line': 'Red line' }

/** The paper of a private room. */
export function confidential({ negotiation, drafts, head, at }: Confidences): Paper {
  const { opened, privateRoom } = negotiation
  if (opened === undefined || privateRoom === undefined) throw new Error('Only a private room has confidences')
  const naming = namingOf(negotiation)
  const language = opened.cover.referenceLanguage
  const parties = privateRoom.parties.map(naming.shortName).join(', ')
  const readers = readersOf(negotiation).map(({ party, seats }) =>
    seats === 'all' ? naming.shortName(party) : `${naming.shortName(party)} (${seats.map((seat) => seat.name).join(', ')} alone)`,
  )
  const name = roomName(privateRoom.room)
  const whose =
    name.kind !== 'caucus'
      ? `${privateRoom.label}: ${parties}`
      : name.number === 1
        ? `Caucus of ${parties}`
        : `Caucus ${name.number} of ${parties}`
  const about = negotiation.clauses.flatMap((clause) => clausePart(negotiation, naming, drafts, clause) ?? [])
  const general = notesOn(negotiation, undefined).map((note) => noteBlock(negotiation, naming, note))
  return {
    kind: 'confidential',
    language,
    direction: directionOfLanguage(language),
    title: printable(opened.cover.title),
    shortTitle: printable(`${opened.cover.shortTitle} ${whose}`),
    symbol: undefined,
    stage: phrase(`Confidential · ${whose}`, { bold: true }),
    occasion: phrase(momentInWords(at)),
    notices: [phrase(`For ${readers.join(', ')} only. Nothing in this paper was said at the table.`, { bold: true })],
    body: [...general, ...about],
    annexes: [],
    footnotes: naming.footnotes,
    colophon: [
      phrase(`Made from the room’s own record after entry ${head.seq}, ${momentInWords(at)}. It ends in the hash`),
      phrase(head.hash),
    ],
    footer: printable(`Confidential · ${whose} · not for others`),
    head,
    at,
  }
}

/** What is kept of one clause; nothing where nothing is. */
function clausePart(
  negotiation: Negotiation,
  naming: Naming,
  drafts: Confidences['drafts'],
  { clause, heading }: StandingClause,
): Part | undefined {
  const blocks: readonly Block[] = [
    ...Array.from(lineOn(negotiation, clause), ([step, { text }]) => titled(`${steps[step]}: `, text)),
    ...[...negotiation.asks.values()].filter((ask) => ask.clause === clause).map((ask) => askBlock(negotiation, naming, ask)),
    ...notesOn(negotiation, clause).map((note) => noteBlock(negotiation, naming, note)),
  ]
  const alternatives = [...negotiation.drafts.values()]
    .filter((draft) => draft.clause === clause && draft.discarded === undefined)
    .map(({ amendment, label }): Alternative => {
      const text = drafts.get(amendment)
      if (text === undefined) throw new Error(`The words of draft ${amendment} are missing`)
      return { title: [...phrase('Draft, not tabled: '), ...words(label)], blocks: passage(text, negotiation, naming) }
    })
  const discussions = discussionsOf(negotiation, naming, clause)
  if (blocks.length + alternatives.length + discussions.length === 0) return undefined
  const number = naming.number(clause)
  const title: Line = [...(number === undefined ? [] : words(`${number}. `)), ...words(heading)]
  return { is: 'clause', clause, title, level: 1, blocks, status: undefined, alternatives, discussions }
}

/** The notes on a clause, or on the whole; not those that are steps of the line, and not what was retracted. */
function notesOn({ notes }: Negotiation, clause: ClauseId | undefined): readonly CaucusNote[] {
  return notes.filter(
    (note) => note.clause === clause && note.retracted === undefined && !(note.clause !== undefined && note.noteKind in steps),
  )
}

function noteBlock(negotiation: Negotiation, naming: Naming, { said, text }: CaucusNote): Block {
  return titled(`${author(negotiation, naming, said.by)}, ${momentInWords(said.at)}: `, text)
}

function askBlock(negotiation: Negotiation, naming: Naming, { said, position }: Ask): Block {
  const note = 'note' in position && position.note !== undefined ? `: ${position.note}` : ''
  return titled(`${author(negotiation, naming, said.by)} asks the head of delegation: `, `${position.stance.replaceAll('-', ' ')}${note}`)
}

function author({ seats }: Negotiation, naming: Naming, by: CaucusNote['said']['by']): string {
  return by === 'server' ? 'Entente' : `${seats.get(by.seat)?.name ?? by.seat} (${naming.shortName(by.party)})`
}

function titled(title: string, text: string): Block {
  return {
    is: 'paragraph',
    line: [...phrase(title, { bold: true }), ...linesOf(text).flatMap((line, index) => (index === 0 ? line : [...words(' '), ...line]))],
  }
}
