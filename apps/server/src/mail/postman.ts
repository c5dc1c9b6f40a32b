/**
 * Brings reminders by mail, where an SMTP server is configured: at most one letter a day for each person and negotiation, and only when
 * something else waits than the last time.
 *
 * It writes to the addresses that people's organisations vouch for when they sign in. What was sent last is kept beside the data, so that a
 * restart does not write again.
 */
import { readFile, rename, writeFile } from 'node:fs/promises'
import {
  assess,
  awaitedOf,
  milestoneStandings,
  roomName,
  speakerOf,
  type NegotiationId,
  type SeatId,
  type Timestamp,
} from '@entente/agreement'
import type { Store } from '@entente/store'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Rooms } from '../rooms.ts'
import { reminderOf, type Reminder } from './reminder.ts'

/** How often somebody looks whether anything waits, in milliseconds. */
const EVERY = 3_600_000
/** A person gets no second letter before this time has passed. */
const LEAST_BETWEEN = 20 * 3_600_000
/** Milliseconds for one letter. */
const PATIENCE = 30_000

const Sent = z.record(z.string(), z.object({ at: z.iso.datetime(), key: z.string() }))
type Sent = z.infer<typeof Sent>

export type Letter = { readonly to: string } & Pick<Reminder, 'subject' | 'text'>
export type Send = (letter: Letter) => Promise<void>

/** Sends through an SMTP server, `smtps://user:password@mail.example.org`. */
export function smtp(url: string, from: string): Send {
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true }, { from })
  return async (letter) => void (await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } }))
}

export type PostmanOptions = {
  readonly store: Pick<Store, 'rooms' | 'signIn'>
  readonly rooms: Pick<Rooms, 'read'>
  readonly send: Send
  /** Where what was sent is kept. */
  readonly path: string
  readonly log: Log
  readonly timestamp: () => Timestamp
  /** Where the milestones of a negotiation are shown. */
  readonly addressOf: (negotiation: NegotiationId) => string
}

/** One round through all negotiations. Answers how many letters were sent. */
export async function deliver(options: PostmanOptions): Promise<number> {
  const { store, path, log, send, timestamp } = options
  const sent = await sentBefore(path)
  let letters = 0
  for (const room of await store.rooms.list()) {
    const { kind, negotiation } = roomName(room)
    if (kind !== 'table') continue
    for (const { person, seat } of await store.signIn.holdersAt(negotiation)) {
      const address = (await store.signIn.identitiesOf(person)).find(({ email }) => email !== undefined)?.email
      const reminder = address === undefined ? undefined : await reminderFor(options, negotiation, seat)
      const name = `${person} ${negotiation}`
      if (address === undefined || reminder === undefined || !worthSending(sent[name], reminder, timestamp())) continue
      try {
        await send({ to: address, subject: reminder.subject, text: reminder.text })
      } catch (error) {
        // The address is nobody's business in a log. The next round tries again.
        log({ event: 'mail-failed', fault: error instanceof Error ? error.name : '' })
        continue
      }
      sent[name] = { at: timestamp(), key: reminder.key }
      await keep(path, sent)
      letters += 1
    }
  }
  return letters
}

/** Goes round now and then until told to stop. */
export function startPostman(options: PostmanOptions): () => void {
  let going = false
  const round = async () => {
    if (going) return
    going = true
    try {
      await deliver(options)
    } catch (error) {
      options.log({ event: 'mail-failed', fault: error instanceof Error ? error.name : '' })
    } finally {
      going = false
    }
  }
  const timer = setInterval(() => void round(), EVERY)
  timer.unref()
  void round()
  return () => clearInterval(timer)
}

async function reminderFor(
  { rooms, timestamp, addressOf }: PostmanOptions,
  negotiation: NegotiationId,
  seat: SeatId,
): Promise<Reminder | undefined> {
  return rooms.read(negotiation, ({ negotiation: record, readings }) => {
    const speaker = speakerOf(record, seat)
    if (speaker === undefined) return undefined
    const now = timestamp()
    const { agreed } = assess(record, readings)
    const awaited = awaitedOf(record, milestoneStandings(record, agreed, now), agreed, speaker, now)
    return reminderOf(awaited, { title: record.opened?.cover.shortTitle ?? negotiation, address: addressOf(negotiation) })
  })
}

function worthSending(last: Sent[string] | undefined, { key }: Reminder, now: Timestamp): boolean {
  if (last === undefined) return true
  return key !== last.key && Date.parse(now) - Date.parse(last.at) >= LEAST_BETWEEN
}

async function sentBefore(path: string): Promise<Sent> {
  try {
    return Sent.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

async function keep(path: string, sent: Sent): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(sent), { mode: 0o600 })
  await rename(`${path}.part`, path)
}
