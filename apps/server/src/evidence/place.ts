/** Where this server keeps files of evidence: a bucket where one is configured, else a folder beside the database. */
import { join } from 'node:path'
import type { EvidenceFiles } from '@entente/store'
import { openEvidenceFolder } from '@entente/store/evidence/folder'
import { openEvidenceBucket } from '@entente/store/evidence/s3'
import { EVIDENCE } from '../cli/stored.ts'
import type { Settings } from '../settings.ts'

/** What is on its way into a bucket waits here. */
const INCOMING = 'evidence.incoming'

export function openEvidence({ data, bucket }: Pick<Settings, 'data' | 'bucket'>): Promise<EvidenceFiles> {
  return bucket === undefined ? openEvidenceFolder(join(data, EVIDENCE)) : openEvidenceBucket(bucket, join(data, INCOMING))
}
