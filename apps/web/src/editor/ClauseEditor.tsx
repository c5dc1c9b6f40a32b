/**
 * The words of a clause, live. There is one at a time: it is mounted on the clause in hand when somebody means to edit, and the caret goes
 * where they clicked. Everybody who has the clause open types in the same text.
 */
import { may, type ClauseId, type Negotiation } from '@entente/agreement'
import { quoteOf, rootName, writeText, type Text } from '@entente/draft'
import { Editor } from '@tiptap/core'
import { lazy, Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { ClauseLanguage } from '../clause/clause-language.ts'
import type { Quoted } from '../clause/passages.ts'
import words from '../clause/words.module.css'
import { announce } from '../design/Announcer.tsx'
import { classes } from '../design/classes.ts'
import { useFootnotesBefore } from '../footnote/useFootnotesBefore.ts'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { referenceWords } from '../reference/reference-words.ts'
import { useRoom } from '../room/useRoom.ts'
import type { CaretAt } from '../table/attention.ts'
import { partyName } from '../table/naming.ts'
import { annotate, annotations, sameAbout, type About } from './annotations.ts'
import type { Among } from './caret-sharing.ts'
import { carets } from './carets.ts'
import styles from './ClauseEditor.module.css'
import { crossingAt, readsFromTheRight, type Crossing } from './crossing.ts'
import { compareWith, differences } from './differences.ts'
import { clauseExtensions } from './clause-extensions.ts'
import { clauseOf, kindOf, ownText, type Edited } from './edited.ts'
import { EditorTools } from './EditorTools.tsx'
import { enliven } from './live.ts'
import { ownCaret } from './own-caret.ts'
import { ownEditsIn } from './own-edits.ts'
import { clipboardOf, isOwn } from './clipboard.ts'
import { bracketsIn, freshBracket, withOwnBrackets } from './own-brackets.ts'
import { bareAt, bareOf } from './places.ts'
import { putCaret } from './put-caret.ts'
import { pasteWords, takeDrop, takePaste, type Offered } from './take-paste.ts'

const InsertClausesDialog = lazy(async () => ({ default: (await import('../bring-in/InsertClausesDialog.tsx')).InsertClausesDialog }))

type ClauseEditorProps = {
  readonly view: Edited
  readonly doc: Y.Doc
  readonly at: CaretAt
  readonly heading: string
  readonly quoted: readonly Quoted[]
  readonly spoken: ClauseLanguage
  readonly onLeave: () => void
  /** Called when an arrow key leads out of the words. Answers whether there is anything. */
  readonly onCross?: (crossing: Crossing) => boolean
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
}

export default function ClauseEditor({
  view,
  doc,
  at,
  heading,
  quoted,
  spoken,
  onLeave,
  onCross,
  onComment,
  among = 'everybody',
  amending,
}: ClauseEditorProps) {
  const { negotiation } = view
  const clause = clauseOf(view)
  const room = useRoom()
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | undefined>(undefined)
  const footnotesBefore = useFootnotesBefore(clause)
  const [offered, setOffered] = useState<Offered | undefined>(undefined)
  const own = ownText(view)
  const root = amending?.root ?? own.root
  const name = amending?.name ?? own.name
  // What the editor is made with. Later changes reach it as transactions, so that it is not made anew under somebody's hands.
  const begin = useEffectEvent(() => ({
    caret: at,
    about: { heading, negotiation, quoted, current: undefined, footnotesBefore },
    label: name,
    language: spoken.language,
    compared: amending?.base,
    typed: amending?.typed,
  }))
  const leave = useEffectEvent(onLeave)
  const cross = useEffectEvent((crossing: Crossing) => onCross?.(crossing) ?? false)

  const offer = useEffectEvent((several: Offered) => {
    const mayInsert = amending === undefined && clause !== undefined && view.speaker !== undefined && may(view.speaker, 'structure')
    if (mayInsert) setOffered(several)
    return mayInsert
  })

  useLayoutEffect(() => {
    const { caret, about, label, language, compared, typed } = begin()
    const fragment = doc.getXmlFragment(root)
    if (fragment.length === 0) writeText(fragment, [])
    const undoManager = ownEditsIn(doc)
    undoManager.addToScope(fragment)
    undoManager.begin()
    const awareness = room.awareness()
    const isText = clause !== undefined && root === rootName({ kind: 'clause', clause })
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
          spellcheck: 'true',
          ...(language !== undefined && { lang: language }),
        },
        scrollThreshold: CLEAR,
        scrollMargin: CLEAR,
        handleKeyDown(own, event) {
          const crossing = crossingAt(own, event, () => readsFromTheRight(own))
          if (crossing !== undefined && cross(crossing)) return true
          if (event.key !== 'Escape' || event.isComposing) return false
          leave()
          return true
        },
        handlePaste: (own, { clipboardData }) => takePaste(own, clipboardOf(clipboardData), offer),
        handleDrop: (own, event) => takeDrop(own, event, offer),
        transformPastedHTML: (html) => (isOwn(html) ? html : ''),
        transformPasted: (slice, { state }) =>
          withOwnBrackets(slice, (id) => mayKeep(id, bracketsIn(state.doc), room.view().negotiation, clause), freshBracket),
      },
    })
    putCaret(live, caret)
    if (typed !== undefined) live.commands.insertContent({ type: 'text', text: typed })
    const bury = enliven({
      clause,
      quote() {
        if (!isText) return undefined
        const { doc: node, selection } = live.state
        return quoteOf(bareOf(node), bareAt(node, selection.from), bareAt(node, selection.to))
      },
      caret() {
        if (!isText) return undefined
        return bareAt(live.state.doc, live.state.selection.from)
      },
      before: () => bareOf(live.state.doc).slice(0, bareAt(live.state.doc, live.state.selection.from)),
    })
    setEditor(live)
    announce(`Editing ${label}. Escape leaves the text.`)
    return () => {
      bury()
      live.destroy()
      setEditor(undefined)
    }
  }, [doc, room, root, among, clause])

  const told = useRef<About | undefined>(undefined)
  useEffect(() => {
    const about: About = { heading, negotiation, quoted, current: undefined, footnotesBefore }
    if (editor === undefined || editor.isDestroyed || (told.current !== undefined && sameAbout(told.current, about))) return
    told.current = about
    editor.view.dispatch(annotate(editor.state, about))
  }, [editor, heading, negotiation, quoted, footnotesBefore])

  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed && spoken.language !== undefined) editor.view.dom.setAttribute('lang', spoken.language)
  }, [editor, spoken.language])

  const base = amending?.base
  const compared = useRef(base)
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed || base === undefined || compared.current === base) return
    compared.current = base
    editor.view.dispatch(compareWith(editor.state, base))
  }, [editor, base])

  const consenting =
    amending !== undefined || !('clause' in view) ? [] : consentingTo(view.assessment).map((party) => partyName(negotiation, party))
  return (
    <>
      <div ref={host} className={styles.host} />
      {amending === undefined && clause !== undefined ? null : (
        <p className={styles.note} role="note">
          You are typing in {name},{' '}
          {among === 'colleagues'
            ? 'which only this room reads.'
            : 'your delegation’s amendment. It is before the table: everybody sees it at once.'}
        </p>
      )}
      {consenting.length === 0 ? null : (
        <p className={styles.warning} role="note">
          {lapseWarning(consenting)}
        </p>
      )}
      {offered === undefined || editor === undefined || !('clause' in view) ? null : (
        <Suspense fallback={null}>
          <InsertClausesDialog
            imported={offered.imported}
            clause={view.clause}
            negotiation={negotiation}
            onPaste={() => pasteWords(editor.view, offered.text)}
            onClose={() => setOffered(undefined)}
          />
        </Suspense>
      )}
      {editor === undefined ? null : (
        <EditorTools kind={kindOf(view)} {...{ editor, negotiation, name, footnotesBefore, spoken, onLeave, onComment }} />
      )}
    </>
  )
}

/** A bracket that was cut here and is put back here keeps its id; every other pasted bracket is a new one. */
function mayKeep(id: string, present: ReadonlySet<string>, { brackets }: Negotiation, clause: ClauseId | undefined): boolean {
  const stated = [...brackets.values()].find(({ bracket }) => bracket === id)
  return !present.has(id) && stated !== undefined && stated.clause === clause
}

/** What lies over the page at its edges, in pixels: the caret is kept clear of it. */
const CLEAR = { top: 130, bottom: 80, left: 0, right: 0 }
