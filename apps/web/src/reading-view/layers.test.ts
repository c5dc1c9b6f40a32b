import { expect, test } from 'vitest'
import { layerStore } from './layers.ts'

function device(kept?: string) {
  const values = new Map(kept === undefined ? [] : [['entente-not-shown', kept]])
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

test('[way-6] what is not shown is remembered on the device, each for itself', () => {
  const storage = device()
  const store = layerStore(storage)
  let heard = 0
  store.subscribe(() => (heard += 1))
  store.show('comments', false)
  store.show('comments', false)
  store.show('brackets', false)
  expect([[...store.hidden()], heard]).toEqual([['brackets', 'comments'], 2])
  expect([...layerStore(storage).hidden()]).toEqual(['brackets', 'comments'])
  store.show('brackets', true)
  expect([...layerStore(storage).hidden()]).toEqual(['comments'])
  store.show('comments', true)
  expect(storage.values.size).toBe(0)
})

test('[way-6] a value that is not ours hides nothing', () => {
  expect(layerStore(device('{"margins":true}')).hidden().size).toBe(0)
})
