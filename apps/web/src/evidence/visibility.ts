/** Who may open a file of evidence, in words, and how large one is. */
import type { EvidenceVisibility } from '@entente/agreement'

export const visibilities: readonly EvidenceVisibility[] = ['table', 'parties', 'monitor']

export function visibilityWords(visibility: EvidenceVisibility): string {
  switch (visibility) {
    case 'table':
      return 'Everybody at the table'
    case 'parties':
      return 'The delegations, the chair and the verifier'
    case 'monitor':
      return 'The verifier only'
    default:
      return visibility satisfies never
  }
}

export function visibilityMeaning(visibility: EvidenceVisibility): string {
  switch (visibility) {
    case 'table':
      return 'Its name stands in the record.'
    case 'parties':
    case 'monitor':
      return 'The record says that something was filed, with its hash, but not what it is called.'
    default:
      return visibility satisfies never
  }
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const

/** "1.4 MB", in thousands. */
export function sizeWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const size = bytes / 1000 ** power
  return `${size >= 100 || power === 0 ? Math.round(size) : size.toFixed(1)} ${UNITS[power] ?? ''}`
}
