/**
 * When a page breaks: say so, keep what can be kept, offer the way back. The text is safe on the server up to the last "saved"; what this tab
 * had not sent is gone with it, and that is said too.
 */
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { Empty } from '../design/Empty.tsx'
import styles from './ErrorBoundary.module.css'
import { reportShown } from './faults.ts'

/** Set when a part of the app could not be fetched: the server was updated while this page was open. */
let outdated = false
addEventListener('vite:preloadError', () => {
  outdated = true
})

type Broken = { readonly message: string; readonly where: string }

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: Broken | undefined }> {
  override state: { readonly broken: Broken | undefined } = { broken: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { broken: { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), where: '' } }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    reportShown(error)
    this.setState(({ broken }) => ({ broken: broken && { ...broken, where: componentStack ?? '' } }))
  }

  override render() {
    const { broken } = this.state
    if (broken === undefined) return this.props.children
    return (
      <main className={styles.broken}>
        <Empty
          icon="warning"
          title={outdated ? 'This page is out of date' : 'This page broke'}
          level={1}
          actions={
            <>
              <Button look="primary" onClick={() => location.reload()}>
                Reload the page
              </Button>
              <CopyButton copies={`${broken.message}\n${broken.where}\n${location.pathname}\n${navigator.userAgent}`}>
                Copy the report
              </CopyButton>
            </>
          }
        >
          {outdated ? 'Entente was updated on the server while this page was open. ' : ''}
          Everything shown as saved is on the server. Reload to go on; if it breaks again, copy the report for whoever runs the server. It
          contains no text of the negotiation.
          <code className={styles.message}>{broken.message}</code>
        </Empty>
      </main>
    )
  }
}
