/**
 * Why a clause is not agreed, as a tree: what stands in the way, and for each condition why the clause it waits for is not agreed
 * either. Where conditions go round, the tree says so instead of going round with them.
 */
import { explain, type Assessment, type Circle, type ClauseId, type Explanation, type Negotiation } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import type { Shape } from '../design/shape.ts'
import { blockerWords } from '../position/blocker-words.ts'
import { capital, clauseName } from '../table/naming.ts'
import styles from './WhyOpen.module.css'

type WhyOpenProps = { readonly negotiation: Negotiation; readonly assessment: Assessment; readonly clause: ClauseId }

export function WhyOpen({ negotiation, assessment, clause }: WhyOpenProps) {
  const explanation = explain(negotiation, assessment, clause)
  return explanation === undefined ? null : <Because explanation={explanation} negotiation={negotiation} />
}

function Because({ explanation, negotiation }: { readonly explanation: Explanation; readonly negotiation: Negotiation }) {
  return (
    <ul className={styles.tree} data-why={explanation.clause}>
      {explanation.because.map(({ blocker, through }, index) => (
        <li key={index}>
          <span className={styles.line}>
            <Glyph shape={shapes[blocker.why]} beside />
            <span>{capital(blockerWords(blocker, negotiation))}.</span>
          </span>
          {through.length === 0 ? null : (
            <ul className={styles.tree}>
              {through.map((other) => (
                <li key={other.clause}>
                  <Through other={other} negotiation={negotiation} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Through({ other, negotiation }: { readonly other: Explanation | Circle; readonly negotiation: Negotiation }) {
  const name = capital(clauseName(negotiation, other.clause))
  if (other.because === 'explained-above') return <span className={styles.line}>{name}: the conditions go round, see above.</span>
  return (
    <>
      <span className={styles.line}>{name} is not agreed:</span>
      <Because explanation={{ clause: other.clause, because: other.because }} negotiation={negotiation} />
    </>
  )
}

const shapes: { readonly [why in Explanation['because'][number]['blocker']['why']]: Shape } = {
  silent: 'none',
  lapsed: 'lapsed',
  reserves: 'reserves',
  objects: 'objects',
  awaits: 'condition',
  brackets: 'brackets',
  'nobody-accepts': 'none',
}
