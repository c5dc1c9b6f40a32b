/**
 * Milestones in time: a lane for each, its bar, elbows from what comes first, and where today is. One tab stop; arrows follow lanes and
 * dependencies, plus and minus zoom. On a phone the same lanes are a list. What the drawing shows is said in words elsewhere on the page,
 * so the drawing itself is hidden from screen readers and the bars carry names.
 */
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { classes } from '../design/classes.ts'
import { Glyph } from '../design/Glyph.tsx'
import { toneOf, type Shape } from '../design/shape.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { Axis } from './Axis.tsx'
import { geometryOf, LANE, type Lane } from './geometry.ts'
import { milestoneAfter } from './keys.ts'
import { labelWidth } from './label-width.ts'
import { marksOn, placeOf, scaleOver, zoomed, type Scale } from './scale.ts'
import styles from './Timeline.module.css'
import { useWidth } from './useWidth.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

export type TimelineLane<Id extends string> = {
  readonly id: Id
  /** The days from when it can begin to when it is due or was done, as numbers; undefined while neither can be known. */
  readonly span: { readonly from: number; readonly to: number } | undefined
  readonly waitsFor: readonly Id[]
  readonly head: ReactNode
  readonly shape: Shape
  /** The few words on the bar. */
  readonly words: string
  /** What a screen reader hears before and after them: the bar is named by all three. */
  readonly before: string
  readonly after: string
  /** Drawn with a broken line: it stands for nothing that has begun. */
  readonly tentative: boolean
  /** The code of where it stands. */
  readonly state: string
  /** How much of it is there, 0 to 1. */
  readonly share?: number | undefined
  /** Where it would lie if something slipped. */
  readonly instead?: { readonly from: number; readonly to: number } | undefined
}

type TimelineProps<Id extends string> = {
  readonly lanes: readonly TimelineLane<Id>[]
  /** Today as a day number. */
  readonly today: number
  readonly selected: Id | undefined
  /** An arrow key led to a bar. Coming by with Tab takes nothing in hand. */
  readonly onSelect: (id: Id) => void
  /** A bar was pressed. */
  readonly onOpen: (id: Id) => void
}

