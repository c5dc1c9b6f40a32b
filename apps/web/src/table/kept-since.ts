/** Since when words are kept aside on this device: "14:02" today, else the day. */
import { momentShort } from '../design/moment.ts'

/** `at` in milliseconds of this device's clock. */
export function since(at: number): string {
  return momentShort(new Date(at).toISOString(), new Date().toISOString())
}
