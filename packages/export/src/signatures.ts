/** Where the parties sign. The order of names is the alternat's, as the negotiation has it. */
import type { Negotiation, PartyId } from '@entente/agreement'
import type { Naming } from './naming.ts'
import type { Line, Signatures } from './paper.ts'
import { phrase, words } from './phrase.ts'

/** The block of signatures, if the negotiation has one. */
export function signatures({ opened }: Negotiation, naming: Naming): readonly Signatures[] {
  const { testimonium = '', signatories = [], witnesses = [] } = opened?.cover ?? {}
  if (testimonium === '' && signatories.length === 0) return []
  const names = (parties: readonly PartyId[]) => parties.map((party) => words(naming.fullName(party)))
  const groups: readonly { readonly title: Line; readonly names: readonly Line[] }[] = [
    { title: [], names: names(signatories) },
    { title: phrase(witnesses.length === 1 ? 'Witness' : 'Witnesses'), names: names(witnesses) },
  ]
  return [{ is: 'signatures', testimonium: words(testimonium), groups: groups.filter((group) => group.names.length > 0) }]
}
