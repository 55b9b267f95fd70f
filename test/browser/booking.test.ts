import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openHome } from '#app/home.ts'
import { tempFolder } from '../harness/home.ts'
import { startServer } from '../harness/server.ts'
import { browserTestsRun, startBrowser } from './chromium.ts'

/** Every day is a working day, so that there is a time whenever this runs. */
const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver], working_hours: {mon-sun: "08:00-20:00"}}
  - {id: sam, name: Sam Reed, email: sam@northwind.example, working_hours: {mon-sun: "08:00-20:00"}}
booking:
  pages:
    mia: {people: [mia], types: [discovery]}
    team: {people: [mia, sam], types: [discovery, one_on_one], title: Talk to the team}
`
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const WIDE = { viewport: { width: 1280, height: 800 } }
const SCREENS: [string, BrowserContextOptions][] = [
  ['1280 light', { ...WIDE, colorScheme: 'light' }],
  ['1280 dark', { ...WIDE, colorScheme: 'dark' }],
  ['390 light', { ...PHONE, colorScheme: 'light' }],
  ['390 dark', { ...PHONE, colorScheme: 'dark' }],
]

describe.skipIf(!browserTestsRun())('a visitor in a real browser, on the real program', () => {
  let started: Awaited<ReturnType<typeof startBrowser>>
  let browser: Browser
  beforeAll(async () => {
    started = await startBrowser()
    browser = started.browser
  })
  afterAll(() => started?.close())

  /** The program on a home of this team: where its pages are, and the host's sign-in link. */
  async function program(): Promise<{ origin: string; link: string }> {
    const home = openHome(tempFolder())
    writeFileSync(home.policy, POLICY)
    const port = String(20_000 + (process.pid % 6_000))
    const server = startServer(home, { PORT: '0', PUBLIC_PORT: port })
    return { link: await server.link, origin: `http://localhost:${port}` }
  }

  async function visitor(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    return { page, complaints }
  }

  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE)
    return page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await axe.run({ runOnly: tags })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
    }, RULES)
  }

  const wide = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

  async function fillIn(page: Page): Promise<void> {
    await page.getByLabel('Your name').fill('Jo Park')
    await page.getByLabel('Your e-mail address').fill('jo@acme.example')
  }

  test('books from New York: their zone is found, a double click is one booking, the host confirms, and reload changes nothing', async () => {
    const { origin, link } = await program()
    const { page, complaints } = await visitor({ ...PHONE, timezoneId: 'America/New_York' })
    await page.goto(`${origin}/book/mia/discovery`)
    await page.waitForURL(/zone=America%2FNew_York/)
    expect(await page.getByLabel('Your time zone').inputValue()).toBe('America/New_York')
    await page.locator('.book-times button').nth(2).dblclick()
    await page.waitForURL(/\/book\/status\//)
    await fillIn(page)
    await page.getByRole('button', { name: 'Request this time' }).dblclick()
    await page.getByText('Mia Chen will confirm it').waitFor()
    const own = page.url()
    await page.goBack()
    await page.goto(own)
    await page.reload()

    const { page: mia } = await visitor()
    await mia.goto(link)
    await mia.getByRole('button', { name: /Continue as/ }).click()
    await mia.goto(`${new URL(link).origin}/flags`)
    expect(await mia.locator('.card').count()).toBe(1)
    await mia.getByText('jo@acme.example is unconfirmed').waitFor()
    await mia.getByRole('button', { name: 'Approve' }).click()
    await mia.locator('.receipt').waitFor()

    await page.getByRole('link', { name: 'Look again' }).click()
    await page.getByText('It is in the calendar.').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Add to my calendar' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('meeting.ics')
    expect(complaints).toEqual([])
  })

  test('books without scripts', async () => {
    const { origin } = await program()
    const { page } = await visitor({ javaScriptEnabled: false })
    await page.goto(`${origin}/book/team`)
    await page.getByRole('link', { name: /One on one/ }).click()
    await page.getByLabel('Your time zone').selectOption('Asia/Tokyo')
    await page.getByRole('button', { name: 'Show times' }).click()
    await page.locator('.book-times button').first().click()
    await page.getByText('Asia/Tokyo').waitFor()
    await fillIn(page)
    await page.getByRole('button', { name: 'Request this time' }).click()
    await page.getByText('Requested', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Take the request back' }).click()
    await page.getByText('Nothing is booked, and nobody waits for you.').waitFor()
  })

  test('every page passes axe and fits the screen, wide and narrow, light and dark', { timeout: 120_000 }, async () => {
    const { origin } = await program()
    for (const [screen, options] of SCREENS) {
      const { page } = await visitor({ ...options, bypassCSP: true })
      const check = async (what: string) =>
        expect([screen, what, await wide(page), ...(await axe(page))]).toEqual([screen, what, 0])
      await page.goto(`${origin}/book/team`)
      await check('kinds')
      await page.goto(`${origin}/book/team/discovery?zone=Pacific/Auckland&part=morning`)
      await check('times')
      await page.locator('.book-times button').first().click()
      await check('form')
      await page.getByLabel('Your name').fill('Jo')
      await page.getByLabel('Your e-mail address').fill('jo@acme')
      await page.getByRole('button', { name: 'Request this time' }).click()
      await page.getByRole('alert').waitFor()
      await check('form with a mistake')
      await fillIn(page)
      await page.getByRole('button', { name: 'Request this time' }).click()
      await check('requested')
      await page.goto(`${origin}/book/nothing`)
      await check('nothing')
    }
  })
})
