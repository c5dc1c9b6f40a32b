/** Attacks on rights: texts one may not write, and other people's names. */
import { forgeOne, content } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import { edit } from '../edits.ts'
import { changedBetween, picture } from '../oracle.ts'
import { CLOSED, OPEN, UNWRITTEN, WITHDRAWN } from '../table.ts'
import { edited, standing, type Attack, type Kind } from './attack.ts'

export const trespass: Kind = (table, by, random) => {
  const state = Y.encodeStateVector(table.server)
  const { copy, update, updateV2 } = edited(table, by.doc.clientID, (doc) => {
    if (random.chance(0.5)) edit(doc.getXmlFragment(random.pick(OPEN)), random)
    const closed = doc.getXmlFragment(random.pick(CLOSED))
    if (random.chance(0.3) && closed.length > 0) closed.delete(0, closed.length)
    else edit(closed, random)
  })
  const changed = changedBetween(picture(table.server), picture(copy))
  if (!CLOSED.some((root) => changed.has(root))) return []
  const codes = ['forbidden-root'] as const
  return [
    { by, update, codes },
    { by, update: updateV2, format: 'v2', codes },
    { by, update: Y.encodeStateAsUpdate(copy, state), codes },
    { by, update: Y.encodeStateAsUpdate(copy), codes },
  ]
}

export const impersonate: Kind = (table, by, random) => {
  const victim = table.people.find((person) => person !== by && person.role !== 'observer')
  const write = (client: number) =>
    forgeOne(client, Y.getState(table.server.store, client), { content: content.node('paragraph'), parent: random.pick(OPEN) })
  return [
    { by, update: write(victim?.doc.clientID ?? 0), codes: ['forged-author'] },
    { by, update: write(77_000 + random.below(100)), codes: ['author-unbound'] },
    { by: table.observer, update: write(table.observer.doc.clientID), codes: ['read-only'] },
  ]
}

/** Texts that are not on record, that are no longer, and that the seat may not make. */
export const unheardOf: Kind = (table, by, random) => {
  const { server } = table
  const client = by.doc.clientID
  const parent = random.pick(['clause/unheard-of', 'amendment/unheard-of', 'translation/tlh/1'])
  const insertion = { content: content.node('paragraph'), parent }
  const attacks = [
    { by, update: forgeOne(client, Y.getState(server.store, client), insertion) },
    { by, update: edited(table, client, (doc) => doc.getXmlFragment(WITHDRAWN).delete(0, 1)).update },
  ]
  const known = standing(server).at(0)
  if (known !== undefined) attacks.push({ by, update: forgeOne(known.id.client, known.id.clock, insertion) })
  if (known !== undefined && !server.share.has(UNWRITTEN)) {
    attacks.push({ by: table.observer, update: forgeOne(known.id.client, known.id.clock, { ...insertion, parent: UNWRITTEN }) })
  }
  return attacks.map((attack): Attack => ({ ...attack, codes: ['forbidden-root'] }))
}
