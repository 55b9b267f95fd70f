// `npm test`: every check there is, each with its time; the last line counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'nightdesk-check-'))
const report = join(scratch, 'tests.json')

const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  [
    'tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ],
]

/** Runs one step with this Node, so that every step sees the same one. */
function run([name, args]) {
  const startedMs = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  return status === 0
}

const passed = steps.filter(run).length === steps.length
let closing = '0 passed, 1 failed'
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  closing = `${numPassedTests} passed, ${numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0)} failed, ${numPendingTests} skipped`
} catch {
  process.stdout.write('the tests left no report: they did not run to their end\n')
}
rmSync(scratch, { recursive: true, force: true })
process.stdout.write(`${closing}\n`)
process.exit(passed ? 0 : 1)
