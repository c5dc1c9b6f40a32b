import type { Party } from '@entente/agreement'
import { capital } from '../table/naming.ts'

/** What somebody does not read who is given a seat from outside in a party whose head has sat. `who` begins small: "the new head". */
export function newcomerSentence({ kind, shortName }: Party, who: string): string {
  const groups = 'has no place in groups that were opened before without you.'
  return kind === 'delegation'
    ? `Its caucus begins anew: ${who} reads nothing that ${shortName} said in it before, and ${groups}`
    : `${capital(who)} ${groups}`
}
