/** Sittings held, and who is admitted. */
import type { sittingsFacts } from '../fact/sittings.ts'
import type { Folds } from './folds.ts'

export const sittings: Folds<typeof sittingsFacts> = {
  'sitting-opened': ({ sittings: was }, { sitting, sittingKind }, said) => ({
    sittings: { ...was, held: [...was.held, { sitting, kind: sittingKind, opened: said, closed: undefined }] },
  }),
  'sitting-closed': ({ sittings: was }, { sitting }, said) => ({
    sittings: { ...was, held: was.held.map((one) => (one.sitting === sitting ? { ...one, closed: said } : one)) },
  }),
  'access-set': ({ sittings: was }, { to, admitted }) => ({ sittings: { ...was, access: { ...was.access, [to]: admitted } } }),
}
