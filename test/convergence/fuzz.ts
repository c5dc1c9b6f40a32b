/**
 * The long form of a fuzz test: `npm run fuzz -- gate`, `-- frames`, `-- amendments`, `-- overtaken` or `-- hands`, with how many as a second word if it
 * is to be another number. The short form runs with all other tests.
 *
 * `npm run fuzz -- gate --without` takes the rules of the gate away, one at a time, and prints how the campaign noticed each;
 * `--without <words>` only the rules with these words in their name.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removals } from './without/removals.ts'

const root = join(import.meta.dirname, '../..')

/** Each with what says how many, and how many that is unless said otherwise. */
const forms = {
  gate: { variable: 'FUZZ_SEEDS', count: 5_000 },
  amendments: { variable: 'FUZZ_SEEDS', count: 20_000 },
  overtaken: { variable: 'FUZZ_SEEDS', count: 1_000 },
  frames: { variable: 'FUZZ_FRAMES', count: 1_000_000 },
  hands: { variable: 'FUZZ_DEEDS', count: 2_000 },
}
/** Seeds within which a missing rule has to be noticed: as many as run with all other tests. */
const NOTICED_WITHIN = 200
/** A gate without one of its limits may be busy for hours; that does not count as noticed. Milliseconds. */
const PATIENCE = 600_000

function isForm(name: string): name is keyof typeof forms {
  return Object.hasOwn(forms, name)
}

function long(name: keyof typeof forms, asked: string | undefined): number {
  const { variable, count } = forms[name]
  const [project, folder] = name === 'hands' ? ['browser', 'browser'] : ['rules', 'convergence']
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', project, `test/${folder}/${name}.fuzz.test.ts`],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, [variable]: asked ?? process.env[variable] ?? String(count) },
    },
  )
  return status ?? 1
}

/** Answers how many missing rules went unnoticed. */
function without(words: string): number {
  let unnoticed = 0
  for (const { rule } of removals.filter((one) => one.rule.includes(words))) {
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'without/campaign-without.ts'), rule, String(NOTICED_WITHIN)],
      { encoding: 'utf8', timeout: PATIENCE },
    )
    const busy = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
    if (status !== 0) unnoticed += 1
    process.stdout.write(`| ${rule} | ${busy ? `NOT NOTICED in ${PATIENCE / 1_000} s` : (stdout || stderr).trim().slice(0, 160)} |\n`)
  }
  return unnoticed
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { without: { type: 'boolean', default: false } } })
const [name = '', asked] = positionals
if (!isForm(name) || (values.without && name !== 'gate')) {
  process.stderr.write(`usage: npm run fuzz -- ${Object.keys(forms).join('|')} [how many]\n       npm run fuzz -- gate --without [rule]\n`)
  process.exitCode = 2
} else process.exitCode = values.without ? Math.min(1, without(asked ?? '')) : long(name, asked)
