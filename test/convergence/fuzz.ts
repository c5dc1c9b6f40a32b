/**
 * The long form of a fuzz test: `npm run fuzz -- gate`, `-- frames` or `-- amendments`, with how many as a second word if it is to be another
 * number. The short form runs with all other tests.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Each with what says how many, and how many that is unless said otherwise. */
const forms = {
  gate: { variable: 'FUZZ_SEEDS', count: 5_000 },
  amendments: { variable: 'FUZZ_SEEDS', count: 20_000 },
  frames: { variable: 'FUZZ_FRAMES', count: 1_000_000 },
}

function isForm(name: string): name is keyof typeof forms {
  return Object.hasOwn(forms, name)
}

const [name = '', asked] = process.argv.slice(2)
if (isForm(name)) {
  const { variable, count } = forms[name]
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', 'rules', `test/convergence/${name}.fuzz.test.ts`],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, [variable]: asked ?? process.env[variable] ?? String(count) },
    },
  )
  process.exitCode = status ?? 1
} else {
  process.stderr.write(`usage: npm run fuzz -- ${Object.keys(forms).join('|')} [how many]\n`)
  process.exitCode = 2
}
