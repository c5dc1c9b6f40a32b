/**
 * Half characters. A character outside the basic plane is two UTF-16 units, and Yjs counts units: cut between the two, it turns into two
 * replacement characters in the copies that were cut, and in no other.
 */
import * as Y from 'yjs'
import type { Struct } from './decode.ts'

/** Whether the words of a struct would be cut inside a character, if they were cut before unit `offset`. */
export function cutsCharacter(struct: Struct, offset: number): boolean {
  if (offset <= 0 || offset >= struct.length) return false
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false
  const { str } = struct.content
  return (str.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (str.charCodeAt(offset) & 0xfc00) === 0xdc00
}
