/**
 * A package of parts, as DOCX is one: a ZIP file, unpacked within limits.
 *
 * The directory of the package is judged before anything is unpacked, and each part is unpacked into a buffer of the size it declared, so
 * a part that lies about its size cannot take more memory.
 */
import { unzipSync, type UnzipFileInfo } from 'fflate'
import { importLimits } from './limits.ts'
import { NotImported } from './refusal.ts'

/** The parts of a package that `wanted` asks for, by name. Throws `NotImported`. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  if (bytes.byteLength > importLimits.fileBytes) throw new NotImported('too-large', 'file')
  if (isCompoundFile(bytes)) throw new NotImported('encrypted')
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new NotImported('unreadable', 'not a package')
  let parts = 0
  let unpacked = 0
  const judge = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    parts += 1
    if (parts > importLimits.parts) throw new NotImported('too-large', 'parts')
    if (leadsOut(name)) throw new NotImported('unsafe-part', name.slice(0, 100))
    if (/\.(zip|docx|docm|7z|gz|rar|jar)$/i.test(name)) throw new NotImported('unsafe-part', name.slice(0, 100))
    if (/(^|\/)(vbaProject|vbaData)\b|\.(exe|dll|js|vbs|hta)$/i.test(name)) throw new NotImported('macros')
    if (originalSize > importLimits.partBytes) throw new NotImported('too-large', name.slice(0, 100))
    if (originalSize > 100_000 && originalSize > size * importLimits.ratio) throw new NotImported('bomb', name.slice(0, 100))
    if (!wanted(name)) return false
    unpacked += originalSize
    if (unpacked > importLimits.unpackedBytes) throw new NotImported('too-large', 'unpacked')
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: judge })))
  } catch (error) {
    if (error instanceof NotImported) throw error
    throw new NotImported('unreadable', error instanceof Error ? error.message.slice(0, 200) : undefined)
  }
}

/** Whether a name would lie outside the folder the package were unpacked to. */
function leadsOut(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\') || name.split('/').includes('..') || name.includes('\0')
}

/** Word files with a password, and those of before 2007, are OLE compound files. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}