export function Timeline<Id extends string>({ lanes, today, selected, onSelect, onOpen }: TimelineProps<Id>) {
  const scroller = useRef<HTMLDivElement>(null)
  const corner = useRef<HTMLDivElement>(null)
  const [perDay, setPerDay] = useState<number | 'fit'>('fit')
  const room = useWidth(scroller) - useWidth(corner)

  const stretches = useMemo(() => lanes.map(({ id, span, waitsFor, words }) => ({ id, span, waitsFor, label: labelWidth(words) })), [lanes])
  const scale = useMemo(() => {
    const days = lanes.flatMap(({ span, instead }) => [span, instead].flatMap((one) => (one === undefined ? [] : [one.from, one.to])))
    return scaleOver([...days, today], Math.max(room - 2, 1), perDay)
  }, [lanes, today, room, perDay])
  const geometry = useMemo(() => geometryOf(stretches, scale), [stretches, scale])
  const show = useDayInView(scroller, scale)

  function zoom(towards: 'in' | 'out' | 'fit') {
    setPerDay(towards === 'fit' ? 'fit' : zoomed(scale.perDay, towards))
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.metaKey || event.ctrlKey) return
    const towards = event.key === '+' || event.key === '=' ? 'in' : event.key === '-' ? 'out' : event.key === '0' ? 'fit' : undefined
    if (towards !== undefined) {
      event.preventDefault()
      return zoom(towards)
    }
    const from = event.target instanceof HTMLElement ? event.target.dataset['lane'] : undefined
    const lane = stretches.find(({ id }) => id === from)
    if (lane === undefined) return
    const to = milestoneAfter(event.key, getComputedStyle(event.currentTarget).direction === 'rtl', lane.id, stretches)
    if (to === undefined) return
    event.preventDefault()
    onSelect(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-lane="${CSS.escape(to)}"]`)?.focus()
  }

  const stop = lanes.some(({ id }) => id === selected) ? selected : lanes[0]?.id
  return (
    <section className={styles.timeline} aria-label="Timeline">
      <ZoomButtons perDay={scale.perDay} onZoom={zoom} onToday={() => show(today)} />
      {/* Keys reach it from the bars inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.scroller} ref={scroller} onKeyDown={onKeyDown}>
        <div className={styles.canvas} style={{ inlineSize: room > 0 ? `calc(var(--names) + ${geometry.width}px)` : undefined }}>
          <Axis scale={scale} today={today} corner={corner} />
          <div className={styles.field}>
            <Drawing geometry={geometry} scale={scale} today={today} lanes={lanes} selected={selected} />
            <ol>
              {lanes.map((lane, row) => (
                <li key={lane.id} className={styles.lane} data-selected={lane.id === selected ? true : undefined}>
                  <div className={styles.head}>{lane.head}</div>
                  <div className={styles.line}>
                    <Bar lane={lane} place={geometry.lanes[row]} stop={lane.id === stop} selected={lane.id === selected} onOpen={onOpen} />
                  </div>
                </li>
              ))}
            </ol>
          </div>
        </div>
      </div>
    </section>
  )
}

type BarProps<Id extends string> = Pick<TimelineProps<Id>, 'onOpen'> & {
  readonly lane: TimelineLane<Id>
  readonly place: Lane<Id> | undefined
  readonly stop: boolean
  readonly selected: boolean
}

function Bar<Id extends string>({ lane, place, stop, selected, onOpen }: BarProps<Id>) {
  const { id, shape, words, before, after, tentative, share } = lane
  const bar = place?.bar
  return (
    <button
      type="button"
      className={classes(styles.bar, tentative && styles.tentative, bar === undefined && styles.placeless)}
      data-tone={toneOf(shape)}
      data-lane={id}
      data-state={lane.state}
      tabIndex={stop ? 0 : -1}
      aria-current={selected ? true : undefined}
      style={bar && { insetInlineStart: bar.x, inlineSize: bar.width }}
      onClick={() => onOpen(id)}
    >
      {share === undefined || share <= 0 ? null : <span className={styles.share} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />}
      {bar !== undefined && bar.span.width < bar.width - 1 ? (
        <span className={styles.span} style={{ insetInlineStart: bar.span.x - bar.x, inlineSize: Math.max(3, bar.span.width) }} />
      ) : null}
      <VisuallyHidden>{before} </VisuallyHidden>
      <Glyph shape={shape} beside />
      <span className={styles.words}>{words}</span>
      <VisuallyHidden>. {after}</VisuallyHidden>
    </button>
  )
}

type DrawingProps<Id extends string> = Pick<TimelineProps<Id>, 'lanes' | 'today' | 'selected'> & {
  readonly geometry: ReturnType<typeof geometryOf<Id>>
  readonly scale: Scale
}

function Drawing<Id extends string>({
  geometry: { width, height, elbows, lanes: places },
  scale,
  today,
  lanes,
  selected,
}: DrawingProps<Id>) {
  const now = placeOf(today, scale) + scale.perDay / 2
  return (
    <svg className={styles.drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {marksOn(scale).map(({ day, x }) => (
        <line key={day} className={styles.mark} x1={x} x2={x} y1={0} y2={height} />
      ))}
      {lanes.map(({ id, instead }, row) =>
        instead === undefined ? null : (
          <rect
            key={id}
            className={styles.instead}
            x={placeOf(instead.from, scale)}
            y={row * LANE + LANE - 13}
            width={Math.max(6, (instead.to + 1 - instead.from) * scale.perDay)}
            height={8}
            rx={2}
          />
        ),
      )}
      {elbows.map(({ from, to, path, tip }) => (
        <g key={`${from} ${to}`} className={from === selected || to === selected ? styles.ownElbow : styles.elbow}>
          <path d={path} />
          <path className={styles.tip} d={`M${tip.x - 5} ${tip.y - 4}L${tip.x} ${tip.y}L${tip.x - 5} ${tip.y + 4}`} />
        </g>
      ))}
      {places.length === 0 ? null : <line className={styles.today} x1={now} x2={now} y1={0} y2={height} />}
    </svg>
  )
}

/**
 * Keeps the day in the middle of the view where it is when the scale changes. Answers the way to bring a day into view.
 */
function useDayInView(scroller: RefObject<HTMLDivElement | null>, scale: Scale): (day: number) => void {
  const before = useRef(scale)
  useLayoutEffect(() => {
    const element = scroller.current
    const was = before.current
    before.current = scale
    if (element === null || was.perDay === scale.perDay) return
    const middle = Math.abs(element.scrollLeft) + element.clientWidth / 2
    scrollTo(element, placeOf(was.first + middle / was.perDay, scale) - element.clientWidth / 2)
  }, [scroller, scale])
  return (day) => {
    const element = scroller.current
    if (element !== null) scrollTo(element, placeOf(day, scale) - element.clientWidth / 3)
  }
}

/** Scrolls so many pixels from the inline start; browsers count below zero where text runs from right to left. */
function scrollTo(element: HTMLElement, from: number): void {
  const place = Math.max(0, from)
  element.scrollLeft = getComputedStyle(element).direction === 'rtl' ? -place : place
}
