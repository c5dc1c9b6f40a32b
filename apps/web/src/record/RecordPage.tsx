/**
 * The journal, latest first, in plain sentences, with the state of its chain. Everything said at the table is here; nothing can be taken out
 * of it without the chain showing it.
 */
import type { Entry, Negotiation } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { entryInAddress } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { dayFor, dayHeading } from '../design/moment.ts'
import { Panel } from '../design/Panel.tsx'
import { useNow } from '../design/useNow.ts'
import visually from '../design/VisuallyHidden.module.css'
import { useView } from '../table/useView.ts'
import { ChainPanel } from './ChainPanel.tsx'
import { EntryRow } from './EntryRow.tsx'
import { everything, passes, type RecordFilter } from './record-filter.ts'
import { RecordFilters } from './RecordFilters.tsx'
import styles from './RecordPage.module.css'
import { tell, type Telling } from './tell.ts'

/** Entries drawn at first, and added with each press. */
const PAGE = 150

type Told = { readonly entry: Entry; readonly telling: Telling }

export function RecordPage() {
  const negotiation = useView((view) => view.negotiation)
  const record = useView((view) => view.record)
  const now = useNow()
  const [filter, setFilter] = useState<RecordFilter>(everything)
  const told = useMemo(() => tellAll(record.entries, negotiation), [record.entries, negotiation])

  const [wanted] = useState(() => entryInAddress(location.hash))
  const [shown, setShown] = useState(() => Math.max(PAGE, 1 + told.findIndex(({ entry }) => entry.seq === wanted)))

  const kept = told.filter(({ telling }) => passes(telling, filter))
  const days = Map.groupBy(kept.slice(0, shown), ({ entry }) => dayFor(entry.at))
  return (
    <div className={styles.page}>
      <h1 className={visually.hidden}>Record</h1>
      <div className={styles.columns}>
        <Panel
          title="Journal"
          flush
          actions={
            <span className={styles.count}>
              {kept.length === told.length ? `${told.length} entries` : `${kept.length} of ${told.length} entries`}
            </span>
          }
        >
          {[...days].map(([day, entries]) => (
            <section key={day} aria-label={dayHeading(day, now)}>
              <h3 className={styles.day}>{dayHeading(day, now)}</h3>
              <ol>
                {entries.map(({ entry, telling }) => (
                  <EntryRow key={entry.seq} entry={entry} telling={telling} negotiation={negotiation} wanted={entry.seq === wanted} />
                ))}
              </ol>
            </section>
          ))}
          {kept.length === 0 ? <p className={styles.none}>Nothing like that is on record.</p> : null}
          {kept.length > shown ? (
            <p className={styles.more}>
              <Button onClick={() => setShown(shown + PAGE)}>Show {Math.min(PAGE, kept.length - shown)} earlier entries</Button>
            </p>
          ) : null}
        </Panel>
        <div className={styles.rail}>
          <ChainPanel head={record.head} chain={record.chain} />
          <RecordFilters negotiation={negotiation} filter={filter} onChange={setFilter} />
        </div>
      </div>
    </div>
  )
}

/** Latest first, by when it was said: an imported record tells of days before it was brought in, in an order of its own. */
function tellAll(entries: readonly Entry[], negotiation: Negotiation): readonly Told[] {
  return entries
    .map((entry) => ({ entry, telling: tell(entry, negotiation) }))
    .toSorted((a, b) => b.entry.at.localeCompare(a.entry.at) || b.entry.seq - a.entry.seq)
}
