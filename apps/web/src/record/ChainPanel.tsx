/** Whether the record received by this browser is one unbroken chain, and the hash it ends in, to compare with other delegations. */
import type { Head } from '@entente/agreement'
import type { Chain } from '@entente/sync/client'
import { CopyButton } from '../design/CopyButton.tsx'
import { Panel } from '../design/Panel.tsx'
import { Tag } from '../design/Tag.tsx'
import { groupedHash } from './hash.ts'
import styles from './RecordPage.module.css'

export function ChainPanel({ head, chain }: { readonly head: Head; readonly chain: Chain }) {
  return (
    <Panel
      title="Chain"
      actions={
        chain.is === 'verified' ? (
          <Tag shape="accepts">Intact, {head.seq} entries</Tag>
        ) : (
          <Tag shape="objects">Broken at entry {chain.seq}</Tag>
        )
      }
    >
      <p className={styles.note}>
        {chain.is === 'verified'
          ? 'This browser has checked that every entry links to the one before it. If another delegation sees the same hash, it has the same record.'
          : 'An entry does not link to the one before it. Nothing from there on should be relied on. Tell the other delegations and whoever runs the server.'}
      </p>
      <p className={styles.hash}>
        <span className={styles.hashLabel}>Hash of the last entry</span>
        <code>{groupedHash(head.hash)}</code>
      </p>
      <CopyButton size="small" copies={`${head.seq} ${head.hash}`}>
        Copy hash
      </CopyButton>
    </Panel>
  )
}
