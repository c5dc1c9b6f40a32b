import { Timestamp } from '@entente/agreement'
import { hashToken, PersonId, StoreFault } from '@entente/store'
import { createMemoryStore } from '@entente/store/memory'
import { expect, test } from 'vitest'
import { newToken } from './token.ts'
import { whoHolds } from './who.ts'

const at = (hour: number) => Timestamp.parse(`2026-11-22T0${hour}:00:00Z`)

test('[durable-7] a disk that takes no writes keeps nobody from reading who is signed in', async () => {
  const store = createMemoryStore()
  const token = newToken()
  const person = PersonId.parse('0'.repeat(32))
  await store.signIn.addPerson({ person, name: 'Ilka', createdAt: at(1), kind: 'invited' })
  await store.signIn.addSession({ hash: hashToken(token), person, createdAt: at(1), expires: at(9), lastUsed: at(1), device: '' })
  const full = { ...store, signIn: { ...store.signIn, useSession: () => Promise.reject(new StoreFault('disk-full', 'full')) } }
  expect(await whoHolds(token, full, false, at(2))).toMatchObject({ person: { name: 'Ilka' } })
})
