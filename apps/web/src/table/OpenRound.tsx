/** Opens the next round of the talks, under a name and, if it has one, a document symbol. */
import { useState } from 'react'
import { Dialog } from '../design/Dialog.tsx'
import { TextField } from '../design/Field.tsx'
import { Statement } from '../structure/StructureForm.tsx'
import { useView } from './useView.ts'

export function OpenRound({ next, onClose }: { readonly next: number; readonly onClose: () => void }) {
  const negotiation = useView((view) => view.negotiation)
  const [label, setLabel] = useState('')
  const [symbol, setSymbol] = useState('')
  const input = { label: label.trim(), ...(symbol.trim() !== '' && { symbol: symbol.trim() }) }
  return (
    <Dialog title={`Round ${next}`} onClose={onClose}>
      <Statement
        title={`Open round ${next}`}
        command="round.open"
        input={input}
        negotiation={negotiation}
        submit="Open the round"
        onClose={onClose}
        {...(label.trim() === '' && { missing: 'Give the round a name' })}
      >
        <TextField label="Name" value={label} onChange={({ target }) => setLabel(target.value)} placeholder="Closing round" />
        <TextField label="Document symbol" optional value={symbol} onChange={({ target }) => setSymbol(target.value)} />
      </Statement>
    </Dialog>
  )
}
