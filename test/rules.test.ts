/** docs/RULES.md and the tests name each other: no rule without a test, no test for a rule that nobody can read. */
import { expect, test } from 'vitest'
import { code, read, sources } from './sources.ts'

const rules = read('docs/RULES.md')
const stated = [...rules.matchAll(/^- \*\*\[([^\]]+)\]\*\*/gm)].map(([, id = '']) => id)
const id = /^[a-z]+(?:-[a-z]+)*-\d+$/

/** Titles begin with the ids of the rules they tie down, one or several, among those of attack cases such as [G4]. A test that is skipped or still to write ties nothing down. */
const title = /(?<!\.(?:skip|todo)|describe)\(\s*['"`]((?:\[(?:[A-Z]\d+|[a-z]+(?:-[a-z]+)*-\d+)\] )+)/g
const tested = new Set(
  ['packages', 'apps', 'test']
    .flatMap((folder) => sources(folder))
    .filter((file) => /(\.test\.tsx?|(^|\/)suite(\.ts|\/.*))$/.test(file))
    .flatMap((file) => [...code(file).matchAll(title)])
    .flatMap(([, ids = '']) => [...ids.matchAll(/\[([^\]]+)\]/g)].map(([, one = '']) => one))
    .filter((one) => id.test(one)),
)

test('[house-5] every rule is tied down by a test that names it', () => {
  expect(stated).not.toEqual([])
  expect(stated.filter((rule) => !tested.has(rule))).toEqual([])
})

test('[house-5] every rule that a test names is stated', () => {
  expect([...tested].filter((rule) => !stated.includes(rule)).toSorted()).toEqual([])
})

test('[house-5] a rule has one id of the form subject-n, and an id has one rule', () => {
  expect(stated.filter((rule) => !id.test(rule))).toEqual([])
  expect(stated.filter((rule, at) => stated.indexOf(rule) !== at)).toEqual([])
  const mentioned = [...rules.matchAll(/^\s*[-*]\s*\**\[/gm)].length
  expect(mentioned, 'a list item with an id in brackets is a rule and written - **[subject-n]** sentence.').toBe(stated.length)
})
