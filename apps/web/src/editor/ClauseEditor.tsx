/**
 * The words of a clause, live. There is one at a time: it is mounted on the clause in hand when somebody means to edit, and the caret goes
 * where they clicked. Everybody who has the clause open types in the same text.
 */
import type { Negotiation } from '@entente/agreement'
import { quoteOf, rootName, writeText, type Text } from '@entente/draft'
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { ClauseView } from '../clause/useClause.ts'
import type { Quoted } from '../clause/passages.ts'
import words from '../clause/words.module.css'
import { announce } from '../design/Announcer.tsx'
import { classes } from '../design/classes.ts'
import { notify } from '../design/Toast.tsx'
import { useFootnotesBefore } from '../footnote/useFootnotesBefore.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { referenceWords } from '../reference/reference-words.ts'
import { useRoom } from '../room/useRoom.ts'
import type { CaretAt } from '../table/attention.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { annotate, annotations, sameAbout, type About } from './annotations.ts'
import type { Among } from './caret-sharing.ts'
import { carets } from './carets.ts'
import styles from './ClauseEditor.module.css'
import { compareWith, differences } from './differences.ts'
import { clauseExtensions } from './clause-extensions.ts'
import { EditorTools } from './EditorTools.tsx'
import { enliven } from './live.ts'
import { ownCaret } from './own-caret.ts'
import { ownEditsIn } from './own-edits.ts'
import { bracketsIn, cleanedHtml, freshBracket, hadTrackedDeletions, withOwnBrackets } from './paste.ts'
import { bareAt, bareOf } from './places.ts'

type ClauseEditorProps = {
  readonly view: ClauseView
  readonly doc: Y.Doc
  readonly at: CaretAt
  readonly heading: string
  readonly quoted: readonly Quoted[]
  readonly lang: string | undefined
  readonly onLeave: () => void
  /** Comments on the words selected. Without it there is nothing to press. */
  readonly onComment?: () => void
  /** Colleagues see each other's carets and names. */
  readonly among?: Among
  /** Set where the words are not those of the text but of an amendment, with what it is called and the text it is compared with. */
  readonly amending?: Amending | undefined
}

export type Amending = {
  readonly root: string
  readonly name: string
  readonly base: Text
  /** What was typed to begin. */
  readonly typed: string | undefined
  /** Everything in it is new, so nothing is compared. */
  readonly still?: true
}

