/** The connection ended for good: why, what is safe, and the way on. Words the server did not take can be copied. */
import type { NegotiationId } from '@entente/agreement'
import type { RefusedDraft } from '@entente/sync/client'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Empty } from '../design/Empty.tsx'
import { ComeBack } from '../sign-in/ComeBack.tsx'
import { SeatChooser } from '../sign-in/SeatChooser.tsx'
import type { IconName } from '../design/Sprite.tsx'
import { typedWords } from '../table/overtaken-words.ts'
import { useView } from '../table/useView.ts'
import { useReadmission } from './useReadmission.ts'
import { PlainPage } from './PlainPage.tsx'
import { explainEnd, type EndReason } from './explain-end.ts'

/** Said alike whether there is no such table or no seat at it: which of the two is nobody’s business without a seat. */
const seatless = {
  what: 'Nobody in this tab has a seat at this table, or there is no such table.',
  next: 'Open your invitation link, or ask the chair for a new one.',
}

export function Ended({ negotiation, reason }: { readonly negotiation: NegotiationId; readonly reason: EndReason }) {
  const refused = useView((view) => view.refused)
  const overtaken = useView((view) => view.overtaken)
  const unsaved = useView((view) => view.unsaved)
  const loaded = useView((view) => view.loaded)
  const [me] = useAnswer(server.me)
  useReadmission(negotiation, reason, reload)
  // Whoever was in here knows the table; they are told what happened. A stranger is told nothing of it.
  if (!loaded && refused.length === 0 && (reason === 'not-signed-in' || reason === 'not-found'))
    return <SeatChooser negotiation={negotiation} why={seatless} />
  const { title, what, reload: reloading } = explainEnd(reason)
  return (
    <PlainPage title={title}>
      <Empty
        icon={iconFor(reason)}
        title={title}
        level={1}
        actions={
          <>
            {refused.length === 0 ? null : <CopyButton copies={draftsAsText(refused)}>Copy unsent text</CopyButton>}
            {overtaken.length === 0 ? null : (
              <CopyButton copies={draftsAsText(overtaken.map((draft) => ({ root: draft.root, text: typedWords(draft) })))}>
                Copy words that others had not seen
              </CopyButton>
            )}
            {reason === 'not-signed-in' ? <ComeBack providers={me.is === 'here' ? me.value.providers : []} onSignedIn={reload} /> : null}
            {reloading ? (
              <Button look="primary" onClick={reload}>
                Reload the page
              </Button>
            ) : null}
            <ButtonLink href="/">All negotiations</ButtonLink>
          </>
        }
      >
        {what} {loaded ? whatBecameOf(refused, unsaved) : ''}
      </Empty>
    </PlainPage>
  )
}

function iconFor(reason: EndReason): IconName {
  switch (reason) {
    case 'not-allowed':
    case 'not-found':
    case 'not-signed-in':
      return 'lock'
    case 'chain-broken':
    case 'quarantined':
      return 'warning'
    default:
      return 'offline'
  }
}

function reload() {
  location.reload()
}

/** What became of the words typed here. */
function whatBecameOf(refused: readonly RefusedDraft[], unsaved: number): string {
  if (refused.length > 0) return 'What you had written is kept here for you to copy.'
  return unsaved > 0 ? 'Your last changes had not been confirmed by the server.' : 'Everything you typed had been saved.'
}

function draftsAsText(drafts: readonly Pick<RefusedDraft, 'root' | 'text'>[]): string {
  return drafts.map(({ root, text }) => `${root}\n${text}`).join('\n\n')
}
