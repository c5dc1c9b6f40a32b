/**
 * Find and replace over the whole text. Finding is for everybody; replacing touches only what one's seat may type in, says what it leaves alone and
 * whose consent it would lapse, and is one's own edit, to be undone like any other.
 */
import type { ClauseId } from '@entente/agreement'
import { mayWrite, readRoot, rootName } from '@entente/draft'
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react'
import { ClauseLine, ClauseLines } from '../clause/ClauseLines.tsx'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { list } from '../design/status-words.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { useRoom, useRoomView } from '../room/useRoom.ts'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { restore } from '../versions/restore.ts'
import { hitsIn, MAX_SEARCH, replacedIn, surroundings, type Hit, type Search } from './find.ts'
import styles from './Find.module.css'

/** Hits that are listed; of more the number is told. */
const LISTED = 200

type Found = { readonly clause: ClauseId; readonly hits: readonly Hit[]; readonly mine: boolean }

export function FindDialog({ onGo, onClose }: { readonly onGo: (clause: ClauseId) => void; readonly onClose: () => void }) {
  const room = useRoom()
  const view = useRoomView()
  const { negotiation, readings, assessment, speaker } = view
  const [search, setSearch] = useState<Search>({ words: '', matchCase: false, wholeWords: false })
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState<string | undefined>(undefined)
  const asked = useDeferredValue(search)
  const doc = room.doc()

  const found = useMemo(
    (): readonly Found[] =>
      // The readings change with every change of the words.
      [...readings.keys()].flatMap((clause) => {
        const hits = hitsIn(readRoot(doc, { kind: 'clause', clause }), asked)
        const mine = speaker !== undefined && mayWrite(negotiation, speaker, { kind: 'clause', clause })
        return hits.length === 0 ? [] : [{ clause, hits, mine }]
      }),
    [readings, asked, doc, negotiation, speaker],
  )
  const total = found.reduce((sum, { hits }) => sum + hits.length, 0)
  const mine = found.filter((one) => one.mine)
  const replaceable = mine.reduce((sum, { hits }) => sum + hits.length, 0)
  const drafts = speaker !== undefined && [...readings.keys()].some((clause) => mayWrite(negotiation, speaker, { kind: 'clause', clause }))
  const lapsing = [...new Set(mine.flatMap(({ clause }) => consentingTo(assessment.clauses.get(clause) ?? { standings: new Map() })))].map(
    (party) => partyName(negotiation, party),
  )

  function replaceAll(event: FormEvent) {
    event.preventDefault()
    if (replaceable === 0) return
    const texts = mine.map(({ clause, hits }) => {
      const root = { kind: 'clause', clause } as const
      return [rootName(root), replacedIn(readRoot(doc, root), hits, replacement)] as const
    })
    restore(doc, new Map(texts))
    const said = `Replaced in ${replaceable === 1 ? 'one place' : `${replaceable} places`}, ${clausesWords(mine.length)}.`
    setDone(said)
    announce(said)
  }

  const listed = found.flatMap(({ clause, hits }) => hits.map((hit) => ({ clause, hit }))).slice(0, LISTED)
  return (
    <Dialog title="Find in the text" size="medium" onClose={onClose}>
      <form className={styles.form} onSubmit={replaceAll}>
        <TextField
          label="Find"
          value={search.words}
          maxLength={MAX_SEARCH}
          onChange={({ target }) => {
            setSearch({ ...search, words: target.value })
            setDone(undefined)
          }}
        />
        <div className={styles.options}>
          <Checkbox
            label="Match case"
            checked={search.matchCase}
            onChange={({ target }) => setSearch({ ...search, matchCase: target.checked })}
          />
          <Checkbox
            label="Whole words"
            checked={search.wholeWords}
            onChange={({ target }) => setSearch({ ...search, wholeWords: target.checked })}
          />
        </div>
        {drafts ? (
          <>
            <TextField label="Replace with" value={replacement} onChange={({ target }) => setReplacement(target.value)} />
            <div className={styles.actions}>
              <Button type="submit" because={replaceable === 0 ? 'Nothing found that you may change' : undefined}>
                Replace {replaceable > 1 ? `all ${replaceable}` : ''}
              </Button>
              <p className={styles.note}>
                {lapsing.length > 0 ? lapseWarning(lapsing, 'Replacing') : ''}
                {replaceable < total ? ` ${leftWords(found, negotiation)}` : ''}
              </p>
            </div>
          </>
        ) : null}
      </form>
      <p className={styles.count} role="status">
        {done ?? countWords(asked, total, found.length)}
      </p>
      <ClauseLines>
        {listed.map(({ clause, hit }) => {
          const { before, found: words, after } = surroundings(readRoot(doc, { kind: 'clause', clause }), hit)
          return (
            <ClauseLine key={`${clause} ${hit.paragraph} ${hit.from}`} {...{ clause, negotiation }} onPress={() => onGo(clause)}>
              <span dir="auto">
                {before}
                <mark className={styles.hit}>{words}</mark>
                {after}
              </span>
            </ClauseLine>
          )
        })}
      </ClauseLines>
      {total > LISTED ? <p className={styles.note}>{total - LISTED} more are not listed.</p> : null}
    </Dialog>
  )
}

function countWords({ words }: Search, total: number, clauses: number): string {
  if (words.trim() === '') return ''
  if (total === 0) return 'Not found.'
  return `${total === 1 ? 'One place' : `${total} places`} in ${clausesWords(clauses)}.`
}

function clausesWords(count: number): string {
  return count === 1 ? 'one clause' : `${count} clauses`
}

function leftWords(found: readonly Found[], negotiation: Parameters<typeof clauseName>[0]): string {
  const others = found.filter(({ mine }) => !mine).map(({ clause }) => clauseName(negotiation, clause))
  return `${capital(list(others.slice(0, 5)))}${others.length > 5 ? ' and others' : ''} ${others.length === 1 ? 'stays' : 'stay'} as ${others.length === 1 ? 'it is' : 'they are'}: you may not type there.`
}
