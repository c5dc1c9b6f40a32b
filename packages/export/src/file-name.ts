/** How the file of a paper, or of the positions, is called. */
import type { Commitments } from './commitments.ts'
import type { Matrix } from './matrix.ts'
import type { Paper } from './paper.ts'

const MAX_SLUG = 60

/**
 * `vesna-valley-framework-agreed-text-412.pdf`, `vesna-valley-framework-positions-412.csv`: plain ASCII letters, digits and hyphens, whatever
 * the title contains, and the number of the record's last entry, so that two papers of one negotiation do not overwrite each other. It needs
 * no escape in a header (RFC 6266).
 */
export function fileName(paper: Paper, extension: 'docx' | 'pdf' | 'html' | 'md'): string
export function fileName(matrix: Matrix, extension: 'csv' | 'xlsx'): string
export function fileName(commitments: Commitments, extension: 'csv' | 'xlsx' | 'json'): string
export function fileName(named: Paper | Matrix | Commitments, extension: string): string {
  const slug = named.shortTitle
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replaceAll(/^-|-$/g, '')
  const what = whatOf(named)
  return `${slug === '' ? 'communique' : slug}-${what}-${named.head.seq}.${extension}`
}

function whatOf(named: Paper | Matrix | Commitments): string {
  if ('kind' in named) return named.kind === 'confidential' ? 'confidential' : `${named.kind}-text`
  return 'milestones' in named ? 'commitments' : 'positions'
}
