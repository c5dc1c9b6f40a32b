import { shapeOfStance } from '../../design/shape.ts'
import { declarationWords } from '../tell-words.ts'
import { positionDeed, positionWords } from '../tell-position.ts'
import { capital } from '../../table/naming.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const consent: Tells<
  | 'position-taken'
  | 'position-withdrawn'
  | 'acceptance-confirmed'
  | 'confirmation-missed'
  | 'package-offered'
  | 'package-withdrawn'
  | 'declaration-made'
> = {
  'position-taken': (fact, { told, clause, negotiation }) =>
    told(positionDeed(fact.position, clause(fact.clause), negotiation), 'positions', {
      by: [fact.party],
      more: positionWords(fact.position),
      shape: shapeOfStance(fact.position),
    }),
  'position-withdrawn': (fact, { told, clause }) =>
    told(`withdrew its position on ${clause(fact.clause)}`, 'positions', { by: [fact.party], shape: 'none' }),
  'acceptance-confirmed': (fact, { told, clause }) =>
    told(`confirmed its acceptance of ${clause(fact.clause)}`, 'positions', { by: [fact.party], shape: 'accepts' }),
  'confirmation-missed': (fact, { told, clause }) =>
    told(`did not confirm its acceptance of ${clause(fact.clause)} in time`, 'positions', {
      by: [fact.party],
      more: 'It counts no longer.',
      shape: 'lapsed',
    }),
  'package-offered': (fact, { told, clauses }) =>
    told(`offered the package “${fact.title}”`, 'positions', {
      by: [fact.by],
      more: `${capital(clauses(fact.clauses))}. ${fact.description}`,
      shape: 'package',
    }),
  'package-withdrawn': (fact, { told, negotiation }) =>
    told(`withdrew the package “${negotiation.packages.get(fact.package)?.title ?? fact.package}”`, 'positions', {
      shape: 'package',
    }),
  'declaration-made': (fact, { told, clause }) =>
    told(`made ${declarationWords(fact.declarationKind)} on ${clause(fact.clause)}`, 'positions', {
      by: [fact.party],
      more: quoted(fact.text),
    }),
}
