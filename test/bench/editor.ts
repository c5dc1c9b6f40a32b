/**
 * `npm run bench -- editor [--json] [--long | --quick]`: typing in a text of 300 clauses (60,000 words), or with `--long` in one of twelve
 * clauses of 5,000 words each, while twenty others type, beside plain Tiptap over one fragment with the same text, in one run.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser } from 'playwright'
import { launchOptions, provideChromium } from '../browser/chromium.ts'
import { entente } from './editor/entente.ts'
import { plainTiptap } from './editor/plain.ts'
import type { EditorTarget } from './editor/target.ts'
import { sizes, type Size } from './editor/text.ts'
import { OTHERS_PER_SECOND, typistAt } from './editor/typist.ts'

const OWN_KEYS = 60
const REMOTE_SECONDS = 8

export type EditorRow = {
  readonly target: EditorTarget['name']
  /** From asking for the page, its code in the browser's cache, to the whole text painted, in milliseconds. */
  readonly mountMs: number
  /** With twenty others typing, in milliseconds. */
  readonly keyToPaintP50: number
  readonly keyToPaintP95: number
  /** Main-thread CPU, in milliseconds. */
  readonly cpuMsPerOwnKey: number
  readonly cpuMsPerRemoteKey: number
}

export async function measureEditor(args: readonly string[]): Promise<number> {
  const found = await provideChromium((text) => process.stderr.write(`${text}\n`))
  if (found.path === undefined) {
    process.stderr.write(`No Chromium: ${found.because}\n`)
    return 1
  }
  const size = sizes[args.includes('--quick') ? 'quick' : args.includes('--long') ? 'long' : 'full']
  const browser = await chromium.launch(launchOptions(found))
  const rows: EditorRow[] = []
  for (const make of [entente, plainTiptap]) rows.push(await measured(await make(size), browser, size))
  await browser.close()
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(rows)}\n` : `${table(rows, size)}\n`)
  return 0
}

async function measured(target: EditorTarget, browser: Browser, { others }: Size): Promise<EditorRow> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  try {
    await target.open(page)
    const began = performance.now()
    await page.goto('about:blank')
    await target.open(page)
    const mountMs = performance.now() - began
    await target.enter(page)
    const typist = await typistAt(page)
    const own = await typist.cpuMs(async () => void (await typist.type(OWN_KEYS)))
    let remote = 0
    const type = () => {
      target.otherTypes(remote)
      remote += 1
    }
    const remoteCpu = await typist.cpuMs(() => othersType(type, others, forSeconds(REMOTE_SECONDS)))
    const keys = remote
    const state = { typing: true }
    const [painted] = await Promise.all([
      typist.type(OWN_KEYS).finally(() => (state.typing = false)),
      othersType(type, others, () => state.typing),
    ])
    const sorted = painted.toSorted((a, b) => a - b)
    return {
      target: target.name,
      mountMs: Math.round(mountMs),
      keyToPaintP50: rounded(sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN),
      keyToPaintP95: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
      cpuMsPerOwnKey: rounded(own / OWN_KEYS),
      cpuMsPerRemoteKey: rounded(remoteCpu / keys),
    }
  } finally {
    await context.close()
    await target.close()
  }
}

/** All of the others type at their pace, as long as it is wanted. */
async function othersType(type: () => void, others: number, goOn: () => boolean): Promise<void> {
  const every = 1_000 / (others * OTHERS_PER_SECOND)
  const began = performance.now()
  for (let typed = 0; goOn(); typed += 1) {
    type()
    await sleep(Math.max(0, began + (typed + 1) * every - performance.now()))
  }
}

function forSeconds(seconds: number): () => boolean {
  const until = performance.now() + seconds * 1_000
  return () => performance.now() < until
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function table(rows: readonly EditorRow[], { clauses, words, others }: Size): string {
  const names = ['target', 'mountMs', 'keyToPaintP50', 'keyToPaintP95', 'cpuMsPerOwnKey', 'cpuMsPerRemoteKey'] as const
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))]
  return [
    `${clauses} clauses, ${clauses * words} words, ${others} others typing`,
    ...lines.map((line) => line.map((cell) => cell.padEnd(19)).join('')),
  ].join('\n')
}
