/**
 * Characters are typed whole. Of a character beyond the first 65,536 (an emoji, the letters of Adlam) a Firefox may give the two halves one after
 * the other, as two keys. A half is no text: UTF-8 has none (RFC 3629, section 3), so others would get a replacement mark in its place, and
 * undoing would bring that back.
 */
import { Plugin } from '@tiptap/pm/state'

export function wholeCharacters(): Plugin {
  /** The first half, until the second comes. */
  let held = ''
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          const { inputType, data } = event
          const before = held
          held = ''
          if (inputType !== 'insertText' || data === null) return false
          if (isHalf(data, 0xd800)) held = data
          else if (before !== '' && isHalf(data, 0xdc00)) view.dispatch(view.state.tr.insertText(before + data).scrollIntoView())
          else return false
          event.preventDefault()
          return true
        },
      },
    },
  })
}

/** Whether it is one unit of the 1,024 that begin here. */
function isHalf(text: string, first: number): boolean {
  return text.length === 1 && text.charCodeAt(0) >= first && text.charCodeAt(0) < first + 0x400
}
