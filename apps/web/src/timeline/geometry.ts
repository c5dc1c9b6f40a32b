/**
 * Where everything on a timeline lies: a lane for each milestone, its bar, and the elbows from what must come first to what waits for it.
 *
 * Pure: days and sizes in, places in CSS pixels out. Places count from the inline start, so a page that reads from right to left mirrors
 * the drawing as a whole.
 */
import { placeOf, type Scale } from './scale.ts'

/** What is drawn of a milestone. Days are whole numbers, counted from 1 January 1970. */
export type Stretch<Id extends string = string> = {
  readonly id: Id
  /** The day it can begin and the day it is due or was done; undefined while neither can be known. */
  readonly span: { readonly from: number; readonly to: number } | undefined
  /** Width of the words on the bar, in pixels: a bar is never narrower than what it says. */
  readonly label: number
  readonly waitsFor: readonly Id[]
}

export const LANE = 60

/** The least width of a bar in pixels: it can be hit with a finger. */
const LEAST = 28
/** How far an elbow goes out before it turns. */
const OUT = 10
/** The radius of its corners. */
const ROUND = 5

export type Lane<Id extends string = string> = {
  readonly id: Id
  /** The upper edge of the lane. */
  readonly y: number
  readonly bar:
    | {
        /** The box with the words. It begins where the span begins and may be longer than it. */
        readonly x: number
        readonly width: number
        /** The days themselves. */
        readonly span: { readonly x: number; readonly width: number }
      }
    | undefined
}

export type Elbow<Id extends string = string> = {
  readonly from: Id
  readonly to: Id
  /** An SVG path, and the point of its arrow. */
  readonly path: string
  readonly tip: { readonly x: number; readonly y: number }
}

export type Geometry<Id extends string = string> = {
  readonly width: number
  readonly height: number
  readonly lanes: readonly Lane<Id>[]
  readonly elbows: readonly Elbow<Id>[]
}

/** Lays out the stretches, one lane each in the given order. What waits for something that has no place or is not here gets no elbow. */
export function geometryOf<Id extends string>(stretches: readonly Stretch<Id>[], scale: Scale): Geometry<Id> {
  const width = scale.days * scale.perDay
  const lanes = stretches.map((stretch, row) => laneOf(stretch, row * LANE, scale, width))
  const byId = new Map(lanes.map((lane) => [lane.id, lane]))
  const elbows = stretches.flatMap(({ id, waitsFor }) =>
    [...new Set(waitsFor)].flatMap((before) => {
      const from = byId.get(before)
      const to = byId.get(id)
      return from?.bar === undefined || to?.bar === undefined ? [] : [elbow(from, to)]
    }),
  )
  return { width, height: stretches.length * LANE, lanes, elbows }
}

function laneOf<Id extends string>({ id, span, label }: Stretch<Id>, y: number, scale: Scale, total: number): Lane<Id> {
  if (span === undefined) return { id, y, bar: undefined }
  const start = placeOf(span.from, scale)
  // The day it is due is part of the span: the span ends with it.
  const end = placeOf(span.to + 1, scale)
  const width = Math.max(end - start, label, LEAST)
  // A box that would leave the drawing moves back until it fits: its words stay readable.
  const x = Math.max(0, Math.min(start, total - width))
  return { id, y, bar: { x, width, span: { x: start, width: end - start } } }
}

type Point = readonly [x: number, y: number]

function elbow<Id extends string>(from: Lane<Id>, to: Lane<Id>): Elbow<Id> {
  const a = from.bar ?? { x: 0, width: 0 }
  const b = to.bar ?? { x: 0, width: 0 }
  const start: Point = [a.x + a.width, from.y + LANE / 2]
  const tip: Point = [b.x, to.y + LANE / 2]
  const out = start[0] + OUT
  const points: readonly Point[] =
    tip[0] - OUT >= out
      ? // Straight on: down at the last moment, so that elbows from different bars meet before what waits for them all.
        [start, [tip[0] - OUT, start[1]], [tip[0] - OUT, tip[1]], tip]
      : // Back under its own start, along the edge of the lane.
        [start, [out, start[1]], [out, edgeBetween(from.y, to.y)], [tip[0] - OUT, edgeBetween(from.y, to.y)], [tip[0] - OUT, tip[1]], tip]
  return { from: from.id, to: to.id, path: rounded(points), tip: { x: tip[0], y: tip[1] } }
}

/** The edge of the lane of what waits, on the side the elbow comes from. */
function edgeBetween(from: number, to: number): number {
  return to > from ? to + 6 : to + LANE - 6
}

/** A path through the points with rounded corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const parts = [`M${show(first)}`]
  for (const [index, corner] of rest.entries()) {
    const before = points[index] ?? corner
    const after = rest[index + 1]
    if (after === undefined) {
      parts.push(`L${show(corner)}`)
      continue
    }
    const radius = Math.min(ROUND, distance(before, corner) / 2, distance(corner, after) / 2)
    parts.push(`L${show(towards(corner, before, radius))}`, `Q${show(corner)} ${show(towards(corner, after, radius))}`)
  }
  return parts.join('')
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return [from[0] + ((to[0] - from[0]) * length) / whole, from[1] + ((to[1] - from[1]) * length) / whole]
}

const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])
const show = ([x, y]: Point) => `${tenth(x)} ${tenth(y)}`
const tenth = (value: number) => Math.round(value * 10) / 10
