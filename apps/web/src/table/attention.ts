/**
 * Where a delegate's attention is: the clause in hand, whether its words are being edited, and the one form that is open beside it.
 *
 * It is kept outside React and outlives a change of page, so that going to the positions and back loses no place. It is nobody else's
 * business: nothing of it is sent.
 */
import type { AmendmentId, ClauseId, MilestoneId, PartyId, Quote, Refusal, SectionId, Stance, Wording } from '@entente/agreement'
import type { Room, Undelivered } from '@entente/sync/client'
import type { RelativePosition } from 'yjs'

/** Where the caret goes when the words open for editing. */
export type CaretAt =
  /** Client coordinates of a click. */
  | { readonly x: number; readonly y: number }
  /** On a line, as far along as the caret stood in the clause it comes from. */
  | { readonly x: number; readonly line: 'first' | 'last' }
  /** After these words of the bare text, as far as the text still begins with them. */
  | { readonly after: string }
  /** At a place of the shared text. */
  | { readonly place: RelativePosition }
  | 'start'
  | 'end'

/** The stances that ask for more than a click. */
export type FormStance = Exclude<Stance['stance'], 'accepts'>

export type Panel =
  | { readonly is: 'stance'; readonly stance: FormStance }
  /** The words changed before the reader can have read them; `seen` is the wording shown before. */
  | { readonly is: 'read-again'; readonly stance: Stance['stance']; readonly seen: Wording | undefined }
  /** A position was not recorded; `seen` is the wording it spoke of. */
  | {
      readonly is: 'refused'
      readonly stance: Stance['stance']
      readonly refusal: Refusal | Undelivered
      readonly seen: Wording | undefined
    }
  /** The words and the ways to state a position on them, where the page does not show them anyway. */
  | { readonly is: 'words' }
  /** The words of the clause over time. */
  | { readonly is: 'versions' }
  | { readonly is: 'declaration' | 'break-silence' | 'object-to-correction' }
  /** Words with a slip that the chair proposes to correct; `quote` those selected. */
  | { readonly is: 'correction'; readonly quote: Quote | undefined }
  | { readonly is: 'difference' }
  | { readonly is: 'history'; readonly party: PartyId }
  | { readonly is: 'comment'; readonly quote: Quote | undefined }
  /** `quote` are words of the clause in which it is promised, selected when it was opened. */
  | { readonly is: 'milestone'; readonly milestone: MilestoneId | undefined; readonly quote?: string | undefined }
  /** The text may not be typed in here; typing would amend it. */
  | { readonly is: 'amend'; readonly at: CaretAt }
  | { readonly is: 'update-amendment' | 'incorporate-amendment'; readonly amendment: AmendmentId }
  | { readonly is: 'streamline' | 'propose-clause' | 'propose-deletion' }
  /** `at` is a place of the bare text, where the caret stood. */
  | { readonly is: 'split'; readonly at: number | undefined }
  | { readonly is: 'join' | 'duplicate' }
  | { readonly is: 'retitle' | 'move' | 'withdraw' | 'add-clause' | 'why-not-edit' | 'freeze' | 'pen' }

/** A form about a section, or about the end of the text (no section). */
export type SectionPanel = {
  readonly section: SectionId | undefined
  readonly is: 'retitle' | 'move' | 'remove' | 'renumber' | 'add-clause' | 'propose-clause' | 'add-section' | 'bring-in' | 'pen'
}

export type Attention = {
  readonly clause: ClauseId | undefined
  /** Set while the words of that clause are being edited. */
  readonly editing: CaretAt | undefined
  /** Set while what is edited is not the text, but an amendment of one's own delegation: to the clause in hand, or without one, a new clause. */
  readonly amending: AmendmentId | undefined
  /** Set while what is edited is a draft of one's own caucus. */
  readonly drafting: AmendmentId | undefined
  /** What was typed to begin. */
  readonly typed: string | undefined
  readonly panel: Panel | undefined
  readonly section: SectionPanel | undefined
}

export type AttentionStore = {
  readonly get: () => Attention
  readonly subscribe: (listener: () => void) => () => void
  /** Takes a clause in hand; the words stay shut. The same clause again changes nothing. */
  readonly select: (clause: ClauseId | undefined) => void
  readonly edit: (clause: ClauseId, at: CaretAt) => void
  /** Opens the words of an amendment to the clause. */
  readonly amend: (clause: ClauseId, amendment: AmendmentId, at: CaretAt, typed?: string) => void
  /** Opens the words of a new clause that is proposed. No clause of the text is in hand then. */
  readonly editProposed: (amendment: AmendmentId, at: CaretAt) => void
  /** Opens a draft of one's own caucus in its clause. */
  readonly draft: (clause: ClauseId, draft: AmendmentId, at: CaretAt, typed?: string) => void
  /** The document was replaced under somebody's hands: the words in it open where the caret stood in the old one, and nothing is typed twice. */
  readonly goOn: (after: string) => void
  /** Up one layer: from the words to the clause, then from an open form to none. */
  readonly leave: () => void
  readonly open: (clause: ClauseId, panel: Panel) => void
  readonly close: () => void
  readonly openSection: (panel: SectionPanel | undefined) => void
}

const nothing: Attention = {
  clause: undefined,
  editing: undefined,
  amending: undefined,
  drafting: undefined,
  typed: undefined,
  panel: undefined,
  section: undefined,
}

export function createAttention(): AttentionStore {
  let now = nothing
  const listeners = new Set<() => void>()
  const put = (next: Attention) => {
    if (next === now) return
    now = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    select(clause) {
      if (clause !== now.clause) put({ ...nothing, clause })
    },
    edit(clause, at) {
      put({
        clause,
        editing: at,
        amending: undefined,
        drafting: undefined,
        typed: undefined,
        panel: clause === now.clause && now.panel?.is !== 'why-not-edit' ? now.panel : undefined,
        section: undefined,
      })
    },
    amend(clause, amendment, at, typed) {
      put({ ...nothing, clause, editing: at, amending: amendment, typed })
    },
    editProposed(amendment, at) {
      put({ ...nothing, editing: at, amending: amendment })
    },
    draft(clause, draft, at, typed) {
      put({ ...nothing, clause, editing: at, drafting: draft, typed })
    },
    goOn(after) {
      if (now.editing !== undefined) put({ ...now, editing: { after }, typed: undefined })
    },
    leave() {
      if (now.editing !== undefined) put({ ...now, editing: undefined, amending: undefined, drafting: undefined })
      else if (now.panel !== undefined) put({ ...now, panel: undefined })
    },
    open(clause, panel) {
      const same = clause === now.clause
      put({
        clause,
        editing: same ? now.editing : undefined,
        amending: same ? now.amending : undefined,
        drafting: same ? now.drafting : undefined,
        typed: undefined,
        panel,
        section: undefined,
      })
    },
    close() {
      if (now.panel !== undefined || now.section !== undefined) put({ ...now, panel: undefined, section: undefined })
    },
    openSection(section) {
      put({ ...now, editing: undefined, amending: undefined, drafting: undefined, panel: undefined, section })
    },
  }
}

const kept = new WeakMap<Room, AttentionStore>()

/** The attention kept for a room as long as the room is. */
export function attentionOn(room: Room): AttentionStore {
  const known = kept.get(room)
  if (known !== undefined) return known
  const made = createAttention()
  kept.set(room, made)
  return made
}
