/** What every place for evidence does: the contract, executable. */
import { createHash } from 'node:crypto'
import { Fingerprint, NegotiationId, PartyId, SeatId, Timestamp } from '@entente/agreement'
import { expect, test } from 'vitest'
import type { EvidenceFiles, Incoming } from '../evidence.ts'

export const talks = NegotiationId.parse('talks')
export const hashOf = (bytes: Uint8Array | string) => Fingerprint.parse(createHash('sha256').update(bytes).digest('hex'))

async function* coming(...parts: readonly string[]) {
  for (const part of parts) yield new TextEncoder().encode(part)
}

/** What comes before a file that says this. */
export const incoming = (text: string, more: Partial<Incoming> = {}): Incoming => ({
  negotiation: talks,
  sha256: hashOf(text),
  type: 'text/plain',
  filing: {
    party: PartyId.parse('KES'),
    seat: SeatId.parse('KES-head'),
    at: Timestamp.parse('2026-11-22T12:00:00Z'),
    name: 'inventory.txt',
  },
  limit: 100,
  ...more,
})

async function read(files: EvidenceFiles, sha256: Fingerprint): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of files.open(talks, sha256)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

export function evidenceSuite(name: string, open: () => Promise<EvidenceFiles>): void {
  test(`[evidence-1] ${name}: a file is kept under the hash of its bytes, once, with everybody who brought it`, async () => {
    const files = await open()
    const kept = await files.keep(incoming('Ten guns.'), coming('Ten ', 'guns.'))
    expect(kept).toMatchObject({ is: 'kept', about: { bytes: 9, filings: [{ party: 'KES', name: 'inventory.txt' }] } })
    expect(await read(files, hashOf('Ten guns.'))).toBe('Ten guns.')
    const again = { ...incoming('').filing, party: PartyId.parse('ORL'), name: 'ours.txt' }
    await files.keep(incoming('Ten guns.', { filing: again }), coming('Ten guns.'))
    expect(await files.about(talks, hashOf('Ten guns.'))).toMatchObject({ filings: [{ party: 'KES' }, { party: 'ORL', name: 'ours.txt' }] })
    expect(await files.list()).toHaveLength(1)
    expect(await files.about(NegotiationId.parse('others'), hashOf('Ten guns.'))).toBeUndefined()
  })

  test(`[evidence-2] ${name}: what is empty, too large, something else, refused by the inspection or broken off leaves nothing behind`, async () => {
    const files = await open()
    let reads = 0
    async function* endless() {
      for (;;) {
        reads += 1
        yield new Uint8Array(40)
      }
    }
    expect(await files.keep(incoming(''), coming())).toEqual({ is: 'empty' })
    expect(await files.keep(incoming('a'), endless())).toEqual({ is: 'too-large' })
    expect(reads).toBe(3)
    expect(await files.keep(incoming('a'), coming('b'))).toEqual({ is: 'wrong-hash' })
    let seen = ''
    const refusing = async (start: () => AsyncIterable<Uint8Array>) => {
      for await (const part of start()) seen += new TextDecoder().decode(part)
      return 'refused' as const
    }
    expect(await files.keep(incoming('virus'), coming('virus'), refusing)).toEqual({ is: 'refused' })
    expect(seen).toBe('virus')
    async function* broken() {
      yield new TextEncoder().encode('a')
      throw new Error('gone')
    }
    await expect(files.keep(incoming('a'), broken())).rejects.toThrow('gone')
    expect(await files.list()).toEqual([])
    expect(await files.about(talks, hashOf('a'))).toBeUndefined()
  })
}
