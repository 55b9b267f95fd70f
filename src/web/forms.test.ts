import { afterEach, beforeEach, expect, test } from 'vitest'
import { Patience } from '#desk/forms/patience.ts'
import { takePost } from '#desk/forms/take.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'
import { snippetOf } from './hooks/snippet.ts'
import { wordsIn } from './hooks/words.ts'

const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London, language: de}
people: [{id: mia, name: Mia Chen, roles: [founder, approver], email: mia@northwind.example}]
forms: {contact: {origins: [https://northwind.example]}}
`

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let mia: string
beforeEach(async () => {
  made = await harness()
  const at = visit(made)
  ask = at.ask
  mia = await at.signIn()
})
afterEach(() => made.close())

const post = (fields: { name: string; message: string }) => ({
  form: 'contact',
  door: 'browser' as const,
  submission: fields.message,
  name: fields.name,
  email: 'jo@acme.example',
  phone: null,
  zone: null,
  subject: null,
  message: fields.message,
  fields: {},
})

test('the console shows forms, whether they are reached, that no mail is sent, and what came in, as text', async () => {
  made.adopt(POLICY)
  const { desk, hub, forms } = made.parts
  const fields = { name: '<b>Jo</b>', message: '<script>alert(1)</script> What does a website cost?' }
  await takePost({ desk, hub, patience: new Patience() }, post(fields), 0)
  await desk.drain()
  forms.tally.add('contact', 'trapped')
  const page = await (await ask('/forms', { cookie: mia })).text()
  // A sentence with code in it is one paragraph: in a grid every part of it would be a line of its own.
  expect(page).toMatch(/role="note"><p><strong>No mail is sent/)
  expect(page).toContain('1 in the last day, 1 in 30 days')
  expect(page).toContain('1 filled in the hidden field')
  expect(page).toContain('No mail is sent.')
  expect(page).toContain('not mailed: no mail is set up')
  expect(page).toContain('jo@acme.example')
  expect(page).not.toMatch(/<script>alert|<b>Jo/)
  expect(await (await ask('/metrics')).text()).toContain(
    'nightdesk_forms_turned_away_total{form="contact",why="trapped"} 1',
  )
})

test('the HTML for a page is in the language of the company, labelled, and hides the trap without a stylesheet', async () => {
  made.adopt(POLICY)
  const text = await (await ask('/forms/contact/snippet', { cookie: mia })).text()
  expect(text).toContain('<form action="https://desk.example/hooks/form/contact" method="post"')
  expect(text).toContain('<label for="nd-message">Ihre Nachricht</label>')
  expect(text).toMatch(/<p hidden>[^\n]*homepage_url[^\n]*tabindex="-1"/)
  expect(text).not.toMatch(/ style=|<style|nd_ticket/)
  for (const [, id] of text.matchAll(/ for="([^"]+)"/g)) expect(text).toContain(`id="${id}"`)
  expect((await ask('/forms/other/snippet', { cookie: mia })).status).toBe(404)
  expect((await ask('/forms')).status).toBe(401)
})

test('nothing in an address breaks out of the HTML', () => {
  const text = snippetOf({ name: 'contact', base: 'https://desk.example/"><script>', words: wordsIn('en') })
  expect(text).not.toContain('"><script>')
})
