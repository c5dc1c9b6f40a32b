/**
 * What every store does: the contract, executable. A new store calls this from its tests and is done when it passes.
 */
import type { OpenStore } from './suite/opening.ts'
import { roomsSuite } from './suite/rooms.ts'
import { signInSuite } from './suite/sign-in.ts'
import { snapshotsAndLeasesSuite } from './suite/snapshots-and-leases.ts'

/** Defines the tests of the contract for one store. */
export function storeSuite(name: string, open: OpenStore): void {
  roomsSuite(name, open)
  snapshotsAndLeasesSuite(name, open)
  signInSuite(name, open)
}
