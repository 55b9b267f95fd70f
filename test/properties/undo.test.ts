import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '#kernel/ids.ts'
import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T08:00:00Z'
const mia: Line['from'] = { kind: 'member', id: 'mia' }

const WEEK = [
  'book 30 min with Sam tomorrow at 10am called Budget',
  'book 45 min with Priya tomorrow at 3pm called Hiring',
  'book 30 min with Sam and Priya on Wednesday at 11am called Launch',
  'book standup every weekday at 9:15 for 15 min',
  'block thursday morning for the deck',
]

/** Changes of every kind; most of them apply to the week above. */
const CHANGES = [
  'move Budget to Thursday at 2pm',
  'move Hiring to tomorrow at 4pm',
  'push Launch by 30 minutes',
  'move Launch to Friday at 11:15',
  'extend Hiring by 15 minutes',
  'rename Budget to Numbers',
  'cancel Budget',
  'cancel Launch',
  'add Lee to Launch',
  'take Priya off Launch',
  'swap my 10am and my 3pm tomorrow',
  'cancel everything on Wednesday',
  'book 30 min with Lee on Friday at 2pm called Review',
  'move the standup on Thursday to 9:45',
  'cancel the standup on Friday',
] as const

/** Everything that stands in the calendar for five weeks, dates of series one by one, without what only says who wrote it when. */
async function calendarOf(desk: TestDesk): Promise<string> {
  const fromMs = Date.parse(AT)
  const events = await desk.runner.composition.local.calendar.list({ fromMs, toMs: fromMs + 35 * DAY_MS })
  return events
    .map(({ version: _version, madeBy: _madeBy, ...event }) => canonical(event))
    .sort()
    .join('\n')
}

test('a change and its undo leave the calendar as it was, however many there are', async () => {
  let changed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 4 }), async (changes) => {
      const desk = await openDesk({ ...tempHome(), checkpoints: ':memory:' })
      let id = 0
      const say = (text: string) => {
        const at = new Date(Date.parse(AT) + ++id * MINUTE_MS).toISOString()
        return desk.send({ id: String(id), at, from: mia, text })
      }
      for (const text of WEEK) await say(text)
      const states = [await calendarOf(desk)]
      for (const text of changes) {
        const first = await say(text)
        // An overlap or a yes is asked about; the first choice goes through with it.
        const asked = first.tasks[0]?.question
        const done = asked ? await say(asked.choices?.[0]?.value ?? 'yes') : first
        const after = await calendarOf(desk)
        if (done.tasks.some((task) => task.actions.some((action) => action.status === 'done'))) states.push(after)
        else expect(after).toBe(states.at(-1))
      }
      changed += states.length - 1
      for (const before of states.slice(0, -1).reverse()) {
        const undone = await say('undo')
        expect(await calendarOf(desk), `${changes.join('; ')}: ${undone.reply}`).toBe(before)
      }
      await desk.close()
    }),
    { numRuns: 25 },
  )
  expect(changed).toBeGreaterThan(25)
}, 120_000)
