/** What is chosen for this device: the theme. And the way out, for those who are signed in. */
import { useState } from 'react'
import { complain } from '../design/Toast.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { signOut } from '../sign-in/sign-out.ts'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'

const themes: readonly { readonly theme: Theme; readonly words: string; readonly icon: 'screen' | 'sun' | 'moon' }[] = [
  { theme: 'system', words: 'Theme of the system', icon: 'screen' },
  { theme: 'light', words: 'Light theme', icon: 'sun' },
  { theme: 'dark', words: 'Dark theme', icon: 'moon' },
]

export function DeviceMenu() {
  const [theme, setTheme] = useState(chosenTheme)
  return (
    <Menu look="ghost" icon="more" aria-label="This device: theme, sign out">
      {themes.map((each) => (
        <MenuItem
          key={each.theme}
          icon={each.icon}
          checked={each.theme === theme}
          onClick={() => {
            chooseTheme(each.theme)
            setTheme(each.theme)
          }}
        >
          {each.words}
        </MenuItem>
      ))}
      <MenuItem icon="door" onClick={() => void leave()}>
        Sign out on this device
      </MenuItem>
    </Menu>
  )
}

async function leave() {
  const outcome = await signOut()
  if (outcome.ok) return
  const { what, next } = explainFault(outcome.fault)
  complain(`Still signed in. ${what} ${next}`)
}
