import { shapeOfStance } from '../../design/shape.ts'
import { calledOn } from '../../proceedings/called-on.ts'
import { partyName } from '../../table/naming.ts'
import { positionDeed, positionWords } from '../tell-position.ts'
import type { Tells } from './telling.ts'

export const rollCalls: Tells<'roll-call-opened' | 'roll-call-answered' | 'roll-call-passed' | 'roll-call-closed'> = {
  'roll-call-opened': ({ on, order: [first] }, { told, negotiation }) =>
    told(`called the roll on ${calledOn(on, negotiation)}`, 'procedure', {
      clauses: on.map(({ clause }) => clause),
      more: first === undefined ? undefined : `${partyName(negotiation, first)} was drawn by lot to begin.`,
    }),
  'roll-call-answered': ({ rollCall, party, position }, { told, negotiation }) =>
    told(
      `answered the roll call: ${positionDeed(position, calledOn(negotiation.rollCalls.get(rollCall)?.on ?? [], negotiation), negotiation)}`,
      'positions',
      { by: [party], more: positionWords(position), shape: shapeOfStance(position) },
    ),
  'roll-call-passed': ({ party }, { told, negotiation }) =>
    told(`recorded that ${partyName(negotiation, party)} passed or did not answer when called`, 'procedure'),
  'roll-call-closed': (_fact, { told }) => told('recorded the end of the roll call', 'procedure'),
}
