/** What is played in one rehearsal: everybody comes in and types, and comes back again and again. */
import { setImmediate as turn } from 'node:timers/promises'
import { castOf } from './cast.ts'
import { comeIn, type Player } from './player.ts'

/** Changes typed by all together. */
const KEYS = 800
/** How often everybody comes back. The last hundreds are what makes coming back fast. */
const RETURNS = 20
/** Changes of one player under way. */
const AHEAD = 8

/** Plays on the demonstration of the server at `origin`. Resolves with how many changes were typed; rejects when somebody is sent away. */
export async function play(origin: string): Promise<number> {
  const cast = await castOf(origin)
  const players = await Promise.all(cast.map((part) => comeIn(part)))
  const keys = await type(players)
  for (const player of players) player.leave()
  for (let back = 0; back < RETURNS; back += 1) {
    const returned = await Promise.all(players.map(({ part, memory }) => comeIn(part, memory())))
    for (const player of returned) player.leave()
  }
  return keys
}

/** Until enough is typed and all of it saved. */
async function type(players: readonly Player[]): Promise<number> {
  let keys = 0
  while (keys < KEYS || players.some((player) => player.unsaved() > 0)) {
    const gone = players.find((player) => player.ended() !== undefined)
    if (gone !== undefined) throw new Error(`Sent away: ${gone.ended()}`)
    for (const player of keys < KEYS ? players : [])
      if (player.unsaved() < AHEAD) {
        player.type()
        keys += 1
      }
    await turn()
  }
  return keys
}
