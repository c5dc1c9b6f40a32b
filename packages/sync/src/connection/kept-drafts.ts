/**
 * Keeps on the device what was kept aside for the person (`aside.ts`), until they dismiss it: a page that is closed or breaks takes nothing of
 * it along. Sealed like unsaved words, for one seat of one session.
 */
import type { RoomId } from '@entente/agreement'
import { z } from 'zod'
import type { Draft } from './aside.ts'
import type { KeptDraft } from './device.ts'
import type { KeptWith, Unlocked } from './keeping.ts'

export type KeptDrafts = {
  /** What is found of this seat is handed to `found`, once. */
  readonly unlocked: () => void
  /** Something may have been kept aside or dismissed. */
  readonly changed: () => void
  /** None of this page's drafts is to stay on the device, or to come there. */
  readonly forget: () => void
}

export type KeptDraftsOptions = KeptWith & {
  /** What is kept aside now: the same list until that changes. */
  readonly drafts: () => readonly Draft[]
  /** Drafts of an earlier page, oldest first. */
  readonly found: (drafts: readonly Draft[]) => void
}

const common = { id: z.string(), root: z.string(), at: z.number() }
const Stored: z.ZodType<Draft> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('refused'), ...common, text: z.string(), code: z.string() }),
  z.object({ is: z.literal('overtaken'), ...common, stretches: z.array(z.object({ text: z.string(), typed: z.boolean() })) }),
])

export function keepDrafts({ device: { drafts: shelf }, room, work, lock, drafts, found }: KeptDraftsOptions): KeptDrafts {
  /** Those on the device, by id, that are on this page's screen. */
  const held = new Set<string>()
  let seen: readonly Draft[] = drafts()
  let looked = false
  let forgotten = false

  const keep = async () => {
    const unlocked = await lock()
    if (unlocked === undefined || forgotten) return
    const now = drafts()
    for (const draft of now.filter(({ id }) => !held.has(id))) {
      const sealed = await unlocked.seal.close(new TextEncoder().encode(JSON.stringify(draft)), label(room, unlocked, draft.id))
      await shelf.keep({ room, id: draft.id, at: draft.at, sealed })
      held.add(draft.id)
    }
    await drop([...held].filter((id) => !now.some((draft) => draft.id === id)))
  }

  const drop = async (gone: readonly string[]) => {
    if (gone.length === 0) return
    await shelf.forget(gone.map((id) => ({ room, id })))
    for (const id of gone) held.delete(id)
  }

  const open = async (unlocked: Unlocked, { id, sealed }: KeptDraft): Promise<readonly Draft[]> => {
    const bytes = await unlocked.seal.open(sealed, label(room, unlocked, id))
    // Of another seat, or of a session that is over: not ours to read, nor to throw away.
    return bytes === undefined ? [] : [Stored.parse(JSON.parse(new TextDecoder().decode(bytes)))]
  }

  return {
    unlocked() {
      if (looked) return
      looked = true
      void work(async () => {
        const unlocked = await lock()
        if (unlocked === undefined) return
        const earlier: Draft[] = []
        for (const record of await shelf.kept(room)) earlier.push(...(await open(unlocked, record)))
        for (const { id } of earlier) held.add(id)
        if (earlier.length > 0) found(earlier)
        // What was kept aside before the welcome.
        await keep()
      })
    },
    changed() {
      const now = drafts()
      if (now === seen) return
      seen = now
      void work(keep)
    },
    forget() {
      forgotten = true
      void work(() => drop([...held]))
    },
  }
}

/** What a record is bound to: nobody can pass it for another's or another room's. */
function label(room: RoomId, { seat }: Unlocked, id: string): string {
  return JSON.stringify([room, seat, 'draft', id])
}
