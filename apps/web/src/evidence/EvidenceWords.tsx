/** One piece of evidence in words: what it is, and for a file its size, who may open it and its hash. */
import type { Evidence } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Icon } from '../design/Icon.tsx'
import styles from './Evidence.module.css'
import { sizeWords, visibilityWords } from './visibility.ts'

export function EvidenceWords({ item, children }: { readonly item: Evidence; readonly children?: ReactNode }) {
  switch (item.is) {
    case 'file':
      return (
        <span className={styles.piece}>
          <Icon name={item.visibility === 'table' ? 'document' : 'lock'} />
          <span>
            {item.name ?? 'A file'}
            <small>
              {sizeWords(item.bytes)} · {visibilityWords(item.visibility)}
            </small>
            {children}
            <Hash sha256={item.sha256} />
          </span>
        </span>
      )
    case 'link':
      return (
        <span className={styles.piece}>
          <Icon name="link" />
          <span>
            <a href={item.url} target="_blank" rel="noopener noreferrer nofollow">
              {item.label === '' ? item.url : item.label}
            </a>
            {item.label === '' ? null : <small>{item.url}</small>}
            {children}
          </span>
        </span>
      )
    case 'statement':
      return (
        <span className={styles.piece}>
          <Icon name="comment" />
          <span>
            {item.text}
            {children}
          </span>
        </span>
      )
    default:
      return item satisfies never
  }
}

function Hash({ sha256 }: { readonly sha256: string }) {
  return (
    <details className={styles.hash}>
      <summary>SHA-256 {sha256.slice(0, 12)}…</summary>
      <code>{sha256}</code>
    </details>
  )
}
