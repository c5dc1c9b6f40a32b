/** The update of whoever comes with nothing to say: no insertions, no deletions. No document is needed to see what it would do. */
import type { Inspection } from './inspection.ts'

export function isNothing(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0
}

/** What inspecting it says. */
export const NOTHING: Inspection = {
  kind: 'inspection',
  noop: true,
  typing: false,
  authors: new Map(),
  touches: new Map(),
  creates: new Set(),
  unseen: new Map(),
  weight: 0,
}
