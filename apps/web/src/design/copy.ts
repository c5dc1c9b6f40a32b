/**
 * Puts words on the clipboard. Answers whether the browser let us.
 *
 * Pages that are not served securely (a bare address on a local network) have no `navigator.clipboard`; there the browser's older command
 * does it, which every browser still has (https://w3c.github.io/editing/docs/execCommand/#the-copy-command).
 */
export async function copy(words: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard === undefined) return copyByCommand(words)
  try {
    await clipboard.writeText(words)
    return true
  } catch (error) {
    // No permission, or the page lost the focus meanwhile.
    if (error instanceof DOMException) return false
    throw error
  }
}

function copyByCommand(words: string): boolean {
  let taken = false
  const give = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', words)
    taken = true
  }
  document.addEventListener('copy', give, { capture: true, once: true })
  try {
    return document.execCommand('copy') && taken
  } finally {
    document.removeEventListener('copy', give, { capture: true })
  }
}
