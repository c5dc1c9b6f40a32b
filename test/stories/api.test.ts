import { commands } from '@entente/agreement'
import { expect, test } from 'vitest'
import { openHouse } from './house.ts'

test('[api-2] the API document names every command, in every kind of room it is given in', async () => {
  const house = await openHouse()
  const answer = await house.fetch('/api/openapi.json')
  expect(answer.status).toBe(200)
  const { paths } = (await answer.json()) as { readonly paths: Readonly<Record<string, unknown>> }
  const expected = Object.values(commands).flatMap(({ name, rights }) => [
    ...(rights.table === undefined ? [] : [`/api/negotiations/{negotiation}/commands/${name}`]),
    ...(rights.caucus === undefined ? [] : [`/api/negotiations/{negotiation}/caucus/{caucus}/commands/${name}`]),
    ...(rights.group === undefined ? [] : [`/api/negotiations/{negotiation}/group/{group}/commands/${name}`]),
  ])
  expect(
    Object.keys(paths)
      .filter((path) => path.includes('/commands/'))
      .toSorted(),
  ).toEqual(expected.toSorted())
})
