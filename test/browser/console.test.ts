import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, serve } from '#web/serve.ts'
import { browserTestsRun, startBrowser } from './chromium.ts'
import { type Harness, harness } from './harness.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const PAGES = [
  '/',
  '/flags',
  '/activity',
  '/calendar',
  '/mail',
  '/mail?folder=drafts&words=x',
  '/mail/thread?id=1@kitchen.example',
  '/records',
  '/records?kind=contact',
  '/records/import',
  '/records/duplicates',
  '/records?words=averylongword',
  '/records/contact?id=c1',
  '/records/contact?id=c2',
  '/leads',
  '/people',
  '/try',
  '/try?client=c1',
  '/nothing-here',
]
const SCREENS: [string, BrowserContextOptions][] = [
  ['1280 light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['1280 dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['390 light', { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true, isMobile: true }],
  ['390 dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true }],
]
/** Run in the page, whose types this program does not know. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 50)
})`
const CLIENT_ASKS = 'Could we meet on Thursday at 2pm for half an hour?'

describe.skipIf(!browserTestsRun())('the console in a browser', () => {
  let started: Awaited<ReturnType<typeof startBrowser>>
  let browser: Browser
  let made: Harness
  let listening: Listening
  let origin: string
  let open: BrowserContext[]
  /** What the browser complained about: script errors, refused sources, failed requests. */
  let complaints: string[]

  beforeAll(async () => {
    started = await startBrowser()
    browser = started.browser
  })
  afterAll(() => started?.close())
  beforeEach(async () => {
    made = await harness()
    listening = await serve(made.app, { host: '127.0.0.1', port: 0, setting: 'PORT' })
    origin = `http://127.0.0.1:${listening.port}`
    open = []
    complaints = []
  })
  afterEach(async () => {
    await Promise.all(open.map((context) => context.close()))
    await listening.close()
    await made.close()
  })

  async function visitor(options: BrowserContextOptions = {}, member = 'mia'): Promise<Page> {
    const context = await browser.newContext(options)
    open.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on(
      'request',
      (request) => !request.url().startsWith(origin) && complaints.push(`left the origin: ${request.url()}`),
    )
    await page.goto(origin + (await made.link(member)))
    await page.getByRole('button', { name: /Continue as/ }).click()
    await page.waitForURL(`${origin}/`)
    return page
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.getByLabel('Your message').fill(text)
    await page.getByLabel('Your message').press('Enter')
  }

  /** A client asks for a meeting, played by another member. */
  async function clientAsks(): Promise<void> {
    const sam = await visitor({}, 'sam')
    await sam.goto(`${origin}/try?client=c1`)
    await say(sam, CLIENT_ASKS)
    await sam.getByText('I have asked Mia Chen').waitFor()
  }

  /** A change of a record and a merge that wait for a yes. */
  async function memberChangesRecords(): Promise<void> {
    const { crm } = made.made.context
    const shop = { name: 'Web shop', stage: 'lead', amountMinor: 500_000, currency: 'EUR', closeDate: '2027-03-31' }
    await crm.create('deal', shop, 'shop')
    for (const name of ['Globex GmbH', 'Initech Ltd']) await crm.create('account', { name }, name)
    const sam = await visitor({}, 'sam')
    await say(sam, 'Web shop is now proposal at 24k EUR')
    await sam.getByText('amount >= 10000 EUR').first().waitFor()
    await say(sam, 'merge Initech Ltd into Globex GmbH')
    await sam.getByText('two records become one').first().waitFor()
  }

  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE)
    return page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
      const { violations } = await axe.run({ runOnly: tags })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
      )
    }, RULES)
  }

  test.each(SCREENS)('every page passes axe and fits the screen: %s', { timeout: 60_000 }, async (_name, options) => {
    await clientAsks()
    await memberChangesRecords()
    const page = await visitor({ ...options, bypassCSP: true })
    await say(page, 'book 30 min with Sam tomorrow at 3pm')
    await page
      .getByText(/^Booked/)
      .first()
      .waitFor()
    await say(page, 'book lunch with zoe@fresh.example on Friday at 1pm')
    await page.getByRole('button', { name: 'Yes, do it' }).waitFor()
    for (const path of PAGES) {
      await page.goto(origin + path)
      expect([path, ...(await axe(page))]).toEqual([path])
      const width = await page.evaluate(OVERFLOW)
      expect([path, width]).toEqual([path, 0])
    }
    await page.goto(`${origin}/leads`)
    await page.locator('main li a').first().click()
    await page.getByText('What was done').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(OVERFLOW)).toBe(0)
    await page.goto(`${origin}/flags`)
    for (const form of ['Edit', 'Approve…'])
      for (const one of await page.getByText(form, { exact: true }).all()) await one.click()
    await page.getByText('Stage: lead → proposal').waitFor()
    await page.getByText('nobody can undo it').first().waitFor()
    await page.locator('.account summary').click()
    expect(await axe(page)).toEqual([])
    made.setup.now = 'empty'
    await page.goto(origin)
    expect(await axe(page)).toEqual([])
    made.setup.now = 'demo'
    await page.goto(origin)
    expect(await axe(page)).toEqual([])
  })

  test('a message is answered without leaving the page, and another tab hears of it', async () => {
    const page = await visitor()
    const second = await page.context().newPage()
    await second.goto(`${origin}/activity`)
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
    await say(page, 'book 30 min with Sam tomorrow at 3pm')
    await page.locator('.said.desk').getByText('Booked').waitFor()
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true)
    expect(await page.getByLabel('Your message').inputValue()).toBe('')
    await second.locator('.done-what').getByText('Booked').waitFor()
    await page.locator('.talk').getByRole('button', { name: 'Undo' }).click()
    await second.getByText('undone', { exact: true }).waitFor()
    await page.locator('.talk').getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  test('an answer is tapped', async () => {
    const page = await visitor()
    await say(page, 'book lunch with zoe@fresh.example on Friday at 1pm')
    await page.getByRole('button', { name: 'Yes, do it' }).click()
    await page.locator('.said.desk').getByText('Booked').waitFor()
    await page.locator('.said.person').getByText('Yes, do it').waitFor()
    expect(await page.getByRole('button', { name: 'Yes, do it' }).count()).toBe(0)
  })

  test('a card comes in live, is decided by keyboard, and turns into a receipt', async () => {
    const page = await visitor()
    await page.goto(`${origin}/flags`)
    await clientAsks()
    const approve = page.locator('.card').getByRole('button', { name: 'Approve' })
    await approve.waitFor()
    expect(await page.locator('#badge').textContent()).toContain('1')
    await approve.focus()
    await page.keyboard.press('Enter')
    await page.locator('.receipt').getByText('Approved by Mia Chen 09:31').waitFor()
    await page.getByText('Nothing waits for a decision.').waitFor()
    expect(complaints).toEqual([])
  })

  test('a card decided elsewhere says so, and what is being typed into another is left alone', async () => {
    await clientAsks()
    const page = await visitor()
    await page.goto(`${origin}/flags`)
    await page.getByText('Edit', { exact: true }).click()
    await page.getByLabel('Title').fill('Half written')
    const sam = await visitor({}, 'sam')
    await sam.goto(`${origin}/try?stranger=Priya`)
    await say(sam, 'hello there')
    made.parts.hub.tell({ topic: 'flags', id: 'any' })
    await page.waitForTimeout(400)
    expect(await page.getByLabel('Title').inputValue()).toBe('Half written')
    expect(await page.evaluate('document.activeElement.name')).toBe('0.title')
    await sam.goto(`${origin}/flags`)
    await sam.getByRole('button', { name: 'Approve' }).click()
    await sam.locator('.receipt').waitFor()
    await page.locator('.receipt').getByText('Approved by Sam Reed').waitFor()
  })

  test('a second tap on a stale page is told who was first', async () => {
    await clientAsks()
    const page = await visitor()
    await page.goto(`${origin}/flags`)
    await page.evaluate("document.querySelector('#cards').removeAttribute('data-live')")
    const other = await visitor()
    await other.goto(`${origin}/flags`)
    await other.getByRole('button', { name: 'Take over' }).click()
    await other.locator('.receipt').waitFor()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('alert').getByText('Already decided by Mia Chen').waitFor()
  })

  test('everything works without scripts', async () => {
    await clientAsks()
    const page = await visitor({ javaScriptEnabled: false })
    await page.getByLabel('Your message').fill('book 30 min with Sam tomorrow at 3pm')
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await page.locator('.said.desk').textContent()).toContain('Booked')
    await page.locator('.talk').getByRole('button', { name: 'Undo' }).click()
    expect(await page.locator('.done.undone').count()).toBe(1)
    await page.goto(`${origin}/flags`)
    await page.getByText('Decline', { exact: true }).first().click()
    await page.getByLabel(/Reason/).fill('not now')
    await page.getByRole('button', { name: 'Decline' }).click()
    expect(await page.locator('.receipt').textContent()).toContain('Declined by Mia Chen 09:31')
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(page.url()).toBe(`${origin}/flags`)
  })

  test('the keyboard reaches everything, the content first', async () => {
    const page = await visitor()
    await page.goto(`${origin}/flags`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  test.each(['/', '/flags', '/calendar'])('%s does not jump while it loads', async (path) => {
    await clientAsks()
    const page = await visitor({ viewport: { width: 390, height: 844 } })
    await page.goto(origin + path)
    await page.waitForTimeout(300)
    const shift = await page.evaluate(LAYOUT_SHIFT)
    expect(shift).toBeLessThan(0.01)
  })

  test('a full disk is told in the form, and the words stay in the box', async () => {
    const page = await visitor()
    const { connection } = made.made.sql
    const { page_count: pages } = connection.prepare('PRAGMA page_count').get() as { page_count: number }
    connection.exec(`PRAGMA max_page_count = ${pages}`)
    const words = `book ${'a long story '.repeat(1200)}`
    await say(page, words)
    await page.getByRole('alert').getByText('Free some space').waitFor()
    expect(await page.getByLabel('Your message').inputValue()).toBe(words)
  })

  test('a desk that went away is told, and what happened meanwhile is drawn when it is back', {
    timeout: 60_000,
  }, async () => {
    const page = await visitor()
    await page.goto(`${origin}/activity`)
    await page.waitForTimeout(300)
    await listening.close()
    await page.getByText('The desk does not answer').waitFor()
    await made.parts.desk.receive({
      id: 'elsewhere',
      channel: 'console',
      conversation: 'console:mia',
      kind: 'message',
      from: { kind: 'member', id: 'mia' },
      text: 'book 30 min with Sam tomorrow at 3pm',
      atMs: made.clock.nowMs(),
    })
    listening = await serve(made.app, { host: '127.0.0.1', port: listening.port, setting: 'PORT' })
    await page.locator('.done-what').getByText('Booked').waitFor()
    expect(await page.locator('#lost').textContent()).toBe('')
  })

  test('a page whose session ended elsewhere shows nothing more', async () => {
    const page = await visitor()
    const second = await page.context().newPage()
    await second.goto(`${origin}/flags`)
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are not signed in here.').waitFor()
    await clientAsks()
    await second.bringToFront()
    await second.getByText('You are not signed in here.').waitFor()
  })

  test('the first page of an empty home starts the demo', async () => {
    made.setup.now = 'empty'
    const page = await visitor()
    await page.getByRole('button', { name: 'Try with the demo team' }).click()
    await page.getByText('Demo team.').waitFor()
    expect(made.setup.calls).toEqual(['demo'])
  })
})
