/** What the keys do, by where they work. */
import { Dialog } from '../design/Dialog.tsx'
import { Kbd } from '../design/Kbd.tsx'
import visually from '../design/VisuallyHidden.module.css'
import styles from './Shortcuts.module.css'

const groups: readonly { readonly where: string; readonly keys: readonly (readonly [keys: readonly string[], does: string])[] }[] = [
  {
    where: 'On a clause',
    keys: [
      [['Enter'], 'Edit its words'],
      [['J', '↓'], 'Next clause'],
      [['K', '↑'], 'Previous clause'],
      [['Shift J'], 'Next clause that needs your delegation'],
      [['A'], 'Accept (five seconds to undo)'],
      [['I'], 'Accept if…'],
      [['R'], 'Reserve'],
      [['O'], 'Object'],
      [['C'], 'Comment'],
      [['M'], 'Add a milestone'],
      [['H'], 'What your delegation said so far'],
      [['D'], 'What changed since'],
      [['W'], 'Its words over time'],
      [['Y'], 'Copy the link'],
      [['Ctrl Z'], 'Take back a position not sent yet, else undo your own last edit'],
    ],
  },
  {
    where: 'In the words',
    keys: [
      [['Esc'], 'Back to the clause'],
      [['↑', '↓'], 'From line to line, and on into the clause above or below'],
      [['Ctrl B', 'Ctrl I', 'Ctrl U'], 'Bold, italic, underline'],
      [['Ctrl ]', 'Ctrl ['], 'Set a list in or out'],
      [['Ctrl Alt M'], 'Comment on the selected words'],
      [['Ctrl Alt R'], 'Refer to a clause; make a typed reference one'],
      [['Ctrl Alt F'], 'Put in a footnote, or change the one at the caret'],
      [['Tab'], 'On to the format bar and the page'],
    ],
  },
  {
    where: 'Everywhere',
    keys: [
      [['/'], 'Find in the text'],
      [['G', 'L'], 'Next clause where your consent lapsed'],
      [['F8', 'Shift F8'], 'Next or previous clause with open comments'],
      [['F6', 'Shift F6'], 'Next or previous region'],
      [['G', 'T'], 'Table; P positions, M milestones, R record'],
      [['?'], 'These keys'],
    ],
  },
]

export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" size="medium" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([pressed, does]) => (
                <div key={does}>
                  <dt className={visually.hidden}>{pressed.join(' ')}</dt>
                  <dd>{does}</dd>
                  <span className={styles.keys} aria-hidden="true">
                    {pressed.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
