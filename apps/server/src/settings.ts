/** What whoever runs the server can set: environment variables, read once at the start and checked. */
import type { Bucket } from '@entente/store/evidence/s3'
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import type { Pace } from './evidence/pace.ts'
import { readProviders, type OidcProvider } from './sign-in/oidc/settings.ts'

/** Where the server listens when nothing is said. */
export const DEFAULT_PORT = 4747

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  /** The address to listen on; only this computer unless set. */
  HOST: z.string().min(1).default('127.0.0.1'),
  ENTENTE_DATA: z.string().min(1).default('data'),
  /** The origins people use, separated by commas: `https://talks.example.org`. Needed behind a domain name. */
  ENTENTE_ORIGIN: z.string().default(''),
  /** Where the app hangs below the origin, such as `/entente`. */
  BASE_PATH: z
    .string()
    .regex(/^(\/[A-Za-z0-9._~-]+)*$/, 'a path such as /entente, without a slash at the end')
    .default(''),
  /** Whether the server rehearses before it listens. */
  ENTENTE_REHEARSAL: z.enum(['0', '1']).default('1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Origins and links are https when a proxy in front says so. */
  ENTENTE_SECURE_COOKIE: z.enum(['0', '1']).default('0'),
  /** Megabytes of one file of evidence. */
  ENTENTE_EVIDENCE_MB: z.coerce.number().int().min(1).max(1_024).default(64),
  /** A command that looks at each file of evidence on its standard input before it is kept: exit code 0 lets it pass, 1 refuses it. */
  ENTENTE_SCAN: z.string().trim().default(''),
  /** `https://s3.example.org/bucket/folder`: files of evidence are kept there instead of in the data folder. */
  ENTENTE_S3: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  ENTENTE_S3_REGION: z.string().trim().min(1).default('us-east-1'),
  ENTENTE_S3_KEY_ID: z.string().trim().default(''),
  ENTENTE_S3_SECRET: z.string().trim().default(''),
  /** `smtps://user:password@mail.example.org`: reminders are sent through it. None is sent without it. */
  ENTENTE_SMTP: z
    .string()
    .regex(/^(smtps?:\/\/\S+)?$/, 'an address such as smtps://user:password@mail.example.org')
    .default(''),
  /** In whose name: `Entente <entente@example.org>`. */
  ENTENTE_MAIL_FROM: z.string().trim().max(320).default(''),
})

export type Settings = {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly data: string
  readonly origins: readonly string[]
  readonly basePath: string
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  readonly secureCookie: boolean
  /** Whether the server rehearses before it listens; it does unless told not to. */
  readonly rehearsal?: boolean
  /** Where people may sign in besides; none unless configured. */
  readonly oidc?: readonly OidcProvider[]
  readonly mail?: { readonly smtp: string; readonly from: string } | undefined
  /** Where files of evidence are kept; in the data folder unless configured. */
  readonly bucket?: Bucket | undefined
  readonly evidence?: { readonly limit: number; readonly scan: string | undefined; readonly pace?: Pace }
}

/** The settings, or a sentence for each that cannot be used. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  from: string,
): { ok: true; settings: Settings } | { ok: false; problems: readonly string[] } {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
  const oidc = readProviders(environment)
  if (!oidc.ok) return oidc
  const {
    PORT,
    HOST,
    ENTENTE_DATA,
    ENTENTE_ORIGIN,
    BASE_PATH,
    ENTENTE_REHEARSAL,
    LOG_LEVEL,
    ENTENTE_SECURE_COOKIE,
    ENTENTE_EVIDENCE_MB,
    ENTENTE_SCAN,
    ENTENTE_S3,
    ENTENTE_S3_REGION,
    ENTENTE_S3_KEY_ID,
    ENTENTE_S3_SECRET,
    ENTENTE_SMTP,
    ENTENTE_MAIL_FROM,
  } = parsed.data
  const origins = ENTENTE_ORIGIN.split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter(Boolean)
  const unfit = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)
  if (unfit !== undefined) return { ok: false, problems: [`ENTENTE_ORIGIN: ${unfit} is not an origin such as https://talks.example.org`] }
  if ((ENTENTE_SMTP === '') !== (ENTENTE_MAIL_FROM === ''))
    return { ok: false, problems: ['ENTENTE_SMTP and ENTENTE_MAIL_FROM are set together or not at all'] }
  const bucket = [ENTENTE_S3, ENTENTE_S3_KEY_ID, ENTENTE_S3_SECRET].filter(Boolean).length
  if (bucket !== 0 && bucket !== 3)
    return { ok: false, problems: ['ENTENTE_S3, ENTENTE_S3_KEY_ID and ENTENTE_S3_SECRET are set together or not at all'] }
  if (bucket === 3 && new URL(ENTENTE_S3).pathname.split('/').filter(Boolean).length === 0)
    return { ok: false, problems: ['ENTENTE_S3: names a bucket, as in https://s3.example.org/bucket'] }
  return {
    ok: true,
    settings: {
      port: PORT,
      host: HOST,
      data: isAbsolute(ENTENTE_DATA) ? ENTENTE_DATA : resolve(from, ENTENTE_DATA),
      origins,
      basePath: BASE_PATH,
      rehearsal: ENTENTE_REHEARSAL === '1',
      logLevel: LOG_LEVEL,
      oidc: oidc.providers,
      mail: ENTENTE_SMTP === '' ? undefined : { smtp: ENTENTE_SMTP, from: ENTENTE_MAIL_FROM },
      bucket:
        bucket === 0 ? undefined : { url: ENTENTE_S3, region: ENTENTE_S3_REGION, keyId: ENTENTE_S3_KEY_ID, secret: ENTENTE_S3_SECRET },
      evidence: { limit: ENTENTE_EVIDENCE_MB * 1024 * 1024, scan: ENTENTE_SCAN === '' ? undefined : ENTENTE_SCAN },
      secureCookie: ENTENTE_SECURE_COOKIE === '1' || origins.some((origin) => origin.startsWith('https:')),
    },
  }
}
