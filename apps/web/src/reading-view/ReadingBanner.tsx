/** Says, as long as the table is not read with everything, how it is read and how to get back. */
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { dayWithYear, momentInFull } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { capital } from '../table/naming.ts'
import { keepPlace } from './keep-place.ts'
import { layers, ownLayers, useHidden, type Layer } from './layers.ts'
import type { Baseline } from './reading-view.ts'
import styles from './Reading.module.css'
import { useReading } from './ReadingViewProvider.tsx'

export function ReadingBanner() {
  const { view, compared, fault, choose } = useReading()
  const hidden = useHidden()
  if (view.is === 'everything') return hidden.size === 0 ? null : <NotShown hidden={hidden} />
  const back = (
    <Button size="small" onClick={() => choose({ is: 'everything' })}>
      Back to the whole text
    </Button>
  )
  if (fault !== undefined)
    return (
      <div className={styles.banner}>
        <Banner role="alert" icon="offline" actions={back}>
          <b>{fault.what}</b> {fault.next}
        </Banner>
      </div>
    )
  return (
    <div className={styles.banner}>
      <Banner icon="eye" role="status" actions={back}>
        {view.is === 'clean' ? (
          <>
            <b>The words alone.</b> Positions, amendments, comments and milestones are not shown. They count as ever.
          </>
        ) : compared === undefined ? (
          'Fetching the words of then…'
        ) : (
          <>
            <b>Changes since {baselineWords(view.baseline)}.</b> Added and deleted words are marked. Nothing changes for anybody else.
          </>
        )}
      </Banner>
    </div>
  )
}

/** What is not shown is easily forgotten from one day to the next, so it is said as long as it is so. */
function NotShown({ hidden }: { readonly hidden: ReadonlySet<Layer> }) {
  const showAll = () => keepPlace(() => layers.forEach((layer) => ownLayers().show(layer, true)))
  return (
    <div className={styles.banner}>
      <Banner
        icon="eye"
        role="status"
        actions={
          <Button size="small" onClick={showAll}>
            Show everything
          </Button>
        }
      >
        <b>{capital(list([...hidden]))} are not shown on this device.</b> They count as ever.
      </Banner>
    </div>
  )
}

export function baselineWords(baseline: Baseline): string {
  switch (baseline.is) {
    case 'positions':
      return 'our last position on each clause'
    case 'round':
      return `round ${baseline.round} closed on ${dayWithYear(baseline.at)}`
    case 'visit':
      return `my last visit, which ended on ${momentInFull(baseline.at)}`
    default:
      return baseline satisfies never
  }
}
