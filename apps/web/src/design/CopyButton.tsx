/** Copies words to the clipboard and says so. Where the browser forbids it, says that instead. */
import { useState, type ReactNode } from 'react'
import { announce } from './Announcer.tsx'
import { Button, type ButtonLook } from './Button.tsx'
import { copy } from './copy.ts'

type CopyButtonProps = ButtonLook & { readonly copies: string; readonly children: ReactNode; readonly done?: string }

export function CopyButton({ copies, children, done = 'Copied', ...look }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  async function press() {
    const copied = await copy(copies)
    setState(copied ? 'copied' : 'failed')
    announce(copied ? done : 'The browser did not allow copying. Select the words and copy them yourself.')
  }
  return (
    <Button {...look} icon={state === 'copied' ? 'check' : 'copy'} onClick={() => void press()} onBlur={() => setState('ready')}>
      {state === 'copied' ? done : state === 'failed' ? 'Could not copy' : children}
    </Button>
  )
}
