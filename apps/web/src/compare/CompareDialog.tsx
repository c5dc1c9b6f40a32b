/**
 * Two versions of the whole text beside each other, or one by itself: as of the end of a round, as of a moment, as it reads now. What differs is
 * marked in the words of each side; a clause that was moved is shown where it stands and where it stood. On a phone the two stand one under
 * the other.
 */
import { Timestamp } from '@entente/agreement'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { useView } from '../table/useView.ts'
import styles from './Compare.module.css'
import { PointChoice } from './PointChoice.tsx'
import { roundsClosed, type Point } from './points.ts'
import { differs, rowsOf } from './rows.ts'
import { RowView, OneVersion } from './RowView.tsx'
import { useTextAt, type TextAtPoint } from './useTextAt.ts'

/** Before everything; a negotiation that is shown has been opened. */
const EPOCH = Timestamp.parse('1970-01-01T00:00:00.000Z')
const now: Point = { is: 'now' }

export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const negotiation = useView((view) => view.negotiation)
  const id = negotiation.opened?.negotiation
  const lang = negotiation.opened?.cover.referenceLanguage
  const [first] = useState<Point>(() => roundsClosed(negotiation)[0] ?? { is: 'moment', at: negotiation.opened?.said.at ?? EPOCH })
  const [before, setBefore] = useState<Point>(first)
  const [after, setAfter] = useState<Point | undefined>(now)
  const [only, setOnly] = useState(false)
  const earlier = useTextAt(id, before)
  const later = useTextAt(id, after ?? now)
  const rows = useMemo(
    () => (earlier.is === 'here' && later.is === 'here' && after !== undefined ? rowsOf(earlier.text, later.text) : []),
    [earlier, later, after],
  )
  const differing = rows.filter(differs).length
  const body = useRef<HTMLElement>(null)

  /** To the next difference, or the one before. */
  function go(step: 1 | -1) {
    const marked = [...(body.current?.querySelectorAll<HTMLElement>('[data-differs]') ?? [])]
    const at = marked.findIndex((row) => row === document.activeElement)
    const next = at === -1 ? marked.at(step === 1 ? 0 : -1) : marked[(at + step + marked.length) % marked.length]
    next?.focus()
    next?.scrollIntoView({ block: 'start' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return
    const step = event.key === 'n' || event.key === 'j' ? 1 : event.key === 'p' || event.key === 'k' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    go(step)
  }

  return (
    <Dialog title="Versions of the whole text" size="full" bare onClose={onClose}>
      {/* The keys work wherever in the dialog the focus is; every one of them has a button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.compare} onKeyDown={onKeyDown}>
        <div className={styles.choices}>
          <PointChoice label={after === undefined ? 'The text' : 'Before'} point={before} onChoose={(point) => setBefore(point ?? first)} />
          <PointChoice label="Compared with" point={after} alone onChoose={setAfter} />
          {after === undefined ? null : (
            <div className={styles.walk}>
              <Checkbox label="Only what differs" checked={only} onChange={({ target }) => setOnly(target.checked)} />
              <Button size="small" shortcut="P" because={differing === 0 ? 'Nothing differs' : undefined} onClick={() => go(-1)}>
                Previous
              </Button>
              <Button size="small" shortcut="N" because={differing === 0 ? 'Nothing differs' : undefined} onClick={() => go(1)}>
                Next difference
              </Button>
            </div>
          )}
        </div>
        {/* A region that scrolls must be reachable with the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section ref={body} className={styles.body} aria-label="The text" tabIndex={0}>
          <Unless read={earlier} />
          {after === undefined ? null : <Unless read={later} />}
          {earlier.is === 'here' && after === undefined ? <OneVersion text={earlier.text} lang={lang} /> : null}
          {earlier.is === 'here' && later.is === 'here' && after !== undefined ? (
            <>
              <p className={styles.sum} role="status">
                {differing === 0
                  ? 'The two versions read alike.'
                  : `${differing === 1 ? 'One clause differs' : `${differing} clauses differ`}, ${rows.length - differing} alike.`}
              </p>
              {(only ? rows.filter(differs) : rows).map((row, index, shown) => (
                <RowView key={keyOf(row)} row={row} previous={shown[index - 1]} {...{ before, after, lang }} />
              ))}
            </>
          ) : null}
        </section>
      </div>
    </Dialog>
  )
}

function Unless({ read }: { readonly read: TextAtPoint }) {
  if (read.is === 'here') return null
  if (read.is === 'waiting') return <Skeleton waitingFor="Reading the text of then" />
  return (
    <Banner role="alert" icon="record" actions={<Button onClick={read.again}>Try again</Button>}>
      <b>{read.fault.what}</b> {read.fault.next}
    </Banner>
  )
}

function keyOf(row: ReturnType<typeof rowsOf>[number]): string {
  return row.is === 'left' ? `left ${row.before.clause}` : 'after' in row ? row.after.clause : row.before.clause
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}
