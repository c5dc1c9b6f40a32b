/**
 * Where rooms are kept.
 *
 * Read `contract.ts` first: rooms as two streams that only grow. `sign-in.ts` is the other half, invitations and sessions. The stores
 * are `./memory` for tests and `./sqlite` for everything else; `./suite` is what both must do.
 */
export * from './contract.ts'
export * from './evidence.ts'
export * from './failure.ts'
export { freshClients, platformRandom } from './lease.ts'
export * from './sign-in.ts'
export * from './token.ts'
