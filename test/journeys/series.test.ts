import { expect, test } from 'vitest'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

/** Monday 23 November 2026. */
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
const say = (minute: number, text: string, who = 'sam'): Line => ({
  id: `m${minute}`,
  at: at(minute),
  from: { kind: 'member', id: who },
  text,
})

/** The calendar as its file says it, without the moment of writing. */
async function fileOf({ runner }: TestDesk): Promise<string> {
  let text = ''
  for await (const piece of runner.composition.local.exporters.calendar(0)) text += piece
  return text.replace(/^DTSTAMP:.*\r\n/gm, '')
}

const weekly = 'set up a weekly sync with Mia every monday at 11am'

test.each([
  ['moved', 'move the sync with Mia to 2pm from 7 December on'],
  ['moved to another day', 'move all syncs with Mia to wednesdays at 3pm'],
  ['renamed', 'rename the sync with Mia to Planning from next week on'],
  ['made longer', 'make the sync with Mia 45 minutes from 7 December on'],
  ['given another guest', 'add Lee to the sync with Mia from 7 December on'],
  ['called off', 'cancel the sync with Mia from 7 December on'],
  ['called off as a whole', 'cancel the whole sync series with Mia'],
])('a series %s, and undone: the calendar is what it was', async (_how, change) => {
  const desk = await openDesk(tempHome())
  await desk.send(say(0, weekly))
  await desk.send(say(1, 'move the sync with Mia on 14 december to 3pm'))
  await desk.send(say(2, 'cancel the sync with Mia on 21 december'))
  const before = await fileOf(desk)
  const changed = await desk.send(say(3, change))
  expect(changed.tasks.flatMap((task) => task.actions.map((action) => action.status))).toEqual(['done'])
  const after = await fileOf(desk)
  expect(after).not.toBe(before)
  const undone = await desk.send(say(4, 'undo'))
  expect(undone.tasks[0]?.status, undone.reply ?? '').toBe('done')
  expect(await fileOf(desk)).toBe(before)
})

test('what somebody changed since is not undone over', async () => {
  const desk = await openDesk(tempHome())
  await desk.send(say(0, weekly))
  await desk.send(say(1, 'move the sync with Mia to 2pm from 7 December on'))
  await desk.send(say(2, 'move the sync with Mia on 14 december to 4pm', 'mia'))
  const now = await fileOf(desk)
  const { reply } = await desk.send({ ...say(3, 'undo'), conversation: 'console:sam' })
  expect(reply).toMatch(/changed it since, so it was left alone/)
  expect(await fileOf(desk)).toBe(now)
})

test('clashes of a new series are offered as taps, and a tap moves the one date', async () => {
  const desk = await openDesk(tempHome())
  await desk.send(say(0, 'book the offsite on 7 december from 10am to 1pm', 'mia'))
  await desk.send(say(1, weekly))
  const said = await desk.runner.composition.sql.read(() => messagesIn('console:sam', 1))
  const [message] = said.map((one) => one.message)
  const choices = message?.type === 'reply' ? message.choices : []
  expect(choices.map((choice) => choice.label)).toEqual(['Move Mon 7 Dec to 09:15'])
  const tapped = await desk.send(say(2, choices[0]?.value ?? ''))
  expect(tapped.reply).toMatch(
    /^Moved "Sync with Mia" with Mia Chen, Mon 7 Dec, 11:00-11:30 .* to Mon 7 Dec, 09:15-09:45/,
  )
})
