/**
 * The document as it will be, in a frame that cannot run anything. The frame inherits this page's content security policy, which forbids
 * styles written into a page; so the document's own style sheet is taken out and given back through the CSSOM.
 */
import type { NegotiationId } from '@entente/agreement'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from '../api/request.ts'
import { server, type ExportQuery } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Banner } from '../design/Banner.tsx'
import { Button } from '../design/Button.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'
import styles from './Preview.module.css'
import { splitStyles, type Undressed } from './split-styles.ts'

type PreviewProps = { readonly negotiation: NegotiationId } & Omit<ExportQuery, 'format' | 'tracked'>

export function Preview({ negotiation, what, positions, milestones, comments }: PreviewProps) {
  const ask = useCallback(
    async (signal: AbortSignal): Promise<Outcome<Undressed>> => {
      const outcome = await server.export(
        negotiation,
        { what, positions, milestones, comments, tracked: false, format: 'html' },
        { token: tokenFor(negotiation), signal },
      )
      return outcome.ok ? { ok: true, value: splitStyles(await outcome.value.blob.text()) } : outcome
    },
    [negotiation, what, positions, milestones, comments],
  )
  const [document, again] = useAnswer(ask)
  return (
    <section className={styles.preview} aria-label="Preview">
      {document.is === 'waiting' ? <Skeleton waitingFor="Making the preview" /> : null}
      {document.is === 'failed' ? (
        <Banner role="alert" actions={<Button onClick={again}>Try again</Button>}>
          <b>No preview.</b> {explainFault(document.fault).what}
        </Banner>
      ) : null}
      {document.is === 'here' ? <Sheet document={document.value} /> : null}
    </section>
  )
}

function Sheet({ document: { html, css } }: { readonly document: Undressed }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState(0)

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (loaded === 0 || !inside?.defaultView) return
    const sheet = new inside.defaultView.CSSStyleSheet()
    sheet.replaceSync(css)
    inside.adoptedStyleSheets = [sheet]
  }, [loaded, css])

  // Same origin, so that the style can be given to it; without allow-scripts nothing in it can run.
  return (
    <iframe
      ref={frame}
      className={styles.sheet}
      title="Preview of the document"
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={() => setLoaded((times) => times + 1)}
    />
  )
}
