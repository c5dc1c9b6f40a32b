/**
 * Attacks on the gate that must fail whatever the document looks like: each made for the document as it stands, each naming the codes of
 * which one has to be the answer.
 */
import type { Attack, Kind } from './attacks/attack.ts'
import { malformed, overTheLimit, pending } from './attacks/bytes.ts'
import { halfCharacters, halves, outsideTheShape, strangeKinds } from './attacks/contents.ts'
import { forged, longWay } from './attacks/places.ts'
import { impersonate, trespass, unheardOf } from './attacks/rights.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import type { Table } from './table.ts'

const kinds: readonly Kind[] = [
  trespass,
  impersonate,
  unheardOf,
  malformed,
  pending,
  overTheLimit,
  outsideTheShape,
  strangeKinds,
  halfCharacters,
  halves,
  forged,
  longWay,
]

/** An attack of each kind for which the document offers an opportunity. */
export function attacksOn(table: Table, by: Person, random: Random): readonly Attack[] {
  return kinds.flatMap((kind) => kind(table, by, random))
}