export default function ClauseEditor({
  view,
  doc,
  at,
  heading,
  quoted,
  lang,
  onLeave,
  onComment,
  among = 'everybody',
  amending,
}: ClauseEditorProps) {
  const { clause, negotiation, assessment } = view
  const room = useRoom()
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | undefined>(undefined)
  const footnotesBefore = useFootnotesBefore(clause.clause)
  const root = amending?.root ?? rootName({ kind: 'clause', clause: clause.clause })
  const name = amending?.name ?? clauseName(negotiation, clause.clause)
  // What the editor is made with. Later changes reach it as transactions, so that it is not made anew under somebody's hands.
  const begin = useEffectEvent(() => ({
    caret: at,
    about: { heading, negotiation, quoted, current: undefined, footnotesBefore },
    label: name,
    language: lang,
    compared: amending?.still ? undefined : amending?.base,
    typed: amending?.typed,
  }))
  const leave = useEffectEvent(onLeave)

  useLayoutEffect(() => {
    const { caret, about, label, language, compared, typed } = begin()
    const fragment = doc.getXmlFragment(root)
    if (fragment.length === 0) writeText(fragment, [])
    const undoManager = ownEditsIn(doc)
    undoManager.addToScope(fragment)
    undoManager.begin()
    const awareness = room.awareness()
    const live = new Editor({
      element: host.current,
      injectCSS: false,
      // Stands until the binding puts the shared words in its place, before anything is drawn; it is never written anywhere.
      content: '<p></p>',
      enableInputRules: false,
      enablePasteRules: false,
      extensions: clauseExtensions({
        fragment,
        undoManager,
        plugins: [
          annotations(about),
          carets({ root, among, awareness, present: () => room.view().presence, negotiation: () => room.view().negotiation }),
          ownCaret(awareness, root, among),
          ...(compared === undefined ? [] : [differences(compared, (one) => referenceWords(room.view().negotiation, one).label)]),
        ],
      }),
      editorProps: {
        attributes: {
          class: classes(words.words),
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': `Text of ${label}`,
          'data-words': '',
          ...(language !== undefined && { lang: language }),
        },
        handleKeyDown(_, event) {
          if (event.key !== 'Escape' || event.isComposing) return false
          leave()
          return true
        },
        transformPastedHTML(html) {
          if (hadTrackedDeletions(html)) notify('Words marked as deleted were left out of what you pasted.')
          return cleanedHtml(html)
        },
        transformPasted: (slice, { state }) =>
          withOwnBrackets(slice, (id) => mayKeep(id, bracketsIn(state.doc), room.view().negotiation, clause.clause), freshBracket),
      },
    })
    putCaret(live, caret)
    if (typed !== undefined) live.commands.insertContent({ type: 'text', text: typed })
    const bury = enliven({
      clause: clause.clause,
      quote() {
        if (root !== rootName({ kind: 'clause', clause: clause.clause })) return undefined
        const { doc: node, selection } = live.state
        return quoteOf(bareOf(node), bareAt(node, selection.from), bareAt(node, selection.to))
      },
      caret() {
        if (root !== rootName({ kind: 'clause', clause: clause.clause })) return undefined
        return bareAt(live.state.doc, live.state.selection.from)
      },
    })
    setEditor(live)
    announce(`Editing ${label}. Escape leaves the text.`)
    return () => {
      bury()
      live.destroy()
      setEditor(undefined)
    }
  }, [doc, room, root, among, clause.clause])

  const told = useRef<About | undefined>(undefined)
  useEffect(() => {
    const about: About = { heading, negotiation, quoted, current: undefined, footnotesBefore }
    if (editor === undefined || editor.isDestroyed || (told.current !== undefined && sameAbout(told.current, about))) return
    told.current = about
    editor.view.dispatch(annotate(editor.state, about))
  }, [editor, heading, negotiation, quoted, footnotesBefore])

  const base = amending?.still ? undefined : amending?.base
  const compared = useRef(base)
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed || base === undefined || compared.current === base) return
    compared.current = base
    editor.view.dispatch(compareWith(editor.state, base))
  }, [editor, base])

  const consenting = amending !== undefined ? [] : consentingTo(assessment).map((party) => partyName(negotiation, party))
  return (
    <>
      <div ref={host} className={styles.host} />
      {amending === undefined ? null : (
        <p className={styles.note} role="note">
          You are typing in {amending.name}, your delegation’s amendment. It is before the table: everybody sees it at once.
        </p>
      )}
      {consenting.length === 0 ? null : (
        <p className={styles.warning} role="note">
          {lapseWarning(consenting)}
        </p>
      )}
      {editor === undefined ? null : (
        <EditorTools kind={clause.kind} {...{ editor, negotiation, name, footnotesBefore, lang, onLeave, onComment }} />
      )}
    </>
  )
}

/** A bracket that was cut here and is put back here keeps its id; every other pasted bracket is a new one. */
function mayKeep(id: string, present: ReadonlySet<string>, { brackets }: Negotiation, clause: string): boolean {
  const stated = [...brackets.values()].find(({ bracket }) => bracket === id)
  return !present.has(id) && stated?.clause === clause
}

function putCaret({ view }: Editor, at: CaretAt): void {
  const { doc } = view.state
  const end = doc.content.size
  const clicked = typeof at === 'string' ? undefined : view.posAtCoords({ left: at.x, top: at.y })?.pos
  const pos = clicked ?? (at === 'start' ? 0 : end)
  view.dispatch(
    view.state.tr.setSelection(TextSelection.near(doc.resolve(Math.min(pos, end)), at === 'start' ? 1 : -1)).setMeta('addToHistory', false),
  )
  view.focus()
}
