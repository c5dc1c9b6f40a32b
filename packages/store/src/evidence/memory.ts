/** Evidence in memory, for tests. */
import { createHash } from 'node:crypto'
import { withFiling, type EvidenceAbout, type EvidenceFiles } from '../evidence.ts'

export function memoryEvidence(): EvidenceFiles {
  const kept = new Map<string, { readonly about: EvidenceAbout; readonly bytes: Uint8Array }>()
  const name = (negotiation: string, sha256: string) => `${negotiation}/${sha256}`
  return {
    async keep(incoming, bytes, inspect) {
      const { negotiation, sha256, limit } = incoming
      const parts: Uint8Array[] = []
      let size = 0
      for await (const part of bytes) {
        size += part.byteLength
        if (size > limit) return { is: 'too-large' }
        parts.push(part)
      }
      const whole = Buffer.concat(parts)
      if (size === 0) return { is: 'empty' }
      if (createHash('sha256').update(whole).digest('hex') !== sha256) return { is: 'wrong-hash' }
      const open = async function* () {
        yield whole
      }
      if (inspect !== undefined && (await inspect(open)) === 'refused') return { is: 'refused' }
      const about = withFiling(kept.get(name(negotiation, sha256))?.about, incoming, size)
      kept.set(name(negotiation, sha256), { about, bytes: whole })
      return { is: 'kept', about }
    },
    about: async (negotiation, sha256) => kept.get(name(negotiation, sha256))?.about,
    async *open(negotiation, sha256) {
      const found = kept.get(name(negotiation, sha256))
      if (found === undefined) throw new Error('No such evidence')
      yield found.bytes
    },
    list: async () => [...kept.values()].map(({ about }) => about),
  }
}
