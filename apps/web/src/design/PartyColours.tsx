/**
 * Which colour each party has: by order of invitation, stable for a negotiation, the same on every screen. Provided once around a
 * negotiation's pages, so that a party's code alone is enough to draw it.
 */
import { createContext, useContext, useMemo, type ReactNode } from 'react'

/** How many colours there are; further parties repeat them with a pattern. */
export const PARTY_COLOURS = 6

/** What is drawn for a party: its short name, and its place in the order of invitation, from 0. */
export type PartyLook = { readonly name: string; readonly order: number }

const Looks = createContext<ReadonlyMap<string, PartyLook>>(new Map())

type PartyColoursProps = {
  /** In order of invitation. */
  readonly parties: ReadonlyMap<string, { readonly shortName: string }>
  readonly children: ReactNode
}

export function PartyColours({ parties, children }: PartyColoursProps) {
  const looks = useMemo(() => new Map([...parties].map(([party, { shortName }], order) => [party, { name: shortName, order }])), [parties])
  return <Looks value={looks}>{children}</Looks>
}

/** The look of a party at this negotiation; an unknown party gets its code as its name and the first colour. */
export function usePartyLook(party: string): PartyLook {
  return useContext(Looks).get(party) ?? { name: party, order: 0 }
}

/** Attributes that give an element and everything in it the party's `--party` colour, and its pattern if colours are used up. */
export function partyColour(order: number): { readonly 'data-party-colour': number; readonly 'data-party-pattern'?: number } {
  const round = Math.floor(order / PARTY_COLOURS)
  return { 'data-party-colour': (order % PARTY_COLOURS) + 1, ...(round > 0 && { 'data-party-pattern': Math.min(round, 3) }) }
}
