import { expect, test } from 'vitest'
import { bookingDesk, JO, NOW, POLICY, startsIn, take, visitIn } from '#test/harness/booking.ts'

const THURSDAY_10 = '2026-11-26T10:00:00Z'
const PAGE = '/book/mia/discovery'

test('a visitor chooses a time, says who they are, and the host confirms it', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  expect(own).toMatch(/^\/book\/status\/[0-9a-v]{32}$/)
  expect(await jo.text(own)).toContain('kept for you until 09:10')
  const sent = await jo.ask(own, { form: JO })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, own])
  const requested = await jo.text(own)
  expect(requested).toContain('Requested')
  expect(requested).toContain('Mia Chen will confirm it')
  expect(requested).not.toMatch(/mail/i)
  expect(await desk.events()).toEqual([])
  const [flag] = await desk.flags()
  expect(flag?.body.proposed[0]).toMatch(
    /^Book "Discovery with Jo Park" with jo@acme\.example, Thu 26 Nov, 10:00-10:25/,
  )
  expect(flag?.body.evidence[0]?.text).toContain('unconfirmed')
  await desk.decide('approve')
  expect(await desk.events()).toMatchObject([{ title: 'Discovery with Jo Park', start: THURSDAY_10 }])
  const booked = await jo.text(own)
  expect(booked).toContain('Booked')
  const file = await jo.ask(`${own}/invite.ics`)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  const ics = await file.text()
  expect(ics).toContain('SUMMARY:Discovery with Mia Chen')
  expect(ics).toContain('DTSTART:20261126T100000Z')
  expect(ics).not.toMatch(/pricing|ATTENDEE|ORGANIZER|northwind/)
})

test('the hold has the name the action will have, so the gate only prolongs it, for as long as the host may take', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  const holds = () =>
    desk.made.sql.connection.prepare('SELECT key, max(expires_ms) AS expires_ms FROM holds GROUP BY key').all() as {
      key: string
      expires_ms: number
    }[]
  const [before] = holds()
  expect(before?.expires_ms).toBe(Date.parse(NOW) + 600_000)
  await jo.ask(own, { form: JO })
  const action = desk.made.sql.connection.prepare('SELECT id FROM actions').get() as { id: string }
  expect(holds()).toEqual([{ key: action.id, expires_ms: Date.parse(THURSDAY_10) }])
  expect(before?.key).toBe(action.id)
  expect(startsIn(await desk.visitor().text(PAGE))).not.toContain(THURSDAY_10)
  await desk.decide('decline')
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
  expect(await jo.text(own)).toContain('Declined')
})

test('reload, back, double click and a second tab make one booking', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const visit = visitIn(await jo.text(PAGE))
  // Neither click has seen the other's cookie yet.
  const clicks = await Promise.all(
    [desk.visitor(), desk.visitor()].map((tab) => tab.ask(PAGE, { form: { start: THURSDAY_10, visit } })),
  )
  const [own, again] = clicks.map((answer) => answer.headers.get('location'))
  expect(own).toBe(again)
  await Promise.all([jo.ask(own ?? '', { form: JO }), jo.ask(own ?? '', { form: JO })])
  await jo.ask(own ?? '', { form: { ...JO, name: 'Somebody Else' } })
  expect(await desk.flags()).toHaveLength(1)
  const back = await jo.ask(PAGE, { form: { start: THURSDAY_10, visit } })
  expect(back.headers.get('location')).toBe(own)
  await desk.decide('approve')
  await jo.ask(own ?? '', { form: JO })
  expect(await desk.events()).toHaveLength(1)
})

