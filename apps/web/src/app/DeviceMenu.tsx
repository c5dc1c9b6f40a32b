/** What is chosen for this device: the theme. The way to one's own sign-in, to who else sits at the table, and the way out. */
import type { NegotiationId } from '@entente/agreement'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { complain } from '../design/Toast.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { explainFault } from '../refusal/explain-fault.ts'
import { signOut } from '../sign-in/sign-out.ts'
import { chooseTheme, chosenTheme, type Theme } from './theme.ts'
import { viewPath } from './views.ts'

const themes: readonly { readonly theme: Theme; readonly words: string; readonly icon: 'screen' | 'sun' | 'moon' }[] = [
  { theme: 'system', words: 'Theme of the system', icon: 'screen' },
  { theme: 'light', words: 'Light theme', icon: 'sun' },
  { theme: 'dark', words: 'Dark theme', icon: 'moon' },
]

export function DeviceMenu({ negotiation }: { readonly negotiation: NegotiationId | undefined }) {
  const [theme, setTheme] = useState(chosenTheme)
  const [, navigate] = useLocation()
  return (
    <Menu look="ghost" icon="more" aria-label="Menu: members, your sign-in, theme">
      {negotiation === undefined ? null : (
        <MenuItem icon="person" onClick={() => navigate(viewPath(negotiation, 'members'))}>
          Members and what I may do
        </MenuItem>
      )}
      <MenuItem icon="shield" onClick={() => navigate('/account')}>
        My devices and sign-in
      </MenuItem>
      <MenuItem icon="lock" onClick={() => navigate('/privacy')}>
        What is private
      </MenuItem>
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
