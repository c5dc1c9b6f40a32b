import { expect, test } from 'vitest'
import { readProviders } from './settings.ts'

const ministry = { ENTENTE_OIDC_MINISTRY_ISSUER: 'https://id.mfa.example', ENTENTE_OIDC_MINISTRY_CLIENT_ID: 'entente' }

test('[oidc-1] nothing configured means no provider; several are read by name', () => {
  expect(readProviders({})).toEqual({ ok: true, providers: [] })
  const hub = {
    ENTENTE_OIDC_THE_HUB_ISSUER: 'http://localhost:9000',
    ENTENTE_OIDC_THE_HUB_CLIENT_ID: 'e',
    ENTENTE_OIDC_THE_HUB_NAME: 'The Hub',
  }
  expect(readProviders({ ENTENTE_OIDC: 'ministry, the-hub', ...ministry, ...hub, ENTENTE_OIDC_THE_HUB_CLIENT_SECRET: 's' })).toEqual({
    ok: true,
    providers: [
      {
        id: 'ministry',
        name: 'ministry',
        issuer: 'https://id.mfa.example',
        clientId: 'entente',
        clientSecret: undefined,
        trustsEmail: false,
      },
      { id: 'the-hub', name: 'The Hub', issuer: 'http://localhost:9000', clientId: 'e', clientSecret: 's', trustsEmail: false },
    ],
  })
})

test.each([
  [{ ENTENTE_OIDC: 'ministry' }, ['ENTENTE_OIDC_MINISTRY_ISSUER', 'ENTENTE_OIDC_MINISTRY_CLIENT_ID']],
  [{ ENTENTE_OIDC: 'ministry', ...ministry, ENTENTE_OIDC_MINISTRY_ISSUER: 'http://id.mfa.example' }, ['ENTENTE_OIDC_MINISTRY_ISSUER']],
  [{ ENTENTE_OIDC: '../x' }, ['ENTENTE_OIDC: ../x']],
  [{ ENTENTE_OIDC: 'ministry,ministry', ...ministry }, ['ENTENTE_OIDC: a provider is named twice']],
])('[oidc-1] what cannot be used is said: %j', (environment, begins) => {
  const read = readProviders(environment)
  expect(read.ok).toBe(false)
  for (const start of begins) expect(!read.ok && read.problems.some((problem) => problem.startsWith(start))).toBe(true)
})
