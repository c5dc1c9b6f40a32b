import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment, '/srv')

test('[settings-1] a bucket for evidence is named whole, with its key, or not at all', () => {
  const whole = { ENTENTE_S3: 'https://s3.example.org/talks/evidence', ENTENTE_S3_KEY_ID: 'id', ENTENTE_S3_SECRET: 'secret' }
  expect(read(whole)).toMatchObject({
    ok: true,
    settings: { bucket: { url: whole.ENTENTE_S3, region: 'us-east-1', keyId: 'id', secret: 'secret' } },
  })
  const none = read({})
  expect(none.ok && none.settings.bucket).toBeUndefined()
  for (const half of [{ ENTENTE_S3_SECRET: '' }, { ENTENTE_S3: '' }, { ENTENTE_S3: 'https://s3.example.org' }, { ENTENTE_S3: 'ftp://a/b' }])
    expect(read({ ...whole, ...half })).toMatchObject({ ok: false })
})
