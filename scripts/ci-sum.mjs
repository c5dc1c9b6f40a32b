/**
 * Ends a run of CI with the line "N passed, N failed", from vitest's report and the exit codes of the two commands.
 * A failure that no test carries (a file that does not load, a type error, a lint finding, an empty run) counts as one, so that the line never lies.
 */
import { existsSync, readFileSync } from 'node:fs'

const [report = '', tested = '1', linted = '1'] = process.argv.slice(2)
const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}

const failures = []
for (const file of testResults)
  if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
    failures.push(`${file.name}: ${file.message}`)
if (numPassedTests + numFailedTests === 0) failures.push('no test has run')
if (tested !== '0' && numFailedTests + failures.length === 0) failures.push(`npm test ended with ${tested}`)
if (linted !== '0') failures.push(`npm run lint ended with ${linted}`)

const failed = numFailedTests + failures.length
for (const { assertionResults } of testResults)
  for (const { status, title, failureMessages } of assertionResults) {
    if (['pending', 'skipped', 'todo'].includes(status)) console.log(`ci: skipped: ${title}`)
    if (status === 'passed' && failureMessages.length > 0) console.log(`ci: passed at the second try: ${title}\n${failureMessages[0]}`)
  }
for (const failure of failures) console.log(`ci: ${failure}`)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
