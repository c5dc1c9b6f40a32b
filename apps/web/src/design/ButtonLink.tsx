/** A link inside the app that looks like a button. For an address outside the app's routes give `external`. */
import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import { ButtonFace, buttonClass, type ButtonLook } from './Button.tsx'
import { classes } from './classes.ts'

type ButtonLinkProps = Omit<ComponentProps<'a'>, 'href'> & ButtonLook & { readonly href: string; readonly external?: boolean }

export function ButtonLink({ href, external, look, size, icon, shape, wide, className, children, ...rest }: ButtonLinkProps) {
  const name = classes(buttonClass({ look, size, shape, wide }, children), className)
  const face = (
    <ButtonFace icon={icon} shape={shape}>
      {children}
    </ButtonFace>
  )
  if (external)
    return (
      <a {...rest} href={href} className={name}>
        {face}
      </a>
    )
  return (
    <Link {...rest} href={href} className={name}>
      {face}
    </Link>
  )
}
