/** In which language the words are spell-checked and read out. */
import type { ClauseLanguage } from '../clause/clause-language.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { languageName } from '../open/languages.ts'
import { capital } from '../table/naming.ts'

export function LanguageMenu({ spoken: { language, languages, choose } }: { readonly spoken: ClauseLanguage }) {
  if (languages.length < 2) return null
  return (
    <Menu size="small" look="ghost" icon="globe" aria-label="Language of these words" title="Language of these words" tabIndex={-1}>
      {languages.map((one) => (
        <MenuItem key={one} checked={one === language} onClick={() => choose(one)}>
          {capital(languageName(one))}
        </MenuItem>
      ))}
    </Menu>
  )
}
