/**
 * What a performer files to show that a step was done: files, links and statements.
 *
 * The record names a file by the SHA-256 of its bytes, so that nobody can put another in its place. What not everybody may read is always a
 * file without a name: the journal is read by the whole table, so it says that something was filed and never what it is called.
 */
import { z } from 'zod'
import { Fingerprint } from '../ids.ts'
import { MAX_EVIDENCE_BYTES, MAX_LIST, MAX_NAME, MAX_QUOTE, MAX_STATEMENT } from '../limits.ts'
import type { Party } from '../party.ts'
import type { PartyId } from '../ids.ts'

/** Who may open a file: everybody at the table; the delegations, the chair and the verifier; or the verifier and who filed it. */
export const EvidenceVisibility = z.enum(['table', 'parties', 'monitor'])
export type EvidenceVisibility = z.infer<typeof EvidenceVisibility>

/** Types of files that may be filed. A type is never removed: what was filed is read for ever. */
export const EvidenceType = z.enum([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'video/mp4',
  'audio/mpeg',
  'text/plain',
  'text/csv',
  'application/json',
  'application/geo+json',
  'application/vnd.google-earth.kml+xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
])
export type EvidenceType = z.infer<typeof EvidenceType>

/** The endings that files of a type go by. */
const endings: { readonly [type in EvidenceType]: readonly string[] } = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4'],
  'audio/mpeg': ['mp3'],
  'text/plain': ['txt', 'log'],
  'text/csv': ['csv'],
  'application/json': ['json'],
  'application/geo+json': ['geojson'],
  'application/vnd.google-earth.kml+xml': ['kml'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/zip': ['zip'],
}

/** Names that a Windows machine takes for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name that is nothing but a name on every system: no folder, no control or direction-changing character, no leading dot or trailing
 * dot or blank, no device.
 */
export const FileName = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(MAX_NAME)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]+$/u)
  .refine((name) => !name.startsWith('.') && !/[. ]$/.test(name) && name.trim() === name && !DEVICE.test(name))

/** The type a file goes by, from the ending of its name; undefined where files of this kind are not taken. */
export function typeOfName(name: string): EvidenceType | undefined {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return EvidenceType.options.find((type) => endings[type].includes(ending))
}

/**
 * What a piece of evidence answers, in the words of the terms, so that it says the same after the terms were revised. Where no item is
 * named it is for all of them; where no part is named, for the parts of whoever filed it.
 */
export const Answers = z
  .strictObject({ item: z.string().min(1).max(MAX_STATEMENT).optional(), part: z.string().min(1).max(MAX_NAME).optional() })
  .refine(({ item, part }) => item !== undefined || part !== undefined)
export type Answers = z.infer<typeof Answers>

const answers = z.array(Answers).min(1).max(MAX_LIST).optional()

export const EvidenceFile = z.strictObject({
  is: z.literal('file'),
  sha256: Fingerprint,
  bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES),
  type: EvidenceType,
  /** Only where the whole table may open it. */
  name: FileName.optional(),
  visibility: EvidenceVisibility,
  answers,
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

export const Evidence = z.discriminatedUnion('is', [
  EvidenceFile,
  z.strictObject({
    is: z.literal('link'),
    url: z.url({ protocol: /^https$/ }).max(MAX_QUOTE),
    label: z.string().trim().max(MAX_NAME).default(''),
    answers,
  }),
  z.strictObject({ is: z.literal('statement'), text: z.string().trim().min(1).max(MAX_STATEMENT), answers }),
])
export type Evidence = z.infer<typeof Evidence>

/** Whether a party may open a file: what the server asks before it sends one, and the interface before it offers to. */
export function mayOpen(
  file: Pick<EvidenceFile, 'visibility'>,
  asks: Pick<Party, 'party' | 'kind'>,
  filedBy: PartyId,
  verifier: PartyId,
): boolean {
  if (file.visibility === 'table' || asks.party === filedBy || asks.party === verifier) return true
  return file.visibility === 'parties' && (asks.kind === 'delegation' || asks.kind === 'chair')
}
