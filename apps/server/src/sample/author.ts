/** Whom the file lets speak: a person by name, or whoever heads a party where it names none. */
import type { SampleFile } from './format.ts'
import { PartyId, SeatId, type Author } from '@entente/agreement'

export function headSeats({ people }: SampleFile, party: string): readonly SeatId[] {
  const found =
    people.find((person) => person.party === party && person.delegationRole === 'head') ?? people.find((person) => person.party === party)
  return found ? [SeatId.parse(found.id)] : []
}

/** Whoever heads the party speaks for it where the file names no person. */
export function head(file: SampleFile, party: string): Author {
  const [seat] = headSeats(file, party)
  return seat === undefined ? 'server' : { seat, party: PartyId.parse(party) }
}

export function authorOf({ people }: SampleFile, person: string): Author {
  const found = people.find(({ id }) => id === person)
  return found ? { seat: SeatId.parse(found.id), party: PartyId.parse(found.party) } : 'server'
}
