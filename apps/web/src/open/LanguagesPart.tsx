/** Part 4: the language of negotiation, and the languages in which the text will be equally authentic. */
import { Select } from '../design/Field.tsx'
import { Icon } from '../design/Icon.tsx'
import { Panel } from '../design/Panel.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import styles from './LanguagesPart.module.css'
import { languageName, offeredLanguages } from './languages.ts'
import type { PartProps } from './part.ts'

export function LanguagesPart({ form, onChange }: PartProps) {
  const chosen = [...new Set([form.workingLanguage, ...form.languages])]
  return (
    <Panel title="4. Languages">
      <div className={styles.two}>
        <Select
          label="Working text"
          hint="The language in which the text is negotiated."
          value={form.workingLanguage}
          onChange={(event) =>
            onChange({
              ...form,
              workingLanguage: event.target.value,
              languages: [event.target.value, ...form.languages.filter((tag) => tag !== form.workingLanguage)],
            })
          }
        >
          {offeredLanguages.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </Select>
        <div>
          <Select
            label="Also authentic in"
            value=""
            onChange={(event) => onChange({ ...form, languages: [...form.languages, event.target.value] })}
          >
            <option value="">Add a language…</option>
            {offeredLanguages
              .filter((tag) => !chosen.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag}>
                  {languageName(tag)}
                </option>
              ))}
          </Select>
          <ul className={styles.chosen} aria-label="Authentic languages">
            {chosen.map((tag) => (
              <li key={tag}>
                {tag === form.workingLanguage ? (
                  <span className={styles.tag}>{languageName(tag)}</span>
                ) : (
                  <button
                    type="button"
                    className={styles.tag}
                    onClick={() => onChange({ ...form, languages: form.languages.filter((other) => other !== tag) })}
                  >
                    {languageName(tag)}
                    <Icon name="close" />
                    <VisuallyHidden>, remove</VisuallyHidden>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  )
}
