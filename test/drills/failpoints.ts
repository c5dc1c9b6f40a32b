/** The steps of the way of an update at which a server is killed, in their order. */
export const failpoints = [
  'gate-to-apply',
  'apply-to-queue',
  'before-commit',
  'commit-to-broadcast',
  'broadcast-to-answer',
  'after-answer',
] as const
export type Failpoint = (typeof failpoints)[number]
