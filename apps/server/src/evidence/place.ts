/** Where this server keeps files of evidence: a bucket where one is configured, else a folder beside the database. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceFiles } from '@entente/store'
import { openEvidenceFolder } from '@entente/store/evidence/folder'
import { openEvidenceBucket, type Bucket } from '@entente/store/evidence/s3'
import { EVIDENCE } from '../cli/stored.ts'
import type { Settings } from '../settings.ts'

/** For the server, which is alone to keep files: what was on its way when it last ended is thrown away. */
export async function openEvidence({ data, bucket }: Pick<Settings, 'data' | 'bucket'>): Promise<EvidenceFiles> {
  if (bucket === undefined) return openEvidenceFolder(join(data, EVIDENCE))
  await rm(incomingOf(data), { recursive: true, force: true })
  return bucketOf(bucket, data)
}

/** The bucket, also beside a server that runs. */
export function bucketOf(bucket: Bucket, data: string): EvidenceFiles {
  return openEvidenceBucket(bucket, incomingOf(data))
}

/** What is on its way into a bucket waits here. */
function incomingOf(data: string): string {
  return join(data, 'evidence.incoming')
}
