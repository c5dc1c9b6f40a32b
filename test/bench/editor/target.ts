/** Something a person types in while others type too. */
import type { Page } from 'playwright'

export type EditorTarget = {
  readonly name: 'entente' | 'plain-tiptap'
  /** Opens the page and resolves when its text is painted. */
  readonly open: (page: Page) => Promise<void>
  /** Puts the caret into the middle of the text. */
  readonly enter: (page: Page) => Promise<void>
  /** One of the others types one letter somewhere else. */
  readonly otherTypes: (other: number) => void
  readonly close: () => Promise<void>
}
