/** A restore changes nothing that was said; that it took place is for the reader of the record. */
import type { restoresFacts } from '../fact/restores.ts'
import type { Folds } from './folds.ts'

export const restores: Folds<typeof restoresFacts> = { restored: () => ({}) }