test('two visitors, the same time in the same moment: one has it, the other sees the next two', async () => {
  const desk = await bookingDesk()
  const visits = await Promise.all(
    [desk.visitor('198.51.100.1'), desk.visitor('198.51.100.2')].map(async (one) => ({
      one,
      visit: visitIn(await one.text(PAGE)),
    })),
  )
  const answers = await Promise.all(
    visits.map(({ one, visit }) => one.ask(PAGE, { form: { start: THURSDAY_10, visit } })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const late = (await answers.find(({ status }) => status === 409)?.text()) ?? ''
  expect(late).toContain('That time was just taken. These are the next ones:')
  const gone = late.slice(late.indexOf('book-gone'), late.indexOf('id="times"'))
  expect(startsIn(gone)).toEqual(['2026-11-26T11:00:00Z', '2026-11-26T11:15:00Z'])
  expect(startsIn(late)).not.toContain(THURSDAY_10)
})

test('one visitor holds one time: the next takes its place', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const first = await take(jo, PAGE, THURSDAY_10)
  expect(startsIn(await jo.text(PAGE))).toContain(THURSDAY_10)
  await take(jo, PAGE, '2026-11-27T10:00:00Z')
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
  expect(startsIn(await desk.visitor().text(`${PAGE}?on=2026-11-27`))).not.toContain('2026-11-27T10:00:00Z')
  expect(await jo.text(first)).toContain('Taken back')
})

test('an anonymous hold ends after ten minutes, and pressing again does not prolong it', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  desk.clock.set(Date.parse(NOW) + 9 * 60_000)
  await take(jo, PAGE, THURSDAY_10)
  desk.clock.set(Date.parse(NOW) + 10 * 60_000)
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
  expect(await jo.text(own)).toContain('Run out')
})

test('a time that went to somebody else while the form was filled in is said to be gone, with the next ones', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  desk.clock.set(Date.parse(NOW) + 11 * 60_000)
  await take(desk.visitor('198.51.100.9'), PAGE, THURSDAY_10)
  const late = await jo.ask(own, { form: JO })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('just taken')
  expect(await desk.flags()).toEqual([])
})

test('a time a member books meanwhile by force is never booked twice, and the visitor is told', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  await desk.say('book 30 min with Sam on Thursday at 10am')
  await desk.say('book anyway')
  expect(await desk.events()).toHaveLength(1)
  await desk.decide('approve')
  expect(await desk.events()).toHaveLength(1)
  expect(await jo.text(own)).toContain('Just taken')
})

test('what waits for the host is taken back at once; what is booked is called off by the policy', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  expect((await jo.ask(`${own}/cancel`, { form: {} })).status).toBe(303)
  expect(await jo.text(own)).toContain('Taken back')
  expect(await desk.flags()).toEqual([])
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)

  const second = await take(jo, PAGE, THURSDAY_10)
  expect(second).not.toBe(own)
  await jo.ask(second, { form: JO })
  await desk.decide('approve')
  await Promise.all([jo.ask(`${second}/cancel`, { form: {} }), jo.ask(`${second}/cancel`, { form: {} })])
  expect(await jo.text(second)).toContain('Asked to cancel')
  expect(await desk.flags()).toHaveLength(1)
  expect(await desk.events()).toHaveLength(1)
  await desk.decide('approve')
  expect(await jo.text(second)).toContain('Cancelled')
  expect((await jo.ask(`${second}/invite.ics`)).status).toBe(404)
})

test.each([
  ['no name', { ...JO, name: ' ' }, 'Please say your name.'],
  ['no address', { ...JO, email: 'jo at acme' }, 'Please check the e-mail address.'],
  ['the field for programs', { ...JO, fax: 'http://x.example' }, 'Please leave the last field empty.'],
])('a form with %s is shown again as it was filled in', async (_name, form, sentence) => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  const answer = await jo.ask(own, { form })
  const page = await answer.text()
  expect([answer.status, page.includes(sentence)]).toEqual([422, true])
  expect(page).toContain('About &lt;b&gt;pricing&lt;/b&gt;')
  expect(await desk.flags()).toEqual([])
})

test('a meeting the host moves is shown at its new time', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, `${PAGE}?zone=America/New_York`, THURSDAY_10)
  await jo.ask(own, { form: JO })
  await desk.decide('approve')
  expect(await jo.text(own)).toContain('05:00')
  await desk.say('move my meeting with Jo Park on Thursday to 3pm')
  await desk.say('yes')
  expect((await desk.events())[0]?.start).toBe('2026-11-26T15:00:00Z')
  expect(await jo.text(own)).toContain('10:00')
})

test('nobody decides: the visitor is told, and the time is free again; taken over: somebody will write', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  desk.clock.set(Date.parse('2026-11-24T16:59:00Z'))
  await desk.made.desk.drain()
  expect(await jo.text(own)).toContain('It was not confirmed in time')
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
  const second = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(second, { form: JO })
  await desk.decide('take_over')
  expect(await jo.text(second)).toContain('will write to you')
})

