/** What a command line tool says: results on stdout, everything else on stderr, so that its output can be piped. */
export type Output = { readonly say: (line: string) => void; readonly note: (line: string) => void }

export const terminal: Output = {
  say: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
}

/** How a command ended, as an exit code: 0 done, 1 not done for a reason that was said, 2 not understood. */
export type Exit = 0 | 1 | 2

/** Lets a reader stop reading: `entente … | head` closes our output, which is not an error. */
export function endQuietly(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
