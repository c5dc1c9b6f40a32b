/**
 * The pages that most addresses lead to, and a short wait for their code before anything is drawn: React keeps a page that says "Opening"
 * for 300 ms once it is drawn, so that nothing flickers, however soon the code is there.
 */
import { routerBase } from './base.ts'
import { fetchedPage } from './fetched-page.tsx'

/** The blink of an eye, in milliseconds. On a slower line "Opening" is drawn meanwhile. */
const BLINK = 150

export const negotiationPages = fetchedPage(async () => (await import('./NegotiationPages.tsx')).NegotiationPages)
export const groupPages = fetchedPage(async () => (await import('./NegotiationPages.tsx')).GroupPages)
export const earlierCaucusPages = fetchedPage(async () => (await import('./NegotiationPages.tsx')).EarlierCaucusPages)

/** Resolves when the code for this address is there, or after a blink. Never rejects: what goes wrong is thrown when the page is drawn. */
export async function firstPage(path: string): Promise<void> {
  if (!path.startsWith(`${routerBase}/n/`)) return
  await Promise.race([
    Promise.all([negotiationPages.begin(), groupPages.begin(), earlierCaucusPages.begin()]),
    new Promise((resolve) => {
      setTimeout(resolve, BLINK)
    }),
  ])
}
