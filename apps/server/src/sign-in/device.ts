/**
 * What a browser says it is, in a few words for whoever signed in with it: "Firefox on Linux". Only to tell one's own devices apart; nothing
 * is decided by it.
 */

const browsers: readonly (readonly [words: string, sign: RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly (readonly [words: string, sign: RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** At most a few words, whatever the header says; empty when it says nothing we know. */
export function deviceOf(userAgent: string | undefined): string {
  const sent = (userAgent ?? '').slice(0, 512)
  const named = (list: typeof browsers) => list.find(([, sign]) => sign.test(sent))?.[0]
  const [browser, system] = [named(browsers), named(systems)]
  return browser !== undefined && system !== undefined ? `${browser} on ${system}` : (browser ?? system ?? '')
}
