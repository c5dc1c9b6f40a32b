/** What stands under the live text: its footnotes, the toolbar, and what is asked before a reference or a footnote is put in. */
import type { ClauseKind, Negotiation } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ClauseLanguage } from '../clause/clause-language.ts'
import { PhraseHelp } from '../phrases/PhraseHelp.tsx'
import { usePhrases } from '../phrases/phrase-choice.ts'
import { typedReference } from '../reference/typed.ts'
import { footnoteAsked, InsetDialogs, type AskedInset } from './InsetDialogs.tsx'
import { LiveFootnotes } from './LiveFootnotes.tsx'
import { Toolbar } from './Toolbar.tsx'
import { acceptTyped, TypedOffer } from './TypedOffer.tsx'

type EditorToolsProps = {
  readonly editor: Editor
  readonly negotiation: Negotiation
  readonly name: string
  /** The kind of clause the words are of: openings differ. */
  readonly kind: ClauseKind
  /** How many footnotes stand before these words in the whole text. */
  readonly footnotesBefore: number
  readonly spoken: ClauseLanguage
  readonly onLeave: () => void
  readonly onComment: (() => void) | undefined
}

/** With Control and Alt. F is the key of word processors. */
const keys: { readonly [key: string]: 'reference' | 'footnote' } = { r: 'reference', f: 'footnote' }

export function EditorTools({ editor, negotiation, name, kind, footnotesBefore, spoken, onLeave, onComment }: EditorToolsProps) {
  const phrases = usePhrases()
  const [asked, setAsked] = useState<AskedInset | undefined>(undefined)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const what = event.ctrlKey && event.altKey && !event.isComposing ? keys[event.key.toLowerCase()] : undefined
    if (what === undefined) return
    event.preventDefault()
    const typed = what === 'reference' ? typedReference(editor.state, negotiation) : undefined
    if (typed !== undefined) acceptTyped(editor, typed)
    else setAsked(what === 'reference' ? { is: 'reference' } : footnoteAsked(editor))
  })
  useEffect(() => {
    const { dom } = editor.view
    dom.addEventListener('keydown', onKeyDown)
    return () => dom.removeEventListener('keydown', onKeyDown)
  }, [editor])

  return (
    <>
      <LiveFootnotes editor={editor} before={footnotesBefore} lang={spoken.language} onChange={setAsked} />
      {phrases ? <PhraseHelp editor={editor} kind={kind} lang={spoken.language} /> : null}
      <Toolbar editor={editor} name={name} spoken={spoken} onAsk={setAsked} onLeave={onLeave} onComment={onComment} />
      <TypedOffer editor={editor} negotiation={negotiation} />
      <InsetDialogs editor={editor} asked={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}
