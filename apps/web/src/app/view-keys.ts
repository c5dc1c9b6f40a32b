/** `G` and a letter change the view: T, P, M, R, C. Never while typing, composing, or with another modifier held. */
import type { NegotiationId } from '@entente/agreement'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { viewPath, type ViewName } from './views.ts'

/** The letter must follow within this time. */
const FOLLOWS_MS = 1_500

const letters: ReadonlyMap<string, ViewName> = new Map([
  ['t', 'table'],
  ['p', 'positions'],
  ['m', 'milestones'],
  ['r', 'record'],
  ['c', 'caucus'],
])

export function useViewKeys(negotiation: NegotiationId): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    let pressed = Number.NEGATIVE_INFINITY
    function onKey(event: KeyboardEvent) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const view = event.timeStamp - pressed < FOLLOWS_MS ? letters.get(key) : undefined
      pressed = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (view === undefined) return
      event.preventDefault()
      event.stopPropagation()
      navigate(viewPath(negotiation, view))
    }
    // Before the page's own keys: after G, the letters R and M mean views, not a position or a milestone.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [negotiation, navigate])
}

/** Marks where the focus goes when the text somebody was typing in was taken away: the letters they still press are no commands. */
export const SWALLOWS_KEYS = 'data-swallows-keys'

/** Whether a key pressed there writes something, or was meant to. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(`input, textarea, select, [${SWALLOWS_KEYS}]`))
}
