/** One line of the terms: a name and what it is. */
import type { ReactNode } from 'react'

export function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
