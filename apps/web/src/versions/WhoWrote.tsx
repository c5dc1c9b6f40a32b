/**
 * Who wrote which words, from the clientIDs the words carry. Told by colour, by a line under the words whose pattern tells parties apart
 * without colour, and to a screen reader in words.
 */
import type { Negotiation } from '@entente/agreement'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import type { ToldVersion } from './shapes.ts'
import styles from './Versions.module.css'

type WhoWroteProps = { readonly version: ToldVersion; readonly negotiation: Negotiation }

export function WhoWrote({ version: { writers }, negotiation }: WhoWroteProps) {
  const seats = [...new Set(writers.flatMap((paragraph) => paragraph.map(({ by }) => by)))]
  return (
    <>
      <ul className={styles.legend} aria-label="Authors">
        {seats.map((seat) => (
          <li key={seat}>{seat === 'server' ? 'Brought in, or made by rule' : <Author seat={seat} negotiation={negotiation} />}</li>
        ))}
      </ul>
      <div className={styles.written} lang={negotiation.opened?.cover.referenceLanguage}>
        {writers.map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph.map(({ text, by }, at) =>
              by === 'server' ? text : <Written key={at} text={text} seat={by} negotiation={negotiation} />,
            )}
          </p>
        ))}
      </div>
    </>
  )
}

type OneProps = { readonly seat: string; readonly negotiation: Negotiation }

function Author({ seat, negotiation }: OneProps) {
  const found = seatOf(seat, negotiation)
  return (
    <>
      {found === undefined ? null : <PartyCode party={found.party} />} {found?.name ?? seat}
    </>
  )
}

function Written({ text, seat, negotiation }: OneProps & { readonly text: string }) {
  const found = seatOf(seat, negotiation)
  const { name, order } = usePartyLook(found?.party ?? seat)
  return (
    <mark className={styles.mark} {...partyColour(order)} title={`${found?.name ?? seat}, ${name}`} data-writer={seat}>
      <VisuallyHidden> ({name}: </VisuallyHidden>
      {text}
      <VisuallyHidden>) </VisuallyHidden>
    </mark>
  )
}

function seatOf(seat: string, { seats }: Negotiation) {
  return [...seats.values()].find((one) => one.seat === seat)
}
