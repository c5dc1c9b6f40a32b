/** Of which kind a clause will be that is added or proposed where a section begins. */
import type { Clause, Negotiation, SectionId } from '@entente/agreement'
import { Select } from '../design/Field.tsx'

type Kind = Clause['kind']

/** That of the clauses of the section, withdrawn ones too; else operative. */
export function kindIn({ clauses }: Pick<Negotiation, 'clauses'>, section: SectionId): Kind {
  return clauses.find((one) => one.section === section)?.kind ?? 'operative'
}

export function KindField({ kind, onChoose }: { readonly kind: Kind; readonly onChoose: (kind: Kind) => void }) {
  return (
    <Select label="Kind" value={kind} onChange={({ target }) => onChoose(target.value === 'preambular' ? 'preambular' : 'operative')}>
      <option value="operative">Operative</option>
      <option value="preambular">Preambular</option>
    </Select>
  )
}
