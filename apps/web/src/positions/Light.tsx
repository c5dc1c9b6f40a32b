/**
 * The three-colour reading of a clause: a full disc for agreed, a half for agreed in substance, a ring for proposed. Shape and word come
 * first; the colours are those of the statuses, because green and yellow alone tell some people nothing.
 */
import type { Light as Colour } from '@entente/agreement'
import styles from './Light.module.css'

export const lightWords: { readonly [light in Colour]: string } = {
  agreed: 'Agreed',
  'substance-agreed': 'Substance agreed, drafting open',
  proposed: 'Proposed',
}

const discs: { readonly [light in Colour]: string } = {
  agreed: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  'substance-agreed': 'M8 1a7 7 0 0 0 0 14Z',
  proposed: '',
}

const tones: { readonly [light in Colour]: string } = { agreed: 'accept', 'substance-agreed': 'condition', proposed: 'none' }

export function Light({ light }: { readonly light: Colour }) {
  return (
    <span className={styles.light} data-light={light} data-tone={tones[light]}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.4" />
        <path d={discs[light]} />
      </svg>
      {lightWords[light]}
    </span>
  )
}
