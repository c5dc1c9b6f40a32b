/** How the suite gets a store, and lets it go when the test is over. */
import { onTestFinished } from 'vitest'
import type { Random, Store } from '../contract.ts'

/** Opens an empty store. The suite closes it. */
export type OpenStore = (options?: { readonly random?: Random }) => Promise<Store>

/** An empty store until the end of the running test. */
export async function emptyStore(open: OpenStore, options?: Parameters<OpenStore>[0]): Promise<Store> {
  const store = await open(options)
  onTestFinished(() => store.close())
  return store
}
