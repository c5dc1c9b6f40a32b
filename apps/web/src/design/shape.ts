/**
 * The status shapes and their tones. Shape is read first, then the word beside it, colour last: every shape differs from every other in
 * outline, so a grey print loses nothing.
 */
import type { ClauseStatus, Stance, Standing } from '@entente/agreement'

/** The drawings of the sprite, by what they mean. */
export type Shape =
  | 'accepts'
  | 'ad-referendum'
  | 'reservation'
  | 'condition'
  | 'reserves'
  | 'objects'
  | 'stands-aside'
  | 'none'
  | 'lapsed'
  | 'package'
  | 'brackets'
  | 'silence'

export type Tone = 'accept' | 'condition' | 'reserve' | 'object' | 'none' | 'lapsed'

const tones: { readonly [shape in Shape]: Tone } = {
  accepts: 'accept',
  'ad-referendum': 'accept',
  reservation: 'accept',
  condition: 'condition',
  reserves: 'reserve',
  objects: 'object',
  'stands-aside': 'none',
  none: 'none',
  lapsed: 'lapsed',
  package: 'accept',
  brackets: 'condition',
  silence: 'reserve',
}

export function toneOf(shape: Shape): Tone {
  return tones[shape]
}

export function shapeOfStance({ stance }: Pick<Stance, 'stance'>): Shape {
  switch (stance) {
    case 'accepts':
      return 'accepts'
    case 'accepts-ad-referendum':
      return 'ad-referendum'
    case 'accepts-with-reservation':
      return 'reservation'
    case 'accepts-if':
      return 'condition'
    case 'reserves':
      return 'reserves'
    case 'objects':
      return 'objects'
    case 'stands-aside':
      return 'stands-aside'
    default:
      return stance satisfies never
  }
}

export function shapeOfStanding(standing: Standing): Shape {
  switch (standing.is) {
    case 'none':
      return 'none'
    case 'lapsed':
      return 'lapsed'
    case 'current':
      return shapeOfStance(standing.position.position)
    default:
      return standing satisfies never
  }
}

export function shapeOfStatus(status: ClauseStatus): Shape {
  switch (status) {
    case 'agreed':
      return 'accepts'
    case 'agreed-ad-referendum':
      return 'ad-referendum'
    case 'agreed-with-reservation':
      return 'reservation'
    case 'agreed-in-package':
      return 'package'
    case 'conditional':
      return 'condition'
    case 'contested':
      return 'objects'
    case 'bracketed':
      return 'brackets'
    case 'consent-lapsed':
      return 'lapsed'
    case 'open':
      return 'none'
    default:
      return status satisfies never
  }
}
