/**
 * Three kinds of tests, one after the other, because they share few cores and the browser's are sensitive to a busy machine:
 * unit (beside the code), rules (what needs more than one package), browser (a server and a real Chromium).
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results/vitest.json' }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/src/**/*.test.{ts,tsx}'],
          // Measured by a test; other style sheets are left out.
          css: { include: [/tokens\.css/] },
          maxWorkers: '100%',
          // Random and crash tests take seconds on a busy machine; a hanging test is still found.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'rules',
          include: ['test/*.test.ts', 'test/{stories,convergence,security,bench,drills}/**/*.test.ts'],
          maxWorkers: '100%',
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          // Two windows and a server share two cores: what is waited for may take seconds, and a hanging wait is still found.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          // A gate that stops for one late frame among a hundred journeys says nothing; scripts/ci-sum.mjs names every test that needed it.
          retry: process.env['CI'] ? 1 : 0,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
