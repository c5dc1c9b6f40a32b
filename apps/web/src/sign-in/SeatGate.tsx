/**
 * Finds out who this tab speaks for before a room is entered. An address that asks for a demonstration seat (`#as=…`) gets a token of its
 * own for this tab; otherwise the tab's token or the cookie speaks.
 */
import { SeatId, type NegotiationId } from '@entente/agreement'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { server } from '../api/server.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { keepToken, seatAsked, tokenFor } from './identity.ts'
import { SeatChooser } from './SeatChooser.tsx'
import { SitDown } from './sit-down.ts'

type SeatGateProps = { readonly negotiation: NegotiationId; readonly children: (token: string | undefined) => ReactNode }

type Gate =
  | { readonly is: 'asking'; readonly seat: string }
  | { readonly is: 'open'; readonly token: string | undefined }
  | { readonly is: 'shut'; readonly why: FaultSentence }

export function SeatGate({ negotiation, children }: SeatGateProps) {
  const [gate, setGate] = useState<Gate>(() => gateAt(negotiation, location.hash))

  const sitDown = useCallback(
    async (wanted: string) => {
      const seat = SeatId.safeParse(wanted)
      const outcome = seat.success ? await server.takeDemoSeat(negotiation, seat.data) : undefined
      // The wish is fulfilled or refused: it leaves the address, so that a reload keeps the seat and a copied address names nobody.
      history.replaceState(history.state, '', location.pathname + location.search)
      if (outcome?.ok === true) {
        keepToken(negotiation, outcome.value.token)
        setGate({ is: 'open', token: outcome.value.token })
      } else {
        setGate({
          is: 'shut',
          why: outcome === undefined ? { what: 'There is no such seat.', next: 'Choose another.' } : explainFault(outcome.fault),
        })
      }
    },
    [negotiation],
  )

  // A token is asked for once, though React's strict mode runs the effect twice.
  const started = useRef<Gate>(undefined)
  useEffect(() => {
    if (gate.is !== 'asking' || started.current === gate) return
    started.current = gate
    void sitDown(gate.seat)
  }, [gate, sitDown])

  const ask = useCallback((seat: string) => setGate({ is: 'asking', seat }), [])
  return <SitDown value={ask}>{behind(gate, negotiation, children)}</SitDown>
}

function behind(gate: Gate, negotiation: NegotiationId, children: SeatGateProps['children']): ReactNode {
  switch (gate.is) {
    case 'asking':
      return (
        <PlainPage title="Taking your seat">
          <Skeleton waitingFor="Taking your seat" />
        </PlainPage>
      )
    case 'shut':
      return <SeatChooser negotiation={negotiation} why={gate.why} />
    case 'open':
      return children(gate.token)
    default:
      return gate satisfies never
  }
}

function gateAt(negotiation: NegotiationId, fragment: string): Gate {
  const seat = seatAsked(fragment)
  return seat === undefined ? { is: 'open', token: tokenFor(negotiation) } : { is: 'asking', seat }
}
