import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { bookingWeb } from '#app/booking-web.ts'
import { formsWeb } from '#app/forms-web.ts'
import { publicApp } from '#web/public-app.ts'
import { serve } from '#web/serve.ts'
import { startBrowser } from './chromium.ts'
import { harness } from './harness.ts'

/**
 * Takes the pictures of the documentation: `node test/browser/shots.ts [FOLDER]`. They show a made-up team on a fixed day.
 */
const FOLDER = process.argv[2] ?? join(import.meta.dirname, '../../docs/images')
const EARLIER = [
  'book 30 min with Jo today at 4pm about the launch plan',
  'book 60 min with Sam and Jo on Friday at 10am weekly review',
  'book 45 min with Dana Field on Wednesday at 10:30 about the renewal',
  'yes',
]
const MORNING = [
  'book 30 min with Sam tomorrow at 3pm about pricing',
  'remind me to send the invoice on Friday at 9',
  'book 45 min with Jo on Thursday at 11am about hiring',
]
const BOOKING_POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver], lunch: "12:30-13:30"}
scheduling: {defaults: {step: 30m}}
booking: {pages: {mia: {people: [mia], types: [discovery], title: Meet Mia Chen}}}
`
const EVENING = 'book lunch with zoe@fresh.example on Friday at 1pm'

mkdirSync(FOLDER, { recursive: true })
const made = await harness()
const listening = await serve(made.app, { host: '127.0.0.1', port: 0, setting: 'PORT' })
const origin = `http://127.0.0.1:${listening.port}`
const { browser, close } = await startBrowser()
const wide = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
const page = await wide.newPage()
await signIn(page)
for (const text of [...EARLIER, ...MORNING]) {
  await tell(page, '/', text)
  made.clock.set(made.clock.nowMs() + 60_000)
}
await tell(page, '/try?client=c1', 'Could we meet on Thursday at 2pm for half an hour?')
await tell(
  page,
  '/try?stranger=Priya%20Nair',
  'Hi, could I book an intro call with Mia on Wednesday at 4pm? priya@lumen.example',
)
made.clock.set(made.clock.nowMs() + 7 * 60_000)
await tell(page, '/', EVENING)

await shoot(page, '/', 'desk-light')
await shoot(page, '/flags', 'decisions-light')
await shoot(page, '/calendar', 'calendar-light')
await page.emulateMedia({ colorScheme: 'dark' })
await shoot(page, '/', 'desk-dark')
await page.emulateMedia({ colorScheme: 'light' })
await page.setViewportSize({ width: 390, height: 844 })
await shoot(page, '/', 'desk-phone')
await shoot(page, '/flags', 'decisions-phone')
made.setup.now = 'empty'
await page.setViewportSize({ width: 1280, height: 800 })
await shoot(page, '/', 'welcome-light')
made.adopt(BOOKING_POLICY)
const pages = publicApp({
  feed: async () => null,
  booking: bookingWeb(made.made, made.parts.hub, () => 'https://desk.example'),
  forms: formsWeb(made.made, { hub: made.parts.hub, base: () => 'https://desk.example' }),
})
const reached = await serve(pages, { host: '127.0.0.1', port: 0, setting: 'PUBLIC_PORT' })
const phone = await browser.newContext({
  viewport: { width: 390, height: 844 },
  locale: 'en-GB',
  timezoneId: 'Europe/Paris',
})
const visitor = await phone.newPage()
await visitor.goto(`http://127.0.0.1:${reached.port}/book/mia/discovery?zone=Europe/Paris`)
await visitor.screenshot({ path: join(FOLDER, 'booking-phone.png') })
await close()
await reached.close()
await listening.close()
await made.close()

async function signIn(page: Page): Promise<void> {
  await page.goto(origin + (await made.link()))
  await page.getByRole('button').click()
}

async function tell(page: Page, path: string, text: string): Promise<void> {
  await page.goto(origin + path)
  await page.getByLabel('Your message').fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.said.desk').last().waitFor()
  await page.waitForTimeout(400)
}

async function shoot(page: Page, path: string, name: string): Promise<void> {
  await page.goto(origin + path)
  await page.waitForTimeout(200)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
