import { expect, test } from 'vitest'
import { isOwnOrigin } from './origin.ts'

test.each([
  ['http://localhost:4747', 'localhost:4747', [], true],
  ['http://127.0.0.1:4747', '127.0.0.1:4747', [], true],
  ['http://[::1]:4747', '[::1]:4747', [], true],
  ['http://192.168.1.7:4747', '192.168.1.7:4747', [], true],
  ['http://evil.example', 'localhost:4747', [], false],
  ['http://localhost:9999', 'localhost:4747', [], false],
  ['http://rebound.example:4747', 'rebound.example:4747', [], false],
  ['null', 'localhost:4747', [], false],
  [undefined, 'localhost:4747', [], false],
  ['https://talks.example', 'inside:4747', ['https://talks.example'], true],
  ['http://localhost:4747', 'localhost:4747', ['https://talks.example'], false],
])('[origin-1] %s at %s with %j configured: %s', (origin, host, configured, own) => {
  expect(isOwnOrigin(origin, host, configured)).toBe(own)
})
