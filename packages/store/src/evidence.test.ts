/** Evidence in memory and in a folder keeps the contract. */
import { dirname, join } from 'node:path'
import { memoryEvidence } from './evidence/memory.ts'
import { openEvidenceFolder } from './evidence/folder.ts'
import { evidenceSuite } from './suite/evidence.ts'
import { freshPath } from './testing/folder.ts'

evidenceSuite('memory', async () => memoryEvidence())
evidenceSuite('a folder', async () => openEvidenceFolder(join(dirname(freshPath()), 'evidence')))
