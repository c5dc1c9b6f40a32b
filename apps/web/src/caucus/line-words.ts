/** The steps of a delegation's line, in their order, and what they mean. */
import type { Line } from '@entente/agreement'

export const lineSteps: readonly { readonly step: Line; readonly words: string; readonly meaning: string }[] = [
  { step: 'opening', words: 'Opening', meaning: 'What your delegation says first.' },
  { step: 'fallback', words: 'Fallback', meaning: 'What it can live with.' },
  { step: 'red-line', words: 'Red line', meaning: 'What it will not go below.' },
]
