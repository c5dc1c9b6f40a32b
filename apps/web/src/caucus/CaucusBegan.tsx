/**
 * Why a delegation meets in another caucus than before: by which act on the record it began anew, and where what was said before is read, for
 * those who may. In an earlier caucus, that it is closed. Nothing where nothing is to be told.
 */
import { firstCaucusOf, renewalTo, roomName, type Negotiation, type Renewal, type Speaker } from '@entente/agreement'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { SWALLOWS_KEYS } from '../app/view-keys.ts'
import { entryPath, earlierCaucusPath, viewPath } from '../app/views.ts'
import { Banner } from '../design/Banner.tsx'
import { Moment } from '../design/Moment.tsx'
import { personName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './CaucusBegan.module.css'

/** `interrupts`: the page showed another caucus until now. Whoever was typing in it types nothing here before they have looked. */
export function CaucusBegan({ interrupts }: { readonly interrupts: boolean }) {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  const told = speaker && tellingOf(negotiation, speaker)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What had the focus has gone with its page, and on the body letters would be commands.
    if (interrupts && document.activeElement === document.body) notice.current?.focus()
  }, [interrupts])
  if (told === undefined) return null
  return (
    <div className={styles.notice}>
      <div ref={notice} className={styles.told} data-caucus={told.is} {...(interrupts && { tabIndex: -1, [SWALLOWS_KEYS]: true })}>
        <Banner icon="lock">
          <Words {...{ told, negotiation }} />
        </Banner>
      </div>
    </div>
  )
}

type Told =
  | { readonly is: 'closed'; readonly by: Renewal; readonly earlier: number | undefined }
  | { readonly is: 'began-anew'; readonly by: Renewal; readonly earlier: number }
  | { readonly is: 'begins-with-you'; readonly by: Renewal }

/** What somebody is told of the caucus around. Whoever came later is told of no earlier one. */
function tellingOf(negotiation: Negotiation, { seat }: Speaker): Told | undefined {
  const { privateRoom } = negotiation
  const room = privateRoom && roomName(privateRoom.room)
  if (room?.kind !== 'caucus') return undefined
  const { party, number } = room
  const earlier = firstCaucusOf(negotiation, seat.seat) < number ? number - 1 : undefined
  const next = renewalTo(negotiation, party, number + 1)
  if (next !== undefined) return { is: 'closed', by: next, earlier }
  const began = renewalTo(negotiation, party, number)
  if (began === undefined) return undefined
  if (earlier !== undefined) return { is: 'began-anew', by: began, earlier }
  return began.seat === seat.seat ? { is: 'begins-with-you', by: began } : undefined
}

function Words({ told, negotiation }: { readonly told: Told; readonly negotiation: Negotiation }) {
  const at = negotiation.opened?.negotiation
  if (at === undefined) return null
  const { said, seat } = told.by
  const giver = said.by === 'server' ? 'the server' : personName(negotiation, said.by.seat)
  const entry = (
    <Link href={entryPath(at, said.seq)}>
      entry {said.seq} of the record, <Moment at={said.at} />
    </Link>
  )
  switch (told.is) {
    case 'begins-with-you':
      return (
        <>
          <b>This caucus begins with you.</b> {giver} gave you the seat ({entry}). What your delegation said in private before is not shown
          to you.
        </>
      )
    case 'began-anew':
      return (
        <>
          <b>Your caucus began anew</b> when {giver} gave {personName(negotiation, seat)} a seat ({entry}). What was said before is in{' '}
          <Link href={earlierCaucusPath(at, told.earlier)}>the earlier caucus</Link>: only those who had a seat then read it.
        </>
      )
    case 'closed':
      return (
        <>
          <b>This earlier caucus is closed; it is only read.</b> Your caucus began anew when {giver} gave {personName(negotiation, seat)} a
          seat ({entry}). Only those who had a seat before read this. <Link href={viewPath(at, 'caucus')}>To your caucus</Link>
          {told.earlier === undefined ? null : (
            <>
              {' · '}
              <Link href={earlierCaucusPath(at, told.earlier)}>The one before this</Link>
            </>
          )}
        </>
      )
    default:
      return told satisfies never
  }
}
