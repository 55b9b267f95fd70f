import { expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import type { Calendar } from '#ports/calendar.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'
import { stateOf } from '../harness/state.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
const say = (id: string, minute: number, text: string): Line => ({
  id,
  at: at(minute),
  from: { kind: 'member', id: 'sam' },
  text,
})

/** Puts a fault before the calendar that the desk writes to. */
function breakCalendar(desk: TestDesk, fault: (create: Calendar['create']) => Calendar['create']): () => void {
  const { calendar } = desk.runner.composition.context
  const real = calendar.create.bind(calendar)
  calendar.create = fault(real)
  return () => {
    calendar.create = real
  }
}

const down: Calendar['create'] = async () => {
  throw new DeskError('INTEGRATION_DOWN', { name: 'The calendar' })
}
const starts = async (desk: TestDesk): Promise<string[]> =>
  (await desk.runner.composition.local.records()).calendar.map((event) => event.start)

test('a calendar that is away: the booking is queued and said to be, and done once when it is back', async () => {
  const desk = await openDesk(tempHome())
  const mend = breakCalendar(desk, () => down)
  const first = await desk.send(say('1', 0, 'book 30 min with Mia on Thursday at 11am'))
  expect(first.tasks[0]?.actions.map((action) => action.status)).toEqual(['queued'])
  expect(first.reply).toMatch(/^Queued: .*did not answer; it is tried again\. You will hear when it is done\.$/)
  expect(await starts(desk)).toEqual([])
  mend()
  const later = await desk.send({ id: '2', at: at(40), tick: true })
  expect(later.also.flatMap((one) => one.tasks.flatMap((task) => task.actions.map((action) => action.status)))).toEqual(
    ['done'],
  )
  expect(await starts(desk)).toEqual(['2026-11-26T11:00:00Z'])
  const said = await desk.runner.composition.sql.read(() => messagesIn('console:sam', 10))
  expect(said.map(({ message }) => ('text' in message ? message.text : ''))).toEqual([
    expect.stringMatching(/^Booked "Sam and Mia" with Mia Chen, Thu 26 Nov, 11:00-11:30/),
    expect.stringMatching(/^Queued: /),
  ])
})

test('two jobs in one message, one of which cannot be done: each is told as it is', async () => {
  const desk = await openDesk(tempHome())
  breakCalendar(
    desk,
    (create) => (event, key) => (event.start.startsWith('2026-11-27') ? down(event, key) : create(event, key)),
  )
  const text = 'book 30 min with Mia on Thursday at 11am and book 30 min with Lee on Friday at 2pm'
  const { tasks, reply } = await desk.send(say('1', 0, text))
  expect(tasks.map((task) => task.actions.map((action) => action.status))).toEqual([['done'], ['queued']])
  expect(reply).toMatch(/^Booked "Sam and Mia".*\nQueued: Book "Sam and Lee".*did not answer; it is tried again/)
})

test.each([
  ['dies without a word', () => new Error('the line is dead')],
  ['says it is away', () => new DeskError('INTEGRATION_DOWN', { name: 'The calendar' })],
])('a calendar that writes and then %s: the event is found again and told as done, once', async (_how, error) => {
  const desk = await openDesk(tempHome())
  breakCalendar(desk, (create) => async (event, key) => {
    await create(event, key)
    throw error()
  })
  const { tasks, reply } = await desk.send(say('1', 0, 'book 30 min with Mia on Thursday at 11am'))
  expect(tasks[0]?.actions.map((action) => action.status)).toEqual(['done'])
  expect(reply).toMatch(/^Booked "Sam and Mia"/)
  expect(await starts(desk)).toEqual(['2026-11-26T11:00:00Z'])
})

test('a calendar that dies and cannot be asked either: the desk says that it cannot tell', async () => {
  const desk = await openDesk(tempHome())
  const { calendar } = desk.runner.composition.context
  breakCalendar(desk, () => async () => {
    throw new Error('the line is dead')
  })
  calendar.findByKey = async () => {
    throw new Error('the line is dead')
  }
  const { tasks, reply } = await desk.send(say('1', 0, 'book 30 min with Mia on Thursday at 11am'))
  expect(tasks[0]?.actions.map((action) => action.status)).toEqual(['unsure'])
  expect(reply).toMatch(/^I cannot tell whether this was done: Book "Sam and Mia".*Please check it\.$/)
})

test('a calendar that writes something else than was asked is not reported as done', async () => {
  const desk = await openDesk(tempHome())
  breakCalendar(desk, (create) => (event, key) => create({ ...event, title: 'Something else' }, key))
  const { tasks, reply } = await desk.send(say('1', 0, 'book 30 min with Mia on Thursday at 11am'))
  expect(tasks[0]?.actions.map((action) => action.status)).toEqual(['unsure'])
  expect(reply).toMatch(/^I cannot tell whether this was done/)
})

test('a calendar that cannot be read for minutes: whoever asked is told, and nothing ends in silence', async () => {
  const home = tempHome()
  const desk = await openDesk(home)
  const { calendar, sql } = desk.runner.composition.context
  calendar.list = async () => {
    throw new DeskError('INTEGRATION_DOWN', { name: 'The calendar' })
  }
  await desk.send(say('1', 0, 'book 30 min with Mia on Thursday at 11am')).catch(() => undefined)
  for (let minute = 1; minute < 8; minute++) await desk.send({ id: `t${minute}`, at: at(minute), tick: true })
  const said = await sql.read(() => messagesIn('console:sam', 10))
  expect(said.map(({ message }) => ('text' in message ? message.text : ''))).toEqual([
    expect.stringMatching(
      /^I tried this 5 times and it did not work: The calendar did not answer.*send it again later/,
    ),
  ])
  await desk.close()
  expect(stateOf(home.database).tasks?.map((task) => task.status)).toEqual(['failed'])
})

test('one breath for three agents while the calendar is away: the lead and the deal are written, the meeting is queued, and all is said', async () => {
  const desk = await openDesk(tempHome())
  const mend = breakCalendar(desk, () => down)
  const text = 'new lead: Pia Novak, pia@kite.example, Kite Ltd, wants demo thu 11am, put 8k in pipeline'
  const { tasks, reply } = await desk.send({ ...say('1', 0, text), from: { kind: 'member', id: 'mia' } })
  expect(tasks.map(({ agent, actions }) => [agent, actions.map(({ kind, status }) => `${kind} ${status}`)])).toEqual([
    ['lead-qualification', expect.arrayContaining(['lead.create done'])],
    ['crm-update', ['account.create done', 'deal.create done']],
    ['scheduling', expect.anything()],
  ])
  expect(reply).toMatch(/Added the lead Pia Novak[\s\S]*Added the deal Kite Ltd[\s\S]*8,000 EUR/)
  expect(tasks.at(-1)?.question?.text).toContain('This needs a yes')
  const booked = await desk.send({ ...say('2', 1, 'yes'), from: { kind: 'member', id: 'mia' } })
  expect(booked.reply).toMatch(/Queued: Book [\s\S]*did not answer; it is tried again/)
  expect(await starts(desk)).toEqual([])
  mend()
  await desk.send({ id: '3', at: at(40), tick: true })
  expect(await starts(desk)).toEqual(['2026-11-26T11:00:00Z'])
})
