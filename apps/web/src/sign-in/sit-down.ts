/** The way to sit this tab down on another demonstration seat, given to pages by the gate around them. */
import { createContext, useContext } from 'react'

export const SitDown = createContext<(seat: string) => void>(() => undefined)

export function useSitDown(): (seat: string) => void {
  return useContext(SitDown)
}
