import { momentInFull } from '../../design/moment.ts'
import type { Tells } from './telling.ts'

export const restores: Tells<'restored'> = {
  restored: (fact, { told }) =>
    told(`restored this record from a backup of ${momentInFull(fact.backup)}`, 'procedure', {
      more: 'What was said between the backup and this entry is not in it.',
    }),
}
