/** An address that leads nowhere. */
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { PlainPage } from './PlainPage.tsx'

export function NotFound() {
  return (
    <PlainPage title="Nothing here">
      <Empty
        icon="question"
        title="There is nothing at this address"
        level={1}
        actions={
          <ButtonLink href="/" look="primary">
            All negotiations
          </ButtonLink>
        }
      >
        The link may be incomplete, or what it led to is not open to you.
      </Empty>
    </PlainPage>
  )
}
