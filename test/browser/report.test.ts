import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportPage } from '#web/report/page.ts'
import { browserTestsRun, startBrowser } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HOSTILE = '<img src=x onerror=alert(1)> "quoted" \u202eevil'
const REPORT = {
  title: 'Evaluation',
  lines: ['2026-11-23T08:00:00Z', HOSTILE],
  columns: ['set', 'agent', 'right'],
  rows: [
    ['scenarios', 'scheduling', '10 (100 %)'],
    [HOSTILE, 'nobody', '1 (10 %)'],
  ],
  words: 2,
  misses: [
    {
      name: HOSTILE,
      list: (['yes', 'wait', 'no'] as const).map((tone) => ({
        id: HOSTILE,
        said: HOSTILE,
        verdict: 'wrong',
        tone,
        by: 'rules',
        why: [HOSTILE],
      })),
    },
  ],
}

describe.skipIf(!browserTestsRun())('a page of figures in a browser', () => {
  let started: Awaited<ReturnType<typeof startBrowser>>
  let browser: Browser
  beforeAll(async () => {
    started = await startBrowser()
    browser = started.browser
  })
  afterAll(() => started?.close())

  test.each(
    [1280, 390].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme }))),
  )(
    '$width $colorScheme: axe is content, nothing is fetched, what was said stays text',
    async ({ width, colorScheme }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.setContent(String(await reportPage(REPORT)))
      await page.locator('summary').click()
      expect(await page.locator('.report-said').first().innerText()).toBe('<img src=x onerror=alert(1)> "quoted" evil')
      expect(await page.locator('img, script').count()).toBe(0)
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(overflow)).toBe(0)
      await page.evaluate(AXE)
      const found =
        'axe.run().then(({ violations }) => violations.flatMap((one) => one.nodes.map((node) => one.id + " " + node.html)))'
      expect(await page.evaluate(found)).toEqual([])
      expect(asked).toEqual([])
      await context.close()
    },
  )
})
