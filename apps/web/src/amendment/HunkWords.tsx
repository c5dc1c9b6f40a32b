/** One change in a line: what goes, what comes, or what else would be done. */
import { changeOf, tokensInWords, type Token } from '@entente/draft'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useNamed } from '../reference/useNamed.ts'
import { changeWords } from './change-words.ts'
import styles from './Forms.module.css'

type HunkWordsProps = { readonly before: readonly Token[]; readonly after: readonly Token[] }

export function HunkWords({ before, after }: HunkWordsProps) {
  const named = useNamed()
  const said = changeWords(changeOf(before, after))
  const come = after.length > 0 && said === undefined
  const gone = before.length > 0 && (said === undefined || after.length === 0)
  return (
    <span className={styles.hunk} dir="auto">
      {gone ? (
        <del>
          <VisuallyHidden>(deleted: </VisuallyHidden>
          {tokensInWords(before, named)}
          <VisuallyHidden>) </VisuallyHidden>
        </del>
      ) : null}
      {come ? (
        <ins>
          <VisuallyHidden>(added: </VisuallyHidden>
          {tokensInWords(after, named)}
          <VisuallyHidden>) </VisuallyHidden>
        </ins>
      ) : null}
      {said === undefined || after.length === 0 ? null : <em>{said}</em>}
    </span>
  )
}
