/** Who waits for the floor, in which order, and who has it. */
import type { floorFacts } from '../fact/floor.ts'
import type { FloorRequest } from '../floor.ts'
import type { PartyId } from '../ids.ts'
import type { Folds } from './folds.ts'

export const floor: Folds<typeof floorFacts> = {
  'floor-asked': ({ floor: was }, { party, subject, pointOfOrder = false }, said) => {
    const list = [...others(was.list, party), { party, subject, pointOfOrder, said }]
    return { floor: { ...was, list: list.toSorted((a, b) => Number(b.pointOfOrder) - Number(a.pointOfOrder)) } }
  },
  'floor-request-withdrawn': ({ floor: was }, { party }) => ({ floor: { ...was, list: others(was.list, party) } }),
  'floor-given': ({ floor: was }, { party, minutes }, said) => ({
    floor: { ...was, list: others(was.list, party), speaking: { party, minutes, said } },
  }),
  'floor-ended': ({ floor: was }) => ({ floor: { ...was, speaking: undefined } }),
  'speaking-time-set': ({ floor: was }, { minutes }) => ({ floor: { ...was, minutes } }),
  'speakers-list-closed': ({ floor: was }, _fact, said) => ({ floor: { ...was, closed: said } }),
  'speakers-list-opened': ({ floor: was }) => ({ floor: { ...was, closed: undefined } }),
}

function others(list: readonly FloorRequest[], party: PartyId): readonly FloorRequest[] {
  return list.filter((request) => request.party !== party)
}
