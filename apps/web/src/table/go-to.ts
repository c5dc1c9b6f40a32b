/** Moving the focus to a clause, and pressing what a key stands for. The only place where the table reaches into the page by hand. */
import { AmendmentId, ClauseId } from '@entente/agreement'
import { notify } from '../design/Toast.tsx'
import type { AttentionStore } from './attention.ts'
import type { Intent, Layer } from './keyboard.ts'

/** Takes a clause in hand and puts the focus on its heading. `place` is where on the screen it comes to lie. */
export function goTo(attention: AttentionStore, clause: ClauseId, place: 'start' | 'nearest' = 'nearest'): void {
  attention.select(clause)
  requestAnimationFrame(() => {
    scrollTo(clauseElement(clause), place)
    sectionOf(clause)?.querySelector('h3')?.focus({ preventScroll: true })
  })
}

/** Puts the focus on a proposed clause. No clause of the text is taken in hand. */
export function goToProposed(amendment: AmendmentId): void {
  requestAnimationFrame(() => {
    scrollTo(proposedElement(amendment), 'start')
    document.getElementById(proposedElement(amendment))?.focus({ preventScroll: true })
  })
}

/**
 * The words somebody was typing in have closed. If that took the focus away, the whole clause has it then, or the text: from there one goes on
 * with Tab or J, and the letters that are still being typed mean nothing.
 */
export function keepPlace(clause: ClauseId | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const place = (clause && sectionOf(clause)) ?? document.querySelector<HTMLElement>('[data-region="text"]')
    if (place === null) return
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
    place.focus({ preventScroll: true })
  })
}

/** Scrolls to an element of the text, by its id, and leaves the focus where it is or goes. */
export function bringIntoSight(element: string): void {
  requestAnimationFrame(() => scrollTo(element, 'nearest'))
}

/** Clauses that come into sight with it are laid out in the same frame and may push it away, so once more in the next. */
function scrollTo(element: string, place: 'start' | 'nearest'): void {
  const section = document.getElementById(element)
  section?.scrollIntoView({ block: place })
  requestAnimationFrame(() => section?.scrollIntoView({ block: place }))
}

const CLAUSE = 'clause-'
const PROPOSED = 'proposed-'

/** The ids of the elements in which a clause and a proposed clause are shown. */
export const clauseElement = (clause: ClauseId): string => `${CLAUSE}${clause}`
export const proposedElement = (amendment: AmendmentId): string => `${PROPOSED}${amendment}`

/** Frames in which clauses that came into sight are laid out, and may push away what was just scrolled to. */
const LAYING_OUT = 3

/**
 * The heading of a clause has the focus: the clause is in hand. One that was not is kept on the screen, because a screen reader's list of
 * headings goes far at once, past clauses whose height is not known yet.
 */
export function focusCame(attention: AttentionStore, clause: ClauseId, heading: HTMLElement): void {
  if (attention.get().clause === clause) return
  attention.select(clause)
  keepInSight(heading, LAYING_OUT)
}

function keepInSight(focused: HTMLElement, frames: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== focused) return
    focused.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    if (frames > 1) keepInSight(focused, frames - 1)
  })
}

/** The clause an address names (`#clause-c5`), if it names one. */
export function clauseInAddress(hash: string): ClauseId | undefined {
  return ClauseId.safeParse(namedIn(hash, CLAUSE)).data
}

/** The proposed clause an address names (`#proposed-a5`), if it names one. */
export function proposedInAddress(hash: string): AmendmentId | undefined {
  return AmendmentId.safeParse(namedIn(hash, PROPOSED)).data
}

/** What follows in an address on the beginning of such ids. */
function namedIn(hash: string, begins: string): string | undefined {
  return hash.startsWith(`#${begins}`) ? decodeURIComponent(hash).slice(1 + begins.length) : undefined
}

const keys: { readonly [intent in Intent]?: string } = {
  accept: 'A',
  'accept-if': 'I',
  reserve: 'R',
  object: 'O',
  comment: 'C',
  milestone: 'M',
  history: 'H',
  difference: 'D',
  versions: 'W',
  'copy-link': 'Y',
  edit: 'Enter',
}

/** Presses the button of the clause in hand that an intent stands for. One that cannot be pressed says why. Answers whether there is one. */
export function press(intent: Intent, clause: ClauseId | undefined): boolean {
  const key = keys[intent]
  const button = clause && key && sectionOf(clause)?.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${key}"]`)
  if (!button) return false
  if (button.ariaDisabled === 'true') notify(button.title)
  else button.click()
  return true
}

/** Where the focus is, for the meaning of a key. Menus, dialogs and forms keep their keys to themselves. */
export function layerOf(target: EventTarget | null): Layer {
  if (!(target instanceof Element)) return 'outside'
  if (target.closest('[contenteditable="true"], input, textarea, select, form, dialog, [role="menu"], [role="toolbar"], [popover]'))
    return 'text'
  if (!target.closest('[data-clause]') || target.matches('[data-clause]')) return 'outside'
  return target.matches('h3') ? 'clause' : 'button'
}

function sectionOf(clause: ClauseId): HTMLElement | null {
  return document.getElementById(clauseElement(clause))
}
