/**
 * The palette, measured: contrast (WCAG 2.2) of every pair that carries text or marks a control, and the distance of party and status colours
 * under simulated colour blindness (Machado 2009 at full severity, OKLab). Read from tokens.css, so what is shown is what is measured.
 */
import { expect, test } from 'vitest'
import tokens from './tokens.css?raw'

type Theme = 'light' | 'dark'
const themes: readonly Theme[] = ['light', 'dark']

const pairs = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

function colour(name: string, theme: Theme): string {
  const pair = pairs.get(name)
  if (pair === undefined) throw new Error(`tokens.css has no pair of colours called --${name}`)
  return pair[theme]
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const channels = (hex: string) => [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const visions = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seen(hex: string, matrix: readonly number[]): readonly number[] {
  const [r = 0, g = 0, b = 0] = channels(hex)
  return [0, 1, 2].map((row) =>
    Math.min(1, Math.max(0, (matrix[3 * row] ?? 0) * r + (matrix[3 * row + 1] ?? 0) * g + (matrix[3 * row + 2] ?? 0) * b)),
  )
}

function oklab([r = 0, g = 0, b = 0]: readonly number[]): readonly number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function distance(a: string, b: string, vision: keyof typeof visions): number {
  const from = oklab(seen(a, visions[vision]))
  const to = oklab(seen(b, visions[vision]))
  return 100 * Math.hypot(...from.map((value, at) => value - (to[at] ?? 0)))
}

function closest(names: readonly string[], theme: Theme, vision: keyof typeof visions): number {
  const distances = names.flatMap((a, at) => names.slice(at + 1).map((b) => distance(colour(a, theme), colour(b, theme), vision)))
  return Math.min(...distances)
}

const surfaces = ['desk', 'surface', 'surface-2', 'paper'] as const
const inks = ['ink', 'ink-2', 'ink-3', 'accent'] as const
const statuses = ['status-accept', 'status-condition', 'status-reserve', 'status-object', 'status-none'] as const
const parties = ['party-1', 'party-2', 'party-3', 'party-4', 'party-5', 'party-6'] as const

test('tokens.css states its colours as pairs', () => {
  expect(pairs.size).toBeGreaterThan(30)
})

test.each(themes)('[palette-1] text reads on every surface, %s', (theme) => {
  const low = surfaces
    .flatMap((on) => inks.map((ink) => ({ ink, on, ratio: contrast(colour(ink, theme), colour(on, theme)) })))
    .filter(({ ratio }) => ratio < 4.5)
  expect(low).toEqual([])
})

test.each(themes)('[palette-1] status and party words read on the surfaces they stand on, %s', (theme) => {
  const low = (['surface', 'paper'] as const)
    .flatMap((on) => [...statuses, ...parties].map((name) => ({ name, on, ratio: contrast(colour(name, theme), colour(on, theme)) })))
    .filter(({ ratio }) => ratio < 4.5)
  expect(low).toEqual([])
})

test.each(themes)('[palette-1] words on filled and tinted grounds read, %s', (theme) => {
  const grounds = [
    ...parties.map((party) => ['on-party', party] as const),
    ['on-accent', 'accent'],
    ['on-accent', 'accent-2'],
    ['accent', 'accent-soft'],
    ['inserted', 'inserted-soft'],
    ['deleted', 'deleted-soft'],
    ['warning-ink', 'warning-soft'],
  ] as const
  const low = grounds
    .map(([ink, on]) => ({ ink, on, ratio: contrast(colour(ink, theme), colour(on, theme)) }))
    .filter(({ ratio }) => ratio < 4.5)
  expect(low).toEqual([])
})

test.each(themes)('[palette-2] borders of controls, the focus ring and the mark in a filled shape are seen, %s', (theme) => {
  const marks = [
    ...surfaces.flatMap((on) => [
      ['control', on],
      ['focus', on],
    ]),
    ...['status-accept', 'status-object'].map((shape) => ['glyph-ink', shape]),
  ]
  const low = marks
    .map(([mark = '', on = '']) => ({ mark, on, ratio: contrast(colour(mark, theme), colour(on, theme)) }))
    .filter(({ ratio }) => ratio < 3)
  expect(low).toEqual([])
})

test.each(themes)('[palette-3] no two parties and no two statuses look alike to a colour-blind eye, %s', (theme) => {
  const least = Object.keys(visions).map((vision) => {
    const kind = vision as keyof typeof visions
    return { vision, parties: closest(parties, theme, kind), statuses: closest(statuses, theme, kind) }
  })
  expect(least.filter((minimum) => minimum.parties < 6 || minimum.statuses < 6)).toEqual([])
})
