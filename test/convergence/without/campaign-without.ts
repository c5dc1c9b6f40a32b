/**
 * The campaign against a gate that lacks one rule: prints how that was noticed, and ends with 1 when it was not.
 *
 * `node test/convergence/without/campaign-without.ts <rule> <seeds>`; `npm run fuzz -- gate --without` does it for all rules.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { removals } from './removals.ts'

const [rule, seeds] = process.argv.slice(2)
const removal = removals.find((one) => one.rule === rule)
if (removal === undefined) throw new Error(`There is no rule "${rule}"`)
const file = pathToFileURL(join(import.meta.dirname, '../../../packages/sync/src', removal.file)).href

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    // Through the links of the workspace a file may have other addresses.
    if (!url.endsWith(file.slice(file.indexOf('/packages/sync/')))) return loaded
    const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
    if (!source.includes(removal.from)) throw new Error(`${removal.file} does not read "${removal.from}" any more`)
    return { ...loaded, source: source.replace(removal.from, () => removal.to) }
  },
})

const { emptyReport, runSeed } = await import('../campaign.ts')
const { refusals } = await import('../refusals.ts')
const noticed = notice(Number(seeds))
process.stdout.write(`${noticed ?? `NOT NOTICED in ${seeds} seeds`}\n`)
process.exitCode = noticed === undefined ? 1 : 0

function notice(count: number): string | undefined {
  const report = emptyReport()
  for (let seed = 1; seed <= count; seed += 1) {
    try {
      runSeed(seed, report)
    } catch (error) {
      return `seed ${seed}: ${error instanceof Error ? `${error.name}: ${error.message}` : 'thrown'}`
    }
    if (report.failures[0] !== undefined) return report.failures[0]
  }
  const missing = refusals.filter((refusal) => !report.refusals.has(refusal))
  return missing.length > 0 ? `${count} seeds: nothing was refused as "${missing.join('", "')}"` : undefined
}
