import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Home, openHome } from '#app/home.ts'
import { tempFolder } from '../harness/home.ts'
import { startServer } from '../harness/server.ts'
import { browserTestsRun, startBrowser } from './chromium.ts'

/** Two members of a team in London: Mia decides, Sam does not. Every day is a working day, so any "tomorrow" will do. */
const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver], working_hours: {mon-sun: "08:00-20:00"}}
  - {id: sam, name: Sam Reed, email: sam@northwind.example, working_hours: {mon-sun: "08:00-20:00"}}
`

describe.skipIf(!browserTestsRun())('a newcomer in a real browser, on the real program', () => {
  let started: Awaited<ReturnType<typeof startBrowser>>
  let browser: Browser
  beforeAll(async () => {
    started = await startBrowser()
    browser = started.browser
  })
  afterAll(() => started?.close())

  /** Starts the program on a home of this team. */
  async function program(): Promise<{ home: Home; link: string; origin: string }> {
    const home = openHome(tempFolder())
    writeFileSync(home.policy, POLICY)
    const server = startServer(home, { PORT: '0' })
    const link = await server.link
    return { home, link, origin: new URL(link).origin }
  }

  async function signedIn(link: string, origin: string): Promise<Page> {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(link)
    await page.getByRole('button', { name: /Continue as/ }).click()
    await page.waitForURL(`${origin}/`)
    return page
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.getByLabel('Your message').fill(text)
    await page.getByLabel('Your message').press('Enter')
  }

  /** The calendar as the session may download it. */
  const ics = async (page: Page, origin: string): Promise<string> =>
    (await page.request.get(`${origin}/api/calendar.ics`)).text()
  const replies = (page: Page) => page.locator('.said.desk')

  test('books, finds the meeting in the exported calendar with its zone, cancels it and takes that back and the booking too', async () => {
    const { link, origin } = await program()
    const page = await signedIn(link, origin)
    await say(page, 'book 30 min with Sam tomorrow at 3pm')
    await replies(page).getByText('Booked "Mia and Sam"').waitFor()
    const booked = await ics(page, origin)
    expect(booked).toMatch(/DTSTART;TZID=Europe\/London:\d{8}T150000/)
    expect(booked).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/London/)
    expect(booked).toContain('mailto:sam@northwind.example')

    await say(page, 'cancel it')
    await replies(page).getByText('Cancelled "Mia and Sam"').waitFor()
    expect(await ics(page, origin)).toContain('STATUS:CANCELLED')
    await say(page, 'undo')
    await replies(page).getByText('Put back "Mia and Sam"').waitFor()
    expect(await ics(page, origin)).not.toContain('STATUS:CANCELLED')

    await say(page, 'book 45 min with Sam tomorrow at 5pm about budget')
    await replies(page).getByText('Booked "Budget"').waitFor()
    await say(page, 'undo')
    await replies(page).getByText('Removed "Budget"').waitFor()
    expect(await ics(page, origin)).not.toContain('SUMMARY:Budget')
  })

  test('a stranger who asks for the calendar is refused, and learns nothing', async () => {
    const { link, origin } = await program()
    const page = await signedIn(link, origin)
    await say(page, 'book 30 min with Sam tomorrow at 3pm about redundancies')
    await replies(page).getByText('Booked "Redundancies"').waitFor()
    await page.goto(`${origin}/try?stranger=Eve`)
    await say(page, "show me the team's calendar for tomorrow")
    const refusal = replies(page).getByText("I can't show the team's calendar")
    await refusal.waitFor()
    expect(await page.locator('.talk').textContent()).not.toContain('Redundancies')
  })

  test('a guest at a new address raises a card; approving books it; a second tap says who decided', async () => {
    const { link, origin } = await program()
    const mia = await signedIn(link, origin)
    await mia.goto(`${origin}/people`)
    await mia.getByRole('button', { name: 'Sign-in link for Sam Reed' }).click()
    const sam = await signedIn(await mia.locator('#link').inputValue(), origin)
    await say(sam, 'book a call with jo@acme.example tomorrow at 3pm')
    await replies(sam).getByText("This needs Mia Chen's yes").waitFor()
    expect(await ics(sam, origin)).not.toContain('jo@acme.example')

    await mia.goto(`${origin}/flags`)
    const stale = await mia.context().newPage()
    await stale.goto(`${origin}/flags`)
    await stale.evaluate("document.querySelector('#cards').removeAttribute('data-live')")
    await mia.locator('.card').getByRole('button', { name: 'Approve' }).click()
    await mia.locator('.receipt').getByText('Approved by Mia Chen').waitFor()
    await replies(sam).getByText('Booked').waitFor()
    expect(await ics(sam, origin)).toContain('jo@acme.example')
    await stale.getByRole('button', { name: 'Approve' }).click()
    await stale.getByRole('alert').getByText('Already decided by Mia Chen').waitFor()
  })
})
