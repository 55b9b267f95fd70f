import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium: CHROMIUM_PATH, else the usual places, else null. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null
}

/**
 * Whether browser tests can run. Without a Chromium they are skipped with one loud line, except where CI=true: there the
 * missing browser is a failure.
 */
export function browserTestsRun(): boolean {
  if (findChromium()) return true
  if (process.env.CI === 'true') return true
  process.stderr.write('\nBROWSER TESTS SKIPPED: no Chromium found. Install one, or set CHROMIUM_PATH.\n\n')
  return false
}

/** Starts a Chromium that talks to nobody but the test. */
export async function startBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM_PATH')
  const scratch = mkdtempSync(join(tmpdir(), 'nightdesk-chromium-'))
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    env: { ...process.env, TMPDIR: scratch },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
