/**
 * Find and replace over the whole text and what is proposed. Finding is for everybody; replacing touches only what one's seat may type in, says
 * what it leaves alone and whose consent it would lapse, and is one's own edit, to be undone like any other.
 */
import { acceptors, type PartyId } from '@entente/agreement'
import { mayWrite, rootName, type Root } from '@entente/draft'
import type { RoomView } from '@entente/sync/client'
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react'
import { ClauseLines, NamedLine } from '../clause/ClauseLines.tsx'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { list } from '../design/status-words.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { namedIn } from '../reference/reference-words.ts'
import { useRoom, useRoomView } from '../room/useRoom.ts'
import { capital, partyName } from '../table/naming.ts'
import { restore } from '../versions/restore.ts'
import { around, hitsIn, MAX_SEARCH, placesInHeading, replacedIn, surroundings, type Hit, type Search } from './find.ts'
import { searchedTexts, type Goal, type Searched } from './searched.ts'
import styles from './Find.module.css'

/** Hits that are listed; of more the number is told. */
const LISTED = 200

/** A place, and what stands around it: worked out where it is listed, because one letter is found thousands of times. */
type Shown = { readonly key: string; readonly seen: () => ReturnType<typeof around> }

/** `shown` is what is listed and counted, `replaced` what would be replaced: nothing where one may not type. */
type Found = {
  readonly searched: Searched
  /** Whether one may type there. */
  readonly mine: boolean
  readonly shown: readonly Shown[]
  readonly replaced: readonly Hit[]
}

export function FindDialog({ onGo, onClose }: { readonly onGo: (goal: Goal) => void; readonly onClose: () => void }) {
  const room = useRoom()
  const view = useRoomView()
  const { negotiation, speaker } = view
  const [search, setSearch] = useState<Search>({ words: '', matchCase: false, wholeWords: false })
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState<string | undefined>(undefined)
  const asked = useDeferredValue(search)
  const doc = room.doc()
  const named = useMemo(() => namedIn(negotiation), [negotiation])

  // What the room shows is another object after every change of any words.
  const texts = useMemo(() => searchedTexts(view, doc, named), [view, doc, named])
  const found = useMemo(
    (): readonly Found[] =>
      texts.flatMap((searched) => {
        const mine = speaker !== undefined && mayWrite(negotiation, speaker, searched.root)
        const hits = hitsIn(searched.text, asked, named)
        const listed = hits.filter(({ paragraph }) => mine || searched.isOwn(paragraph))
        const shown = [
          ...placesInHeading(searched.heading, asked).map((place) => ({
            key: `heading ${place.from}`,
            seen: () => around(searched.heading, place),
          })),
          ...listed.map((hit) => ({
            key: `${hit.paragraph} ${hit.note ?? ''} ${hit.from}`,
            seen: () => surroundings(searched.text, hit, named),
          })),
        ]
        return shown.length === 0 ? [] : [{ searched, mine, shown, replaced: mine ? hits.filter(({ fixed }) => !fixed) : [] }]
      }),
    [texts, asked, named, negotiation, speaker],
  )
  const total = found.reduce((sum, { shown }) => sum + shown.length, 0)
  const changing = found.filter(({ replaced }) => replaced.length > 0)
  const replaceable = changing.reduce((sum, { replaced }) => sum + replaced.length, 0)
  const drafts = speaker !== undefined && texts.some(({ root }) => mayWrite(negotiation, speaker, root))
  const lapsing = [...new Set(changing.flatMap(({ searched: { root } }) => accepting(view, root)))].map((party) =>
    partyName(negotiation, party),
  )

  function replaceAll(event: FormEvent) {
    event.preventDefault()
    if (replaceable === 0) return
    const replaced = changing.map(({ searched: { root, text }, replaced: hits }) => {
      return [rootName(root), replacedIn(text, hits, replacement, named)] as const
    })
    restore(doc, new Map(replaced))
    const said = `Replaced in ${replaceable === 1 ? 'one place' : `${replaceable} places`}, ${textsWords(changing)}.`
    setDone(said)
    announce(said)
  }

  const listed = found.flatMap(({ searched, shown }) => shown.map((one) => ({ searched, ...one }))).slice(0, LISTED)
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
                {replaceable < total ? ` ${leftWords(found)}` : ''}
              </p>
            </div>
          </>
        ) : null}
      </form>
      <p className={styles.count} role="status">
        {done ?? countWords(asked, total, found)}
      </p>
      <ClauseLines>
        {listed.map(({ searched: { root, name, goal }, key, seen }) => {
          const { before, found: words, after } = seen()
          return (
            <NamedLine key={`${rootName(root)} ${key}`} name={capital(name)} onPress={() => onGo(goal)}>
              <span dir="auto">
                {before}
                <mark className={styles.hit}>{words}</mark>
                {after}
              </span>
            </NamedLine>
          )
        })}
      </ClauseLines>
      {total > LISTED ? <p className={styles.note}>{total - LISTED} more are not listed.</p> : null}
    </Dialog>
  )
}

/** The parties that accept the words of a text as they stand. */
function accepting({ negotiation, assessment, amended }: RoomView, root: Root): readonly PartyId[] {
  switch (root.kind) {
    case 'clause': {
      const clause = assessment.clauses.get(root.clause)
      return clause === undefined ? [] : consentingTo(clause)
    }
    case 'amendment': {
      const amendment = negotiation.amendments.get(root.amendment)
      return amendment === undefined ? [] : acceptors(negotiation, amendment, amended.get(root.amendment)?.fingerprint)
    }
    case 'translation':
      return []
    default:
      return root satisfies never
  }
}

function countWords({ words }: Search, total: number, found: readonly Found[]): string {
  if (words.trim() === '') return ''
  if (total === 0) return 'Not found.'
  return `${total === 1 ? 'One place' : `${total} places`} in ${textsWords(found)}.`
}

/** "4 clauses", "one clause and 2 amendments". */
function textsWords(found: readonly Found[]): string {
  const amendments = found.filter(({ searched: { root, goal } }) => root.kind === 'amendment' && 'clause' in goal).length
  const proposed = found.filter(({ searched: { goal } }) => 'proposed' in goal).length
  const counted = (count: number, one: string) => (count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${one}s`])
  return list([
    ...counted(found.length - amendments - proposed, 'clause'),
    ...counted(amendments, 'amendment'),
    ...counted(proposed, 'proposed clause'),
  ])
}

/** What is found and not replaced: where one may not type, by name, and what is not typed at all. */
function leftWords(found: readonly Found[]): string {
  const fixed = found.some(({ mine, shown, replaced }) => mine && replaced.length < shown.length)
  return [othersWords(found), fixed ? 'Headings and the numbers of references stay as they are.' : ''].join(' ').trim()
}

function othersWords(found: readonly Found[]): string {
  const others = found.filter(({ mine }) => !mine).map(({ searched: { name } }) => name)
  if (others.length === 0) return ''
  return `${capital(list(others.slice(0, 5)))}${others.length > 5 ? ' and others' : ''} ${others.length === 1 ? 'stays' : 'stay'} as ${others.length === 1 ? 'it is' : 'they are'}: you may not type there.`
}
