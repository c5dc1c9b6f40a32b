/** Takes what stands in a private room home as one file, marked as confidential on every page. */
import { roomName, type RoomId } from '@entente/agreement'
import { useState } from 'react'
import { server } from '../api/server.ts'
import { announce } from '../design/Announcer.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { complain } from '../design/Toast.tsx'
import { saveFile } from '../export/save-file.ts'
import { faultWords } from '../refusal/explain-fault.ts'
import { tokenFor } from '../sign-in/identity.ts'

const formats = [
  { format: 'html', words: 'HTML, one file without script' },
  { format: 'md', words: 'Markdown (.md)' },
] as const

export function DownloadRoom({ room, label }: { readonly room: RoomId; readonly label: string }) {
  const [making, setMaking] = useState(false)

  async function download(format: (typeof formats)[number]['format']) {
    setMaking(true)
    announce('Making the file.')
    const outcome = await server.privateExport(room, format, tokenFor(roomName(room).negotiation))
    setMaking(false)
    if (!outcome.ok) return complain(faultWords(outcome.fault))
    saveFile(outcome.value.blob, outcome.value.name ?? `${label}.${format}`)
    announce('The file is downloaded.')
  }

  return (
    <Menu
      icon="download"
      opener={`Export ${label}`}
      title="Confidential: it leaves this room only with you"
      {...(making && { because: 'The file is being made' })}
    >
      {formats.map(({ format, words }) => (
        <MenuItem key={format} onClick={() => void download(format)}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  )
}
