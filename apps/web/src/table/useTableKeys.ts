/** The keyboard of the table: what `keyboard.ts` says a key means, done. */
import type { ClauseId } from '@entente/agreement'
import { useCallback, useRef, useState, type RefObject } from 'react'
import { loadOwnEdits } from '../editor/load.ts'
import { useRoom } from '../room/useRoom.ts'
import { goTo, layerOf, press } from './go-to.ts'
import { intentOf, neighbour, nextAmong, type Intent } from './keyboard.ts'
import { clausesOf, mustAct } from './must-act.ts'
import { lapsedOf } from './news.ts'
import { nextRegion } from './regions.ts'
import { useAttentionStore } from './useAttention.ts'

/** A letter after `G` must follow within this time, in milliseconds. */
const FOLLOWS = 1_500

export function useTableKeys(page: RefObject<HTMLElement | null>, onFind: () => void) {
  const room = useRoom()
  const attention = useAttentionStore()
  const last = useRef<{ readonly key: string; readonly at: number } | undefined>(undefined)
  const [helping, setHelping] = useState(false)

  const move = useCallback(
    (intent: Intent) => {
      const { assessment, negotiation, speaker } = room.view()
      const order = [...assessment.clauses.keys()]
      const here = attention.get().clause
      const party = speaker?.party.party
      const duties = clausesOf(party === undefined ? [] : mustAct(negotiation, assessment, party))
      const discussed = new Set([...negotiation.threads.values()].filter(({ state }) => state.is === 'open').map(({ clause }) => clause))
      const to = destination(intent, { order, here, duties, discussed, lapsed: lapsedOf(assessment, party) })
      if (to !== undefined) goTo(attention, to)
      return to !== undefined
    },
    [room, attention],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const layer = layerOf(event.target)
      const { key, ctrlKey: ctrl, altKey: alt, shiftKey: shift, metaKey: meta, isComposing: composing } = event
      const after = last.current !== undefined && event.timeStamp - last.current.at < FOLLOWS ? last.current.key : undefined
      last.current = layer === 'text' ? undefined : { key: key.toLowerCase(), at: event.timeStamp }
      if (layer === 'clause' && (ctrl || meta) && !alt && key.toLowerCase() === 'z') {
        void loadOwnEdits().then(({ ownEditsIn }) => ownEditsIn(room.doc())[shift ? 'redo' : 'undo']())
        return event.preventDefault()
      }
      const sayWhyNot = () => {
        const { clause } = attention.get()
        if (clause !== undefined) attention.open(clause, { is: 'why-not-edit' })
        return clause !== undefined
      }
      const intent = intentOf({ key, ctrl, alt, shift, meta, composing }, layer, after)
      if (intent === undefined) return
      if (perform(intent)) event.preventDefault()

      function perform(meant: Intent): boolean {
        switch (meant) {
          case 'help':
            setHelping(true)
            return true
          case 'find':
            onFind()
            return true
          case 'leave':
            attention.leave()
            return false
          case 'next-region':
          case 'previous-region':
            return page.current !== null && nextRegion(page.current, meant === 'next-region' ? 1 : -1)
          case 'comment-on-selection':
            return press('comment', attention.get().clause)
          case 'accept':
          case 'accept-if':
          case 'reserve':
          case 'object':
          case 'comment':
          case 'milestone':
          case 'history':
          case 'difference':
          case 'versions':
          case 'copy-link':
            return press(meant, attention.get().clause)
          case 'edit':
            return press(meant, attention.get().clause) || sayWhyNot()
          case 'next-clause':
          case 'previous-clause':
          case 'next-duty':
          case 'previous-duty':
          case 'next-lapsed':
          case 'next-comment':
          case 'previous-comment':
            return move(meant)
          default:
            return meant satisfies never
        }
      }
    },
    [room, attention, page, move, onFind],
  )

  const closeHelp = useCallback(() => setHelping(false), [])
  return { onKeyDown, helping, closeHelp }
}

type Map = {
  readonly order: readonly ClauseId[]
  readonly here: ClauseId | undefined
  readonly duties: ReadonlySet<ClauseId>
  readonly discussed: ReadonlySet<ClauseId>
  readonly lapsed: ReadonlySet<ClauseId>
}

function destination(intent: Intent, { order, here, duties, discussed, lapsed }: Map): ClauseId | undefined {
  switch (intent) {
    case 'next-clause':
      return neighbour(order, here, 1)
    case 'previous-clause':
      return neighbour(order, here, -1)
    case 'next-duty':
      return nextAmong(order, duties, here, 1)
    case 'previous-duty':
      return nextAmong(order, duties, here, -1)
    case 'next-lapsed':
      return nextAmong(order, lapsed, here, 1)
    case 'next-comment':
      return nextAmong(order, discussed, here, 1)
    case 'previous-comment':
      return nextAmong(order, discussed, here, -1)
    default:
      return undefined
  }
}
