/** Hands a file to the browser's downloads. */

/** How long the address of the file stays good: browsers read it after the click. */
const KEEP_MS = 60_000

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}

/** The name in a Content-Disposition header (RFC 6266), if there is one: the form that can have any letter, else the plain one. */
export function fileNameOf(header: string | null): string | undefined {
  const [, encoded] = header?.match(/filename\*=UTF-8''([^;\s]+)/i) ?? []
  const name = encoded === undefined ? header?.match(/filename="([^"]+)"/)?.[1] : decoded(encoded)
  return name === undefined || /[/\\]/.test(name) ? undefined : name
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not from our server, which encodes what it sends.
    return undefined
  }
}
