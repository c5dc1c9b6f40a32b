/** `npm run bench -- sync|gate|consent|schedule|editor`: what is measured, each by itself. Figures and method: docs/performance.md. */
import { consentFigures } from './consent.ts'
import { measureEditor } from './editor.ts'
import { run as measureGate } from './gate.ts'
import { scheduleFigures } from './schedule.ts'
import { measureSync } from './sync/bench.ts'

/** Each prints what came of it, and answers an exit code if there is more than one. */
const benches: Readonly<Record<string, (args: readonly string[]) => number | void | Promise<number>>> = {
  sync: measureSync,
  gate: measureGate,
  editor: measureEditor,
  schedule(args) {
    process.stdout.write(`${JSON.stringify(scheduleFigures(), undefined, args.includes('--json') ? undefined : 2)}\n`)
  },
  consent(args) {
    process.stdout.write(`${JSON.stringify(consentFigures(), undefined, args.includes('--json') ? undefined : 2)}\n`)
  },
}

const [name = '', ...args] = process.argv.slice(2)
const measure = benches[name]
if (measure === undefined) process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`)
process.exitCode = measure === undefined ? 2 : ((await measure(args)) ?? 0)
