/** Whether a sitting is going on, who attends, and for whoever presides the switches. */
import { runningSitting, type Audience, type Negotiation } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Moment } from '../design/Moment.tsx'
import { useSay } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Proceedings.module.css'

const audiences: readonly { readonly to: Audience; readonly words: string }[] = [
  { to: 'observers', words: 'Observers attend' },
  { to: 'press', words: 'The press attends' },
]

export function SittingPart({ negotiation, presides }: { readonly negotiation: Negotiation; readonly presides: boolean }) {
  const say = useSay()
  const barred = useBarred()
  const sitting = runningSitting(negotiation)
  const { access } = negotiation.sittings
  return (
    <section className={styles.part} aria-labelledby="part-sitting">
      <h3 id="part-sitting">{sitting === undefined ? 'No sitting' : sitting.kind === 'closed' ? 'Closed sitting' : 'Plenary sitting'}</h3>
      {sitting === undefined ? null : (
        <p className={styles.quiet}>
          Opened <Moment at={sitting.opened.at} />.
        </p>
      )}
      {sitting?.kind === 'closed' ? (
        <p>Observers and the press are not connected until it is closed. What is put on record now is in the record they read then.</p>
      ) : null}
      {presides ? (
        <>
          <div className={styles.choices}>
            {audiences.map(({ to, words }) => (
              <Checkbox
                key={to}
                label={words}
                checked={access[to]}
                disabled={barred !== undefined}
                onChange={({ target }) => void say('access.set', { to, admitted: target.checked })}
              />
            ))}
          </div>
          <p className={styles.actions}>
            {sitting === undefined ? (
              <>
                <Button because={barred} onClick={() => void say('sitting.open', { kind: 'plenary' })}>
                  Open a plenary
                </Button>
                <Button icon="lock" because={barred} onClick={() => void say('sitting.open', { kind: 'closed' })}>
                  Open a closed sitting
                </Button>
              </>
            ) : (
              <Button because={barred} onClick={() => void say('sitting.close', {})}>
                Close the sitting
              </Button>
            )}
          </p>
        </>
      ) : (
        <p className={styles.quiet}>
          In this round {access.observers ? 'observers attend' : 'observers do not attend'}, and the press{' '}
          {access.press ? 'does' : 'does not'}.
        </p>
      )}
    </section>
  )
}
