/** Attacks through what an insertion says of its place. */
import { gateLimits } from '@entente/sync/gate'
import { content, forge, forgeOne, id } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import { OPEN } from '../table.ts'
import { ownLast, standing, type Attack, type Kind } from './attack.ts'

export const forged: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const { server } = table
  const clock = Y.getState(server.store, client)
  const x = content.words('x')
  const attacks: Uint8Array[] = [
    forgeOne(client, clock, { content: x, origin: id(client, clock + random.below(2)) }),
    forgeOne(client, clock, { content: x, right: id(client, clock + 4) }),
    forgeOne(client, clock, { content: x, parent: id(client, clock) }),
  ]
  const items = standing(server)
  const item = random.any(items)
  const elsewhere = random.any(items.filter((other) => other.parent !== item?.parent))
  if (item !== undefined && elsewhere !== undefined)
    attacks.push(forgeOne(client, clock, { content: x, origin: item.lastId, right: elsewhere.id }))
  const words = random.any(items.filter((one) => one.content instanceof Y.ContentString && /^[a-z]+$/.test(one.content.str)))
  if (words !== undefined) attacks.push(forgeOne(client, clock, { content: x, parent: words.id }))
  if (words !== undefined && words.length > 1) {
    const last = words.lastId
    attacks.push(
      forgeOne(client, clock, { content: x, origin: last, right: words.id }),
      forgeOne(client, clock, { content: x, origin: last, right: last }),
    )
  }
  const followed = random.any(
    items.filter(
      (one) =>
        one.parent instanceof Y.XmlText && one.right !== null && one.right.origin !== null && Y.compareIDs(one.right.origin, one.lastId),
    ),
  )
  if (followed?.right) attacks.push(forgeOne(client, clock, { content: x, origin: followed.right.lastId, right: followed.id }))
  if (followed?.right) {
    // At the end and at the start of the list, where what follows was there from the first.
    attacks.push(forgeOne(client, clock, { content: x, right: followed.right.id }))
    const cut = items.find((one) => one.parent instanceof Y.XmlText && one.rightOrigin !== null)
    if (cut !== undefined) attacks.push(forgeOne(client, clock, { content: x, origin: cut.lastId }))
  }
  const beyond = followed?.right?.right
  if (
    followed &&
    beyond &&
    !Y.compareIDs(followed.rightOrigin, beyond.id) &&
    beyond.origin !== null &&
    Y.compareIDs(beyond.origin, followed.right?.lastId ?? null)
  ) {
    attacks.push(forgeOne(client, clock, { content: x, origin: followed.lastId, right: beyond.id }))
  }
  const own = ownLast(table, client)
  if (own !== undefined) {
    attacks.push(
      forgeOne(client, clock - 1, { content: content.words('yz'), parent: OPEN.find((root) => rootOf(server, own) !== root) ?? OPEN[0] }),
    )
  }
  return [{ by, update: random.any(attacks) ?? new Uint8Array(), codes: ['forged'] }]
}

/** A few bytes that would take Yjs far too many steps. The limits are lowered instead of the document being filled. */
export const longWay: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  const attacks: Attack[] = []
  const words = random.any(
    standing(table.server).filter(
      (item) => item.content instanceof Y.ContentString && item.rightOrigin === null && item.right !== null && isBehind(item, item.right),
    ),
  )
  if (words !== undefined) {
    const update = forgeOne(client, clock, { content: content.words('x'), origin: words.lastId })
    attacks.push({ by, update, limits: { ...gateLimits, steps: 0 }, codes: ['too-large'] })
  }
  const marked = standing(table.server).find(
    (item) => item.content instanceof Y.ContentFormat && item.parent instanceof Y.XmlText && item.parent.length > 1,
  )
  if (marked?.parent instanceof Y.XmlText) {
    const going = standing(table.server).filter((item) => item.parent === marked.parent)
    const update = forge(
      [],
      perAuthor(going).map(([author, items]) => ({
        client: author,
        ranges: items.map(({ id: { clock: at }, length }) => [at, length] as const),
      })),
    )
    if (going.length > 1) attacks.push({ by, update, limits: { ...gateLimits, cleaning: 1 }, codes: ['too-large'] })
  }
  return attacks
}

function perAuthor(items: readonly Y.Item[]): readonly (readonly [number, readonly Y.Item[]])[] {
  const authors = Map.groupBy(items, ({ id: { client } }) => client)
  return [...authors].map(([author, own]) => [author, own.toSorted((one, other) => one.id.clock - other.id.clock)] as const)
}

/** Whether the second item was placed by the first, so that Yjs steps over it to place a third. */
function isBehind(item: Y.Item, next: Y.Item): boolean {
  return next.origin !== null && Y.compareIDs(next.origin, item.lastId)
}

function rootOf(doc: Y.Doc, item: Y.Item): string | undefined {
  let type = item.parent
  while (type instanceof Y.AbstractType && type._item !== null) type = type._item.parent
  return [...doc.share].find(([, root]) => root === type)?.[0]
}
