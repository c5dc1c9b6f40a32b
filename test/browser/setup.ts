/**
 * Before the browser tests: one Chromium for all of them, named on the console with the reason.
 * Without one the tests are skipped on a person's machine, with the reason, and fail where CI is set.
 */
import type { TestProject } from 'vitest/node'
import { provideChromium, type Chromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly chromium: Chromium | undefined
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const chromium = await provideChromium(say)
  if (chromium.path === undefined) {
    if (process.env['CI']) throw new Error(`No Chromium for the browser tests: ${chromium.because}.`)
    say(`THE BROWSER TESTS ARE SKIPPED, there is no Chromium: ${chromium.because}.`)
    say('Install Chromium or set CHROMIUM_PATH to run them.')
    project.provide('chromium', undefined)
    return
  }
  say(`Chromium for the browser tests: ${chromium.path} (${chromium.because})`)
  project.provide('chromium', chromium)
}

function say(text: string): void {
  process.stderr.write(`entente: ${text}\n`)
}