test('a crash after the journal and before the mark leaves one request, however often the form is sent again', async () => {
  const desk = await bookingDesk()
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  desk.made.sql.connection.exec("UPDATE bookings SET state = 'held'")
  expect(await jo.text(own)).toContain('Mia Chen will confirm it')
  await jo.ask(own, { form: { ...JO, name: 'Again' } })
  expect(await desk.flags()).toHaveLength(1)
  const hold = desk.made.sql.connection.prepare('SELECT max(expires_ms) AS expires_ms FROM holds').all()
  expect(hold).toEqual([{ expires_ms: Date.parse(THURSDAY_10) }])
})

test('a visitor who gives the address of somebody of the team is still nobody but a visitor', async () => {
  const desk = await bookingDesk()
  for (const email of ['mia@northwind.example', 'sam@northwind.example']) {
    const eve = desk.visitor()
    const own = await take(eve, PAGE, THURSDAY_10)
    await eve.ask(own, { form: { ...JO, email } })
    expect(await eve.text(own)).toContain('Requested')
    expect(await desk.events()).toEqual([])
    expect(await desk.flags()).toHaveLength(1)
    await desk.decide('decline')
  }
})

test('what waits for the host has an end: beyond it no more is taken', async () => {
  const desk = await bookingDesk()
  const days = ['11-24', '11-25', '11-26', '11-27', '11-30', '12-01', '12-02']
  const starts = days.flatMap((day) => ['14:00', '15:00', '16:00'].map((clock) => `2026-${day}T${clock}:00Z`))
  const statuses: number[] = []
  for (const [at, start] of starts.entries()) {
    const visitor = desk.visitor(`198.51.100.${at}`)
    const own = await take(visitor, '/book/plain', start)
    statuses.push((await visitor.ask(own, { form: JO })).status)
  }
  expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true)
  expect(statuses[20]).toBe(503)
  expect(await desk.flags()).toHaveLength(20)
})

test('thirty visitors press the same ten times at once: every time is held once, and no two meetings come too close', async () => {
  const desk = await bookingDesk()
  const pages = await Promise.all(
    Array.from({ length: 30 }, async (_none, at) => {
      const visitor = desk.visitor(`198.51.100.${at}`)
      const page = await visitor.text(`${PAGE}?on=2026-11-26`)
      return { visitor, start: startsIn(page)[at % 10] ?? '', visit: visitIn(page) }
    }),
  )
  const answers = await Promise.all(
    pages.map(({ visitor, start, visit }) => visitor.ask(PAGE, { form: { start, visit } })),
  )
  for (const [at, answer] of answers.entries()) {
    const own = answer.headers.get('location')
    if (own) await pages[at]?.visitor.ask(own, { form: JO })
  }
  const waiting = await desk.flags()
  expect(waiting.length).toBeGreaterThan(1)
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(waiting.length)
  for (let left = waiting.length; left > 0; left--) await desk.decide('approve')
  const starts = (await desk.events()).map((event) => Date.parse(event.start)).sort((a, b) => a - b)
  expect(starts).toHaveLength(waiting.length)
  for (const [at, start] of starts.slice(1).entries())
    expect(start - (starts[at] ?? 0)).toBeGreaterThanOrEqual(35 * 60_000)
})

test('a time chosen in good time stays so while the form is filled in', async () => {
  // The notice is four hours; lunch ends at half past one.
  const desk = await bookingDesk({ at: '2026-11-23T09:28:00Z' })
  const jo = desk.visitor()
  const own = await take(jo, PAGE, '2026-11-23T13:30:00Z')
  desk.clock.set(Date.parse('2026-11-23T09:36:00Z'))
  expect(startsIn(await desk.visitor().text(PAGE))).not.toContain('2026-11-23T13:30:00Z')
  expect((await jo.ask(own, { form: JO })).status).toBe(303)
  expect(await jo.text(own)).toContain('Requested')
})

test('a policy that lets nobody new in declines at once, and nothing is kept', async () => {
  const desk = await bookingDesk({ policy: `${POLICY}scheduling: {autonomy: {external_new: never}}\n` })
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  expect(await jo.text(own)).toContain('Declined')
  expect(await desk.flags()).toEqual([])
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
})
