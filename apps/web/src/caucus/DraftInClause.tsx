/**
 * A draft of one's delegation opened in its clause at the table: typed with colleagues, read by nobody else, and tabled from here. The words
 * never leave the caucus' own document; what surrounds them says so.
 */
import { may, type AmendmentId, type ClauseId } from '@entente/agreement'
import { rootName, type Text } from '@entente/draft'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { ClauseLanguage } from '../clause/clause-language.ts'
import { useClause } from '../clause/useClause.ts'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import type { Quoted } from '../clause/passages.ts'
import { Button } from '../design/Button.tsx'
import { classes } from '../design/classes.ts'
import { Icon } from '../design/Icon.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { LiveClauseEditor } from '../editor/LiveClauseEditor.tsx'
import { PrivateRoom, useOwnCaucusId } from '../room/private-room.tsx'
import type { CaretAt } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import styles from './DraftInClause.module.css'
import { draftsOn } from './drafts-on.ts'
import box from './PrivateBox.module.css'
import { TableWording } from './TableWording.tsx'
import { usePutAside } from './usePutAside.ts'

type DraftInClauseProps = {
  readonly clause: ClauseId
  readonly draft: AmendmentId
  /** The words of the clause at the table, which the draft is compared with. */
  readonly base: Text
  readonly at: CaretAt
  readonly typed: string | undefined
  readonly spoken: ClauseLanguage
  /** The words as they stand, until the caucus is open. */
  readonly still: ReactNode
  readonly onLeave: () => void
  /** Called when it is no draft any more: somebody put it aside, or the caucus began anew. */
  readonly onGone: () => void
}

export function DraftInClause(props: DraftInClauseProps) {
  const caucus = useOwnCaucusId()
  if (caucus === undefined) return props.still
  return (
    <PrivateRoom key={caucus} id={caucus}>
      <Drafting {...props} />
    </PrivateRoom>
  )
}

function Drafting({ clause: id, draft: amendment, base, at, typed, spoken, still, onLeave, onGone }: DraftInClauseProps) {
  const view = useClause(id)
  const doc = useDoc()
  const root = rootName({ kind: 'amendment', amendment })
  const text = useText(doc, root)
  const loaded = useView((caucus) => caucus.loaded)
  const barred = useBarred()
  const [tabling, setTabling] = useState(false)
  const draft = view && draftsOn(view.negotiation, id).find((one) => one.amendment === amendment)
  const gone = loaded && draft === undefined
  usePutAside(amendment, true)
  const { order } = usePartyLook(view?.speaker?.party.party ?? '')
  useEffect(() => {
    if (gone) onGone()
  }, [gone, onGone])
  if (view === undefined || draft === undefined || view.speaker === undefined || !may(view.speaker, 'draft')) return still
  const name = `${draft.label} for ${clauseName(view.negotiation, id)}`
  const { shortName } = view.speaker.party
  return (
    <div
      className={classes(box.private, styles.draft)}
      {...partyColour(order)}
      role="group"
      aria-label={`${name}, private`}
      data-drafting={amendment}
    >
      <p className={styles.head}>
        <Icon name="lock" />
        <b>{draft.label}</b> Only {shortName} reads this, in the caucus.
      </p>
      <Suspense fallback={still}>
        <LiveClauseEditor
          key={`${doc.guid} ${root}`}
          heading=""
          quoted={nothingQuoted}
          among="colleagues"
          amending={{ root, name, base, typed }}
          {...{ view, doc, at, spoken, onLeave }}
        />
      </Suspense>
      <p className={styles.actions}>
        <Button look="primary" because={barred} onClick={() => setTabling(true)}>
          Table it…
        </Button>
        <Button onClick={onLeave}>Keep it in the caucus</Button>
      </p>
      {tabling ? <TableWording {...{ draft, view, text }} onTabled={onLeave} onClose={() => setTabling(false)} /> : null}
    </div>
  )
}

const nothingQuoted: readonly Quoted[] = []
