/**
 * Moving clauses with the mouse, in the outline. A short cut: the same is in the menu of every clause, for the keyboard and for fingers.
 *
 * The list listens for all its items, so that an item is drawn again only when something about it changes. What is dragged is remembered
 * here: a clause of another window is not taken.
 */
import { ClauseId, commands, SectionId } from '@entente/agreement'
import { useRef, useState, type DragEvent } from 'react'
import { useRoom, useSay } from '../room/useRoom.ts'

/** After a clause of the section, or at its front. */
export type DropPlace = { readonly section: SectionId; readonly after: ClauseId | undefined }

type ClauseDrag = {
  /** Where the clause that is dragged would go if it were dropped now. */
  readonly over: DropPlace | undefined
  /** For the element around all items and headings. Items carry `data-drag-clause` and `data-drag-section`, headings only the latter. */
  readonly list: {
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
}

export function useClauseDrag(): ClauseDrag {
  const room = useRoom()
  const say = useSay()
  const dragged = useRef<ClauseId | undefined>(undefined)
  const [over, setOver] = useState<DropPlace | undefined>(undefined)
  const show = (place: DropPlace | undefined) =>
    setOver((was) => (was?.section === place?.section && was?.after === place?.after ? was : place))

  /** What dropping it there would say, if that would be recorded. */
  function moveTo(place: DropPlace | undefined) {
    const { negotiation, readings, amended, speaker, now } = room.view()
    if (dragged.current === undefined || place === undefined || speaker === undefined) return undefined
    const input = { clause: dragged.current, section: place.section, ...(place.after !== undefined && { after: place.after }) }
    const decision = commands['clause.move'].decide({ negotiation, readings, amended, speaker, now: now(), fresh: 'asking' }, input)
    return decision.ok ? input : undefined
  }

  return {
    over,
    list: {
      onDragStart(event) {
        dragged.current = placeUnder(event)?.after
        if (dragged.current === undefined) return
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', dragged.current)
      },
      onDragOver(event) {
        const place = placeUnder(event)
        if (moveTo(place) === undefined) return show(undefined)
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        show(place)
      },
      onDrop(event) {
        const move = moveTo(placeUnder(event))
        if (move === undefined) return
        event.preventDefault()
        void say('clause.move', move)
      },
      onDragEnd() {
        dragged.current = undefined
        show(undefined)
      },
    },
  }
}

function placeUnder({ target }: DragEvent): DropPlace | undefined {
  const under = target instanceof Element ? target.closest<HTMLElement>('[data-drag-section]') : null
  const section = SectionId.safeParse(under?.dataset['dragSection'])
  const clause = ClauseId.safeParse(under?.dataset['dragClause'])
  return section.success ? { section: section.data, after: clause.success ? clause.data : undefined } : undefined
}
