import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { knowContacts } from '../harness/contacts.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const mia: Line['from'] = { kind: 'member', id: 'mia' }
const sam: Line['from'] = { kind: 'member', id: 'sam' }
const ana: Line['from'] = { kind: 'client', id: 'c1', name: 'Ana Ruiz', email: 'ana@acme.io', zone: 'Europe/London' }

/** A desk that is told line after line, a minute apart, from Monday 23 November at 09:00 in London. */
async function talk() {
  const desk = await openDesk(tempHome())
  let nowMs = Date.parse('2026-11-23T09:00:00Z')
  let count = 0
  const say = async (from: Line['from'], text: string, waitMs = 60_000) => {
    nowMs += waitMs
    count += 1
    return desk.send({ id: `l${count}`, at: new Date(nowMs).toISOString(), from, text })
  }
  return { desk, say, told: async (text: string) => (await say(mia, text)).reply ?? '' }
}

async function titlesOf(desk: TestDesk): Promise<string[]> {
  const fromMs = Date.parse('2026-11-23T00:00:00Z')
  const found = await desk.runner.composition.local.calendar.list({ fromMs, toMs: fromMs + 30 * DAY_MS })
  return found.map((event) => `${event.title} ${event.start}`)
}

test('what was just booked is changed by what is said next: time, length, people, name', async () => {
  const { desk, told } = await talk()
  expect(await told('book 30 min with sam wed 2pm')).toMatch(/^Booked "Mia and Sam"/)
  expect(await told('actually make it 3')).toMatch(/^Moved .* to Wed 25 Nov, 15:00-15:30/)
  expect(await told('no, thursday')).toMatch(/^Moved .* to Thu 26 Nov, 15:00-15:30/)
  expect(await told('make it 45 min')).toMatch(/15:00-15:45/)
  expect(await told('add priya')).toMatch(/people Sam \w+, Priya/)
  expect(await told('hm no, take priya off again')).toMatch(/people Sam \w+\.$/)
  expect(await told('call it Pricing sync')).toMatch(/title "Pricing sync"/)
  expect(await titlesOf(desk)).toEqual(['Pricing sync 2026-11-26T15:00:00Z'])
})

test('"same again next week" is another one, with its people, name and hour', async () => {
  const { desk, told } = await talk()
  await told('book 45 min with sam wed 2pm')
  expect(await told('same again next week')).toMatch(/^Booked "Mia and Sam" with Sam \w+, Wed 2 Dec, 14:00-14:45/)
  expect(await told('undo')).toMatch(/^Removed .* Wed 2 Dec/)
  expect(await titlesOf(desk)).toEqual(['Mia and Sam 2026-11-25T14:00:00Z'])
})

test('a question about a day goes on with the next', async () => {
  const { told } = await talk()
  await told('book 30 min with sam tomorrow 2pm')
  expect(await told("what's on today")).toMatch(/nothing/i)
  expect(await told('and tmrw?')).toMatch(/14:00-14:30 Mia and Sam/)
})

test('what came to nothing is asked for again with another day, and its flag is withdrawn', async () => {
  const { say, told } = await talk()
  await say(sam, 'i am on holiday thursday')
  const first = await say(mia, 'find 30 min with sam on thursday')
  expect(first.tasks).toMatchObject([{ status: 'waiting_human', flag: { reason: 'CONFLICT' } }])
  expect((await say(mia, 'no, friday')).tasks).toMatchObject([
    { intent: 'amend', status: 'waiting_requester', question: { text: expect.stringMatching(/with Sam/) } },
  ])
  const flag = first.tasks[0]?.flag?.id ?? ''
  expect((await say(mia, `approve ${flag}`)).reply).toMatch(/^Already decided by Mia Chen/)
  expect(await told('make it an hour')).toMatch(/1 h/)
})

test('a client who corrects themselves has one meeting, not two', async () => {
  const { desk, say } = await talk()
  await knowContacts(desk, 'c1,Ana Ruiz,ana@acme.io')
  expect((await say(ana, 'can we talk on wednesday at 2pm?')).reply).toMatch(/^Booked/)
  expect((await say(ana, 'no, mejor el jueves a las 15:00')).tasks).toMatchObject([
    { actions: [{ kind: 'calendar.move', status: 'done', args: { start: '2026-11-26T15:00:00Z' } }] },
  ])
  expect(await titlesOf(desk)).toHaveLength(1)
})

test('what stands by itself, what came long after, and what others say go on with nothing', async () => {
  const { desk, say, told } = await talk()
  await told('book 30 min with sam wed 2pm')
  expect(await told('book lunch with priya thu 1pm')).toMatch(/^Booked "Lunch/)
  expect((await say(mia, 'no, friday', 5 * HOUR_MS)).tasks).toEqual([])
  expect(await told('thanks')).toBe('')
  expect(await titlesOf(desk)).toHaveLength(2)
})
