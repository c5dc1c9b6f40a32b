/** Who may type. */
import type { penFacts } from '../fact/pen.ts'
import { penWith, type Pen } from '../pen.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'

export const pen: Folds<typeof penFacts> = {
  'drafting-set': ({ pens }, { clause, section, drafting, holder }) => {
    const set = drafting && penWith(drafting, holder)
    if (clause !== undefined) return { pens: { ...pens, clauses: placed(pens.clauses, clause, set) } }
    if (section !== undefined) return { pens: { ...pens, sections: placed(pens.sections, section, set) } }
    return set === undefined ? {} : { pens: { ...pens, whole: set } }
  },
}

function placed<Place>(map: ReadonlyMap<Place, Pen>, place: Place, set: Pen | undefined): ReadonlyMap<Place, Pen> {
  return set === undefined ? without(map, place) : put(map, place, set)
}
