/** The table of rights, read for one seat: what it may do and what it may not, gathered by power, and in which kinds of room. */
import {
  commands,
  may,
  powersNeeded,
  rights,
  type CommandName,
  type Power,
  type RoomKind,
  type Row,
  type Speaker,
} from '@entente/agreement'

export type RightsGroup = {
  /** Undefined: nothing is needed but to sit there. */
  readonly power: Power | undefined
  readonly allowed: boolean
  readonly commands: readonly { readonly name: CommandName; readonly says: string; readonly rooms: readonly RoomKind[] }[]
}

/** Every line of the table, once, in its order. Where any of several powers will do, the one the seat has counts. */
export function rightsByPower(speaker: Speaker): readonly RightsGroup[] {
  const lines = Object.values(commands).flatMap(({ name, says }) => {
    const row: Row = rights[name]
    const [first] = roomKinds.map((room) => row[room]).filter((need) => need !== undefined)
    if (first === undefined) return []
    const needed = powersNeeded(first)
    const own = needed.find((power) => may(speaker, power))
    const rooms = roomKinds.filter((room) => row[room] !== undefined)
    return [{ power: own ?? needed[0], allowed: needed.length === 0 || own !== undefined, command: { name, says, rooms } }]
  })
  const texts = writing.map((power): RightsGroup => ({ power, allowed: may(speaker, power), commands: [] }))
  const groups = Map.groupBy(lines, ({ power, allowed }) => `${power} ${allowed}`)
  const given = [...groups.values()].flatMap((group): readonly RightsGroup[] => {
    const [line] = group
    return line === undefined ? [] : [{ power: line.power, allowed: line.allowed, commands: group.map(({ command }) => command) }]
  })
  return [...texts.filter(({ power }) => !given.some((group) => group.power === power)), ...given]
}

/** Powers that are used by typing, not by a command. */
const writing: readonly Power[] = ['draft', 'hold-the-pen', 'translate']

const roomKinds: readonly RoomKind[] = ['table', 'caucus', 'group']
