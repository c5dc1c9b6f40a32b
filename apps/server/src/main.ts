/** The `entente` command line. */
import { parseArgs } from 'node:util'
import { backup } from './cli/backup.ts'
import { doctor } from './cli/doctor.ts'
import { exportText } from './cli/export.ts'
import { importFile } from './cli/import.ts'
import { invite } from './cli/invite.ts'
import { endQuietly, terminal, type Exit } from './cli/output.ts'
import { restore } from './cli/restore.ts'
import { status } from './cli/status.ts'
import { verify } from './cli/verify.ts'
import { serve } from './serve.ts'
import { readSettings } from './settings.ts'

const usage = `Usage: entente COMMAND

  serve [--demo]                       run the server; --demo brings the sample negotiations and their open seats
  import FILE                          bring in a negotiation from a file
  invite [NEGOTIATION [SEAT]]          a new link for a seat, when nobody at the table can make one; alone, for somebody who opens negotiations
  status FILE|NEGOTIATION [--json]     the state of every clause
  export NEGOTIATION --format docx|pdf|html|md [--what agreed|rolling] [--out FILE]
  export NEGOTIATION --format csv|xlsx [--out FILE]
                                       the positions, clauses by parties
  verify [NEGOTIATION]                 check the whole record
  backup FILE                          copy everything, also while the server runs; writes FILE.manifest.json beside it
  restore FILE                         put a backup into an empty data folder; browsers begin afresh and keep what is newer aside
  doctor [FILE]                        check the data folder, or a backup, and say what to do

Settings are environment variables: PORT, HOST, ENTENTE_DATA, ENTENTE_ORIGIN, BASE_PATH, LOG_LEVEL, ENTENTE_REHEARSAL,
ENTENTE_EVIDENCE_MB, ENTENTE_SCAN, ENTENTE_S3, ENTENTE_S3_REGION, ENTENTE_S3_KEY_ID, ENTENTE_S3_SECRET, ENTENTE_SMTP, ENTENTE_MAIL_FROM; see docs/operating.md.`

async function main(argv: readonly string[]): Promise<Exit> {
  const from = process.cwd()
  const read = readSettings(process.env, from)
  if (!read.ok) {
    for (const sentence of read.problems) terminal.note(sentence)
    return 2
  }
  const { settings } = read
  const args = parse(argv)
  if (args === undefined) return misunderstood()
  const [command, target] = args.positionals
  const { json, demo, format, what, out } = args.values
  switch (command) {
    case 'serve':
      return serve({ demo }, settings, terminal)
    case 'import':
      return target === undefined ? misunderstood() : importFile(target, settings, terminal)
    case 'invite':
      return invite(target, args.positionals[2], settings, terminal)
    case 'status':
      return target === undefined ? misunderstood() : status(target, { json }, settings, terminal)
    case 'export':
      return target === undefined || format === undefined ? misunderstood() : exportText(target, { format, what, out }, settings, terminal)
    case 'verify':
      return verify(target, settings, terminal)
    case 'backup':
      return target === undefined ? misunderstood() : backup(target, settings, terminal)
    case 'restore':
      return target === undefined ? misunderstood() : restore(target, settings, terminal)
    case 'doctor':
      return doctor(target, settings, terminal)
    default:
      return misunderstood()
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        format: { type: 'string' },
        what: { type: 'string', default: 'agreed' },
        out: { type: 'string' },
      },
    })
  } catch (error) {
    terminal.note(error instanceof Error ? error.message : 'Unknown option')
    return undefined
  }
}

function misunderstood(): Exit {
  terminal.note(usage)
  return 2
}

endQuietly()
process.exitCode = await main(process.argv.slice(2))
