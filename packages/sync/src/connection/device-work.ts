/**
 * Everything that is done with a device, one after the other. A device that fails once is not asked again: what went wrong surfaces as an
 * error of the page.
 */

/** Answers how to add to it: a promise that is kept when the work has been done, or will not be. It is never broken. */
export function deviceWork(): DeviceWork {
  let failed = false
  let last = Promise.resolve()
  return (work) => {
    last = last
      .then(() => (failed ? undefined : work()))
      .catch((error: unknown) => {
        failed = true
        queueMicrotask(() => {
          throw error
        })
      })
    return last
  }
}

export type DeviceWork = (work: () => Promise<void>) => Promise<void>
