/** Writes paragraphs one after the other. */
import type { FlowParagraph, FlowRun } from '../flow.ts'
import { importLimits } from '../limits.ts'
import { NotImported } from '../refusal.ts'

export type Writer = {
  readonly paragraphs: FlowParagraph[]
  readonly say: (run: FlowRun) => void
  /** Ends the paragraph that is being written. */
  readonly end: () => void
  /** Says what the next paragraph is. */
  readonly as: (role: FlowParagraph['role']) => void
  /** Words so far in this paragraph. */
  readonly empty: () => boolean
}

export function writer(): Writer {
  const paragraphs: FlowParagraph[] = []
  const plain: FlowParagraph['role'] = { is: 'paragraph', numbering: undefined, indent: 0 }
  let runs: FlowRun[] = []
  let role: FlowParagraph['role'] = plain
  let characters = 0
  return {
    paragraphs,
    say(run) {
      characters += run.text.length
      if (characters > importLimits.characters) throw new NotImported('too-large', 'characters')
      runs.push(run)
    },
    end() {
      if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push({ role, runs })
      if (runs.length > 0) role = plain
      runs = []
    },
    as: (next) => void (role = next),
    empty: () => runs.every(({ text }) => text.trim() === ''),
  }
}
