/**
 * A Firefox as people have it, for what has to hold in a second engine. It is driven over WebDriver BiDi, because Playwright drives only a
 * Firefox of its own, which comes in no package.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Page as PlaywrightPage } from 'playwright'
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core'

/**
 * The system's Firefox, or the one `FIREFOX_PATH` names. Where tests decide about a release (`CI` is set) there must be one; elsewhere the
 * reason for leaving tests out is printed.
 */
export function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = [process.env['FIREFOX_PATH'] ?? '', ...['firefox-esr', 'firefox'].flatMap((name) => folders.map((one) => join(one, name)))]
  const found = places.find((path) => path !== '' && isExecutable(path))
  if (found !== undefined) return found
  const reason = 'there is no Firefox (Debian: apt-get install --no-install-recommends firefox-esr; or set FIREFOX_PATH)'
  if (process.env['CI']) throw new Error(reason)
  process.stderr.write(`Left out: ${reason}\n`)
  return undefined
}

/** Starts it with a fresh profile that calls nobody. */
export function startFirefox(path: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  })
}

/** A keyboard as both drivers have it: `press` takes combinations such as `Control+Shift+Z`. */
export type Keys = { readonly press: (combination: string) => Promise<void>; readonly type: (text: string) => Promise<void> }

export function keysOf(page: Page | PlaywrightPage): Keys {
  if (!('setViewport' in page)) return page.keyboard
  const { keyboard } = page
  return {
    async press(combination) {
      // The driver types its keys as a list of names; what is not in it is its own error.
      const keys = combination.split('+') as KeyInput[]
      for (const key of keys) await keyboard.down(key)
      for (const key of keys.toReversed()) await keyboard.up(key)
    },
    type: (text) => keyboard.type(text),
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
