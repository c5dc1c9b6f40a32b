/**
 * Every drawing of the interface, once per page, referred to by Glyph (status) and Icon (things and actions). Drawn for a 16 px grid.
 */
import type { ReactNode } from 'react'
import styles from './Sprite.module.css'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const mark = { fill: 'none', stroke: 'var(--glyph-ink)', strokeWidth: 1.9, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const tick = 'M4.8 8.3 7 10.5l4.3-4.7'
const octagon = 'M5.1.8h5.8l4.3 4.3v5.8l-4.3 4.3H5.1L.8 10.9V5.1Z'

const glyphs: { readonly [name: string]: ReactNode } = {
  accepts: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d={tick} {...mark} />
    </>
  ),
  'ad-referendum': (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />
      <path d={tick} {...line} strokeWidth="1.8" />
    </>
  ),
  reservation: (
    <>
      <path d="M8 1a7 7 0 1 0 7 7h-3.2A3.8 3.8 0 0 1 8 4.2Z" fill="currentColor" />
      <circle cx="8" cy="8" r="4.6" fill="currentColor" />
      <path d={tick} {...mark} strokeWidth="1.6" />
      <path d="M11.3 1.2h3.5v3.5" {...line} strokeWidth="1.7" />
    </>
  ),
  condition: (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8Z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 1v14L.9 8Z" fill="currentColor" />
    </>
  ),
  reserves: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 5v6M10 5v6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  objects: (
    <>
      <path d={octagon} fill="currentColor" />
      <path d="m5.3 5.3 5.4 5.4M10.7 5.3l-5.4 5.4" {...mark} />
    </>
  ),
  'stands-aside': (
    <>
      <path d="M10.5 1.9a6.5 6.5 0 1 0 0 12.2" {...line} />
      <path d="M7 8h7.5M12 5.4 14.6 8 12 10.6" {...line} />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 2.6" />,
  lapsed: (
    <>
      <path d="M13.9 6.2a6.4 6.4 0 1 0 .3 3.2" {...line} />
      <path d="M14.4 2.6v3.8h-3.8" {...line} />
      <path d="M8 5v3.2l2 1.4" {...line} />
    </>
  ),
  package: (
    <>
      <rect x="1" y="1" width="10" height="10" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="4.2" y="4.2" width="11" height="11" rx="2" fill="currentColor" />
      <path d="m7 9.8 1.9 1.9 3.7-4.1" {...mark} strokeWidth="1.7" />
    </>
  ),
  brackets: (
    <>
      <path d="M5.5 2H2.6v12h2.9M10.5 2h2.9v12h-2.9" {...line} />
      <path d="M5.6 8h4.8" {...line} />
    </>
  ),
  silence: (
    <>
      <circle cx="8" cy="8" r="6.4" {...line} />
      <path d="M8 4.4V8l2.3 1.6" {...line} />
    </>
  ),
}

const icons = {
  document: 'M3.5 1.5h6l3 3v10h-9ZM5.5 7h5M5.5 9.5h5M5.5 12h3',
  grid: 'M2 2h12v12H2ZM2 6h12M6 2v12M10 6v8',
  timeline: 'M1.5 4h7M4 8h8M7.5 12h7',
  record: 'M8 4.5V8l2.3 1.5M2 8a6 6 0 1 0 1.8-4.3L2 5.4M2 2v3.4h3.4',
  sign: 'M2 13.5h12M3.5 10.5l7.2-7.2 2 2-7.2 7.2h-2Z',
  lock: 'M3.5 7h9v6.5h-9ZM5.3 7V4.8a2.7 2.7 0 0 1 5.4 0V7',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5 14 14',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  calendar: 'M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v3M10.5 2v3',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  down: 'm4 6 4 4 4-4',
  forward: 'm6 4 4 4-4 4',
  comment: 'M2 3h12v8.5H7.5l-3 2.5v-2.5H2Z',
  milestone: 'M8 1.8 14.2 8 8 14.2 1.8 8Z',
  link: 'm6.5 9.5 3-3M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5 7.5',
  person: 'M10.8 5.3a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM2.5 14c.6-3 2.8-4.3 5.5-4.3s4.9 1.3 5.5 4.3',
  globe: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0ZM2 8h12M8 1.8c4 4 4 8.4 0 12.4M8 1.8c-4 4-4 8.4 0 12.4',
  offline: 'm2 2 12 12M4.6 11.4A6 6 0 0 1 3 8M8 3.2c3 0 5.4 1.8 6.2 4.8-.3 1-.8 1.9-1.4 2.6',
  warning: 'M8 2l6.8 11.5H1.2ZM8 6.3v3.4M8 11.6v.1',
  shield: 'm8 1.6 5.5 2v4.2c0 3.3-2.3 5.5-5.5 6.6-3.2-1.1-5.5-3.3-5.5-6.6V3.6ZM5.6 8l1.7 1.8 3.2-3.5',
  list: 'M2.5 4h.1M5.5 4h8M2.5 8h.1M5.5 8h8M2.5 12h.1M5.5 12h8',
  pen: 'm3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2Z',
  check: 'm3 8.5 3.3 3.3L13 4.5',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  sun: 'M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7',
  moon: 'M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7Z',
  screen: 'M2 3h12v8H2ZM6 14h4M8 11v3',
  bold: 'M5 2.5h3.6a2.7 2.7 0 0 1 0 5.4H5ZM5 7.9h4.2a2.8 2.8 0 0 1 0 5.6H5Z',
  italic: 'M10 2.5H7M9 13.5H6M9 2.5 7 13.5',
  underline: 'M4.5 2.5v5a3.5 3.5 0 0 0 7 0v-5M4 14h8',
  bullets: 'M2.5 4.5h.1M2.5 11.5h.1M5.5 4.5h8M5.5 11.5h8',
  numbers: 'M2 2.5h1v4M2 6.5h2M2 10c1.5-1.2 2.3.3.2 3.2H4M6.5 4.5h7M6.5 11.5h7',
  reference:
    'M10.2 4.6c-.3-1.4-1.2-2.1-2.3-2.1-1.3 0-2.2.8-2.2 1.9 0 2.7 4.9 2.3 4.9 5 0 1-.8 1.7-1.9 1.9M5.8 11.4c.3 1.4 1.2 2.1 2.3 2.1 1.3 0 2.2-.8 2.2-1.9 0-2.7-4.9-2.3-4.9-5 0-1 .8-1.7 1.9-1.9',
  phrases: 'M2 4h7M2 8h4.5M2 12h3M9 13l4.6-4.6M11.4 6.4l.6-1.4.6 1.4 1.4.6-1.4.6-.6 1.4-.6-1.4-1.4-.6Z',
  footnote: 'M2 5.5h8M6 5.5v8M12.5 6V1.8l-1.3.8',
  brackets: 'M5.5 2.5H3v11h2.5M10.5 2.5H13v11h-2.5',
  undo: 'M3 6.5h6a4 4 0 0 1 0 8H6M3 6.5 6 3.5M3 6.5l3 3',
  move: 'M8 1.5v13M8 1.5 5.8 3.7M8 1.5l2.2 2.2M8 14.5l-2.2-2.2M8 14.5l2.2-2.2',
  split: 'M3 2v4h10V2M3 14v-4h10v4M1.5 8h2M7 8h2M12.5 8h2',
  join: 'M2.5 2.5h11v3h-11ZM2.5 10.5h11v3h-11ZM8 5.5v5M6 8h4',
  question: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.1v.1',
  microphone: 'M8 1.8a2 2 0 0 1 2 2v3.4a2 2 0 0 1-4 0V3.8a2 2 0 0 1 2-2ZM3.8 7a4.2 4.2 0 0 0 8.4 0M8 11.2v2.8M5.5 14h5',
  eye: 'M1.2 8S3.7 3.4 8 3.4 14.8 8 14.8 8 12.3 12.6 8 12.6 1.2 8 1.2 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  door: 'M9 2H3.5v12H9M7 8h7M11.5 5.5 14 8l-2.5 2.5',
} as const

export type IconName = keyof typeof icons

/** Placed once, at the start of the page. */
export function Sprite() {
  return (
    <svg className={styles.sprite} aria-hidden="true">
      {Object.entries(glyphs).map(([name, drawing]) => (
        <symbol key={name} id={`glyph-${name}`} viewBox="0 0 16 16">
          {drawing}
        </symbol>
      ))}
      {Object.entries(icons).map(([name, path]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 16 16">
          <path d={path} {...line} />
        </symbol>
      ))}
      <symbol id="brand" viewBox="0 0 24 24">
        <path d="M3 6.5h8.5M3 12h6M3 17.5h8.5" {...line} strokeWidth="2.4" />
        <path d="M14.5 4.5h4.2v15h-4.2" {...line} strokeWidth="2.4" />
        <circle cx="13" cy="12" r="2.3" fill="currentColor" />
      </symbol>
    </svg>
  )
}
