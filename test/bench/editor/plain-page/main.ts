/** What most people build first: one Tiptap editor with the collaboration extension over the whole text. The same schema, nothing else. */
import { extensions } from '@entente/draft/schema'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import * as Y from 'yjs'

const doc = new Y.Doc()
const socket = new WebSocket(location.origin.replace('http', 'ws'))
socket.binaryType = 'arraybuffer'
let mounted = false
socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  Y.applyUpdate(doc, new Uint8Array(data), 'wire')
  if (mounted) return
  mounted = true
  const element = document.getElementById('text') ?? document.body
  const editor = new Editor({ element, extensions: [...extensions, Collaboration.configure({ fragment: doc.getXmlFragment('text') })] })
  document.body.dataset['mounted'] = String(editor.isEditable)
})
doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== 'wire') socket.send(new Uint8Array(update))
})
