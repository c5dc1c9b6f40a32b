/** Takes the matrix home as a table. The server makes it from the record, so it is the same file whoever asks. */
import type { NegotiationId } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import { announce } from '../design/Announcer.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { complain } from '../design/Toast.tsx'
import { saveFile } from '../export/save-file.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'

const formats = [
  { format: 'xlsx', words: 'Spreadsheet (.xlsx)' },
  { format: 'csv', words: 'Plain table (.csv)' },
] as const

export function DownloadMatrix({ negotiation }: { readonly negotiation: NegotiationId }) {
  const [making, setMaking] = useState(false)

  async function download(format: (typeof formats)[number]['format']) {
    setMaking(true)
    announce('Making the table.')
    const outcome = await server.export(
      negotiation,
      { what: 'rolling', format, positions: true, milestones: true, comments: false, tracked: false },
      { token: tokenFor(negotiation) },
    )
    setMaking(false)
    if (!outcome.ok) return complain(faultWords(outcome.fault))
    saveFile(outcome.value.blob, outcome.value.name ?? `${negotiation}-positions.${format}`)
  }

  return (
    <Menu icon="download" opener="Table" title="Download the positions" {...(making && { because: 'The table is being made' })}>
      {formats.map(({ format, words }) => (
        <MenuItem key={format} onClick={() => void download(format)}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  )
}
