/** The version of this Entente, from the manifest at its root. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Manifest = z.object({ version: z.string() })

export async function version(): Promise<string> {
  return Manifest.parse(JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))).version
}
