/** A button with a drawing and no visible words. Its name is required; it is read aloud and shown as a tip. */
import type { ComponentProps } from 'react'
import { Button } from './Button.tsx'
import type { IconName } from './Sprite.tsx'

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'icon' | 'shape' | 'aria-label'> & {
  readonly icon: IconName
  readonly name: string
}

export function IconButton({ icon, name, look = 'ghost', shortcut, because, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      look={look}
      icon={icon}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      {...(because === undefined ? { title: shortcut === undefined ? name : `${name} (${shortcut})` } : { because })}
    />
  )
}
