import { expect, test } from 'vitest'
import { Day, MONDAY, modelDesk, modelPolicy } from '../harness/model/desk.ts'
import { type Answer, answers } from '../harness/model/server.ts'

test('however many wait for a slow model, what rules handle is done meanwhile; nothing of either is lost', async () => {
  const released = Promise.withResolvers<void>()
  const onceReleased: Answer = async (...given) => {
    await released.promise
    await answers.value(MONDAY)(...given)
  }
  const desk = await modelDesk([onceReleased], {
    policy: modelPolicy({ at_once: 40 }),
    agent: {
      async slow({ text }, { model }) {
        const answer = await model?.ask({ tier: 'small', name: 'day', instruction: 'Which day?', text, schema: Day })
        return { type: 'answer', text: answer?.ok ? 'read' : 'not read' }
      },
      quick: () => ({ type: 'answer', text: 'done' }),
    },
  })
  const { context, desk: running } = desk.composition
  const send = (nth: number, intent: string) =>
    running.receiveFromPage({
      id: `${intent}-${nth}`,
      channel: 'slack',
      conversation: `${intent}-${nth}`,
      from: { kind: 'member', id: 'mia' },
      atMs: context.clock.nowMs(),
      kind: 'message',
      text: `${intent} ${nth}`,
      job: { agent: 'scripted', intent, request: {} },
    })
  const inFlight = 40
  await Promise.all(Array.from({ length: inFlight }, (_, nth) => send(nth, 'slow')))
  await expect.poll(() => context.waits.count, { timeout: 10_000 }).toBe(inFlight)
  const ended = (like: string): number =>
    Number(
      desk.composition.sql.connection
        .prepare(`select count(*) as n from tasks where status = 'done' and intent = ?`)
        .get(like)?.n,
    )
  for (let nth = 0; nth < 5; nth++) {
    await send(nth, 'quick')
    await expect.poll(() => ended('quick'), { interval: 2, timeout: 10_000 }).toBe(nth + 1)
  }
  expect(ended('slow')).toBe(0)
  released.resolve()
  await running.drain()
  expect(ended('slow')).toBe(inFlight)
  expect(context.waits.count).toBe(0)
})
