/** Commands on seats that are asked for once more before they are given: what each is called, and what happens then. */
import type { CommandName, Party, Seat } from '@entente/agreement'

export type Deed = {
  readonly title: string
  readonly submit: string
  readonly command: CommandName
  readonly input: unknown
  /** Said when it is on record. */
  readonly done: string
  readonly danger: boolean
  /** What happens then, a sentence each. */
  readonly consequences: readonly string[]
}

export function handOver({ shortName, kind }: Party, to: Seat): Deed {
  return {
    title: `Hand the head’s seat over to ${to.name}`,
    submit: 'Hand over',
    command: 'seat.hand-over',
    input: { to: to.seat },
    done: `${to.name} heads ${shortName} now.`,
    danger: true,
    consequences: [
      ...(kind === 'delegation'
        ? [`From now on ${to.name} records the positions of ${shortName}, and you do not. Positions on record stand.`]
        : []),
      `${to.name} gives and takes away the seats of ${shortName}.`,
      `You go on as a negotiator. Only ${to.name} can hand the seat back.`,
      'The record says so, for everybody at the table.',
    ],
  }
}

export function empower({ shortName }: Party, seat: Seat): Deed {
  return {
    title: `Let ${seat.name} bind ${shortName}`,
    submit: 'Empower',
    command: 'seat.empower',
    input: { seat: seat.seat },
    done: `${seat.name} may bind ${shortName}.`,
    danger: false,
    consequences: [
      `${seat.name} can record positions for ${shortName} as you can: what they accept, ${shortName} has accepted.`,
      'You keep your own powers, and can take this back at any time. Positions on record stand.',
      `It ends by itself when the role changes or somebody else takes the seat.`,
      'The record says so, for everybody at the table.',
    ],
  }
}

export function disempower({ shortName }: Party, seat: Seat): Deed {
  return {
    title: `${seat.name} no longer binds ${shortName}`,
    submit: 'Take it back',
    command: 'seat.disempower',
    input: { seat: seat.seat },
    done: `${seat.name} may not bind ${shortName} any more.`,
    danger: true,
    consequences: [`${seat.name} asks you to accept from now on. What they accepted for ${shortName} stands.`],
  }
}

export function verifyCredentials({ shortName }: Party, seat: Seat): Deed {
  return {
    title: `Full powers of ${seat.name}`,
    submit: 'Record them as seen',
    command: 'credentials.verify',
    input: { seat: seat.seat },
    done: `The full powers of ${seat.name} are on record as seen.`,
    danger: false,
    consequences: [
      `The record says that you have seen the full powers of ${seat.name} for ${shortName} and found them in order.`,
      'It holds for this person in this role, and is not taken back.',
    ],
  }
}

export function leaveTable(): Deed {
  return {
    title: 'Leave this table',
    submit: 'Leave the table',
    command: 'seat.leave',
    input: {},
    done: 'You have left the table.',
    danger: true,
    consequences: [
      'You give your seat up for good. To come back you need a new invitation.',
      'What you said stays on record under your name.',
    ],
  }
}
