import { expect, test } from 'vitest'
import { DeskError } from '#kernel/errors.ts'
import { tempHome } from '../harness/home.ts'
import { type Line, openDesk, type TestDesk } from '../harness/runner.ts'

const AT = '2026-11-23T08:00:00Z'
const mia: Line['from'] = { kind: 'member', id: 'mia' }

const times = async (desk: TestDesk): Promise<string[]> =>
  (await desk.runner.composition.local.records()).calendar.map((event) => `${event.title} ${event.start}`).sort()

/** Mia has one meeting at ten and one at three. */
async function deskWithTwo(): Promise<TestDesk> {
  const desk = await openDesk(tempHome())
  await desk.send({ id: '1', at: AT, from: mia, text: 'book 30 min with Sam tomorrow at 10am called Budget' })
  await desk.send({ id: '2', at: AT, from: mia, text: 'book 30 min with Priya tomorrow at 3pm called Hiring' })
  return desk
}

test('a swap whose second half cannot be done leaves both where they were, and says so', async () => {
  const desk = await deskWithTwo()
  const before = await times(desk)
  const { calendar } = desk.runner.composition.context
  const update = calendar.update.bind(calendar)
  let calls = 0
  calendar.update = async (id, change, version) => {
    if (++calls === 2) throw new DeskError('CONFLICT', { what: 'The event' })
    return update(id, change, version)
  }
  const swap = await desk.send({ id: '3', at: AT, from: mia, text: 'swap my 10am and my 3pm tomorrow' })
  const confirmed =
    swap.tasks[0]?.status === 'waiting_requester' ? await desk.send({ id: '4', at: AT, from: mia, text: 'yes' }) : swap
  expect(await times(desk)).toEqual(before)
  expect(confirmed.reply).toMatch(/Not done: .*Budget/)
  expect(confirmed.reply).toMatch(/Not done: .*Hiring/)
  expect(confirmed.reply).not.toMatch(/Moved/)
  const undo = await desk.send({ id: '5', at: AT, from: mia, text: 'undo' })
  expect(undo.reply).toMatch(/Hiring/)
  expect(await times(desk)).toEqual(before.filter((line) => !line.startsWith('Hiring')))
})

test('undo takes a whole swap back', async () => {
  const desk = await deskWithTwo()
  const before = await times(desk)
  const swap = await desk.send({ id: '3', at: AT, from: mia, text: 'swap my 10am and my 3pm tomorrow' })
  if (swap.tasks[0]?.status === 'waiting_requester') await desk.send({ id: '4', at: AT, from: mia, text: 'yes' })
  expect(await times(desk)).toEqual(['Budget 2026-11-24T15:00:00Z', 'Hiring 2026-11-24T10:00:00Z'])
  await desk.send({ id: '5', at: AT, from: mia, text: 'undo' })
  expect(await times(desk)).toEqual(before)
})
