import { expect, test } from 'vitest'
import { calendarCreate } from '#kernel/actions/calendar-create.ts'
import { calendarMove } from '#kernel/actions/calendar-move.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk } from '../harness/runner.ts'

const mia: Line['from'] = { kind: 'member', id: 'mia' }

/** A desk with two contacts, told line after line, a minute apart, from Monday 23 November at 09:00 in London. */
async function talk() {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, 'c1,Jo Park,jo@acme.io', 'c2,Sam Taylor,taylor@kite.io')
  let count = 0
  return async (text: string, from = mia) => {
    count += 1
    const at = new Date(Date.parse('2026-11-23T09:00:00Z') + count * 60_000).toISOString()
    return desk.send({ id: `l${count}`, at, from, text })
  }
}

test.each([
  ['book jo tomorrow 3pm', ['jo@acme.io']],
  ['book sam taylor tomorrow 3pm', ['taylor@kite.io']],
  ['book sam and jo tomorrow 3pm', ['sam@northwind.example', 'jo@acme.io']],
])('"%s" is with whoever is named', async (text, addresses) => {
  const { tasks } = await (await talk())(text)
  expect(tasks).toMatchObject([
    {
      actions: [{ kind: 'calendar.create', args: { event: { attendees: addresses.map((address) => ({ address })) } } }],
    },
  ])
})

test('a handle nobody bears is asked about, a meeting of no minutes has its usual length', async () => {
  const say = await talk()
  expect((await say('/meet @nobody 25m tomorrow')).reply).toMatch(/^I don't know "nobody"/)
  await say('never mind')
  expect((await say('/meet @sam 0m tomorrow 3pm')).reply).toMatch(/15:00-15:30/)
})

test('no event ends when it starts, whoever proposes it', () => {
  const event = {
    title: 'x',
    start: '2026-11-24T15:00:00Z',
    end: '2026-11-24T15:00:00Z',
    zone: 'UTC',
    organizer: 'a@b.c',
    attendees: [],
  }
  expect(calendarCreate.args.safeParse({ event }).error?.message).toContain('the end must be after the start')
  expect(calendarCreate.args.safeParse({ event: { ...event, end: '2026-11-24T15:30:00Z' } }).success).toBe(true)
  const { start, end } = event
  expect(calendarMove.args.safeParse({ id: 'e1', version: '1', start, end }).success).toBe(false)
  expect(calendarMove.args.safeParse({ id: 'e1', version: '1', start: '2026-11-24', end: '2026-11-25' }).success).toBe(
    true,
  )
})

test('/free tells free times, of oneself and of others', async () => {
  const say = await talk()
  expect((await say('/free')).reply).toMatch(/^You are free/)
  expect((await say('/free @sam tomorrow')).reply).toMatch(/^Sam \w+ is free Tue 24 Nov/)
})

test('whole days with others, and how they are told', async () => {
  const say = await talk()
  expect((await say('book all day offsite with sam 7 dec')).reply).toBe(
    'Booked "Offsite" with Sam Ortiz, Mon 7 Dec (all day).',
  )
  expect((await say('block 31 dec to 2 jan as holiday')).reply).toMatch(
    /^Booked "Holiday", Thu 31 Dec to Sat 2 Jan 2027/,
  )
})

test('a date that has just passed is asked about, and another one said instead is not the one that was offered', async () => {
  const say = await talk()
  expect((await say('book sam 20 nov 3pm')).reply).toMatch(/would be Sat 20 Nov 2027/)
  expect((await say('no, 27 nov')).tasks).toMatchObject([{ status: 'waiting_requester', actions: [] }])
})

test('a series is found by how often it comes, whatever it is called', async () => {
  const say = await talk()
  await say('weekly sync with sam every monday at 11 from 7 dec')
  expect((await say('move the weekly sync on 14 dec to 12')).reply).toMatch(/^Moved "Sync with Sam"/)
})

test('everything on a day is what is of that day; an afternoon is cleared; a whole week stays', async () => {
  const say = await talk()
  await say('book 30 min with sam friday 2pm')
  await say('block 23 nov to 27 nov as release')
  expect((await say('clear my friday afternoon')).reply).toMatch(/^Cancelled "Mia and Sam"[^\n]*$/)
})

test('who only attends declines; who is late is late for what is next', async () => {
  const say = await talk()
  await say('book 30 min planning with sam and priya tomorrow 3pm')
  expect((await say('skip planning tomorrow', { kind: 'member', id: 'sam' })).reply).toMatch(/^Sam \w+ does not come/)
  expect((await say('running 10 min late')).reply).toMatch(/^Shall "Planning"/)
  expect((await say('yes')).reply).toMatch(/^Moved "Planning"/)
})

test('two moves in one breath are none, and a matter that is let be needs no word', async () => {
  const say = await talk()
  await say('book 30 min with sam tomorrow 2pm')
  expect((await say('move mia and sam tomorrow to 3pm, and the review to thursday')).reply).toMatch(
    /more than one move/,
  )
  expect((await say('actually leave it')).reply).toBeNull()
})
