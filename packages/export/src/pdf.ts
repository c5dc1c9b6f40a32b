/**
 * A paper as a tagged PDF (PDF/UA-1), set by Typst.
 *
 * The same paper gives the same bytes: the time in the file is the paper's. It is PDF/UA or it is not made, because only that standard
 * refuses a character that no font has, instead of leaving it out without a word; such characters are printed by their code. Typst works
 * synchronously and in native code, so this runs in a process of its own (see `printer`).
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper.ts'
import { pdfData } from './pdf-data.ts'
import { codeOf } from './printable.ts'

const require = createRequire(import.meta.url)

/** Latin, Greek, Cyrillic and Arabic. For other scripts Typst takes the fonts of the machine, if it has any. */
const FACES = [
  require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic.ttf'),
  require.resolve('@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf'),
  require.resolve('@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf'),
]

/** How often a paper is set again without the characters that no font has. One round finds them all, unless codes are missing too. */
const MAX_ROUNDS = 3

const template = readFileSync(new URL('paper.typ', import.meta.url), 'utf8')
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FACES.map((face) => dirname(face)) }] })

/** Throws with Typst's reasons if the paper cannot be set. */
export function pdfOf(paper: Paper): Uint8Array {
  const at = Math.floor(Date.parse(paper.at) / 1_000)
  let data = pdfData(paper)
  try {
    for (let round = 1; ; round += 1) {
      const made = compile(data, at)
      if (made.ok) return made.pdf
      const missing = missingCharacters(made.reason)
      if (missing.size === 0 || round === MAX_ROUNDS) throw new Error(made.reason)
      data = Array.from(data, (character) => (missing.has(character) ? codeOf(character) : character)).join('')
    }
  } finally {
    compiler.evictCache(0)
  }
}

type Made = { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly reason: string }

/** `at` is in seconds since 1970. */
function compile(data: string, at: number): Made {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { paper: data } })
  if (compiled.result === null) {
    const diagnostics = compiled.takeDiagnostics()
    return { ok: false, reason: diagnostics === null ? 'Typst gave no reason' : JSON.stringify(compiler.fetchDiagnostics(diagnostics)) }
  }
  try {
    return { ok: true, pdf: compiler.pdf(compiled.result, { pdfStandard: PdfStandard.UA_1, creationTimestamp: at }) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** The characters a complaint of Typst's names: ``the text `"中"` could not be displayed``, with Rust's escapes. */
function missingCharacters(reason: string): ReadonlySet<string> {
  const named = [...reason.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, text = '']) => text)
  const unescaped = named.map((text) =>
    text.replaceAll(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
  return new Set(unescaped.flatMap((text) => Array.from(text)))
}
