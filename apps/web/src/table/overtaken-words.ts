/** Words that were overtaken, as they are copied: those of the person alone, without the paragraph around them. */
import type { OvertakenDraft } from '@entente/sync/client'

export function typedWords({ stretches }: Pick<OvertakenDraft, 'stretches'>): string {
  return stretches
    .filter(({ typed }) => typed)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' … ')
}
