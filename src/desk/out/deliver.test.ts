import { expect, onTestFinished, test } from 'vitest'
import { type Composition, compose } from '#app/compose.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { defaultPolicy } from '#policy/policy.ts'
import type { Delivery } from '#ports/channel.ts'
import { silentLog } from '#ports/log.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { mayBeTakenOut, takeOut } from '#store/outbox/updates.ts'
import { tempHome } from '../../../test/harness/home.ts'
import { Courier } from './deliver.ts'

const NOW_MS = Date.parse('2026-11-23T09:00:00Z')

interface Provider {
  composition: Composition
  clock: SetClock
  sent: string[]
  /** Conversations whose messages are not taken until this is emptied. */
  held: Set<string>
  queue(conversation: string, ...texts: string[]): Promise<void>
}

async function provider(): Promise<Provider> {
  const [sent, held]: [string[], Set<string>] = [[], new Set()]
  const send = async ({ conversation, message }: Delivery) => {
    while (held.has(conversation)) await new Promise((resolve) => setTimeout(resolve, 1))
    sent.push(message.type === 'reply' ? message.text : message.type)
    return { providerId: null }
  }
  const policy = defaultPolicy({ zone: 'Europe/London' })
  const clock = new SetClock(NOW_MS)
  const composition = await compose({
    home: tempHome(),
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [{ ...quietChannel('console'), send }],
    alarms: false,
  })
  onTestFinished(() => composition.close())
  const queue: Provider['queue'] = (conversation, ...texts) =>
    composition.sql.write(function* () {
      for (const text of texts)
        yield* enqueue({
          key: text,
          channel: 'console',
          conversation,
          to: [],
          message: { type: 'reply', text, choices: [], undo: [] },
          task: null,
          nowMs: NOW_MS,
        })
    })
  return { composition, clock, sent, held, queue }
}

test('a conversation with more than a page to say, which its provider does not take, holds up no other', async () => {
  const { composition, sent, held, queue } = await provider()
  held.add('slow')
  const many = Array.from({ length: 450 }, (_none, at) => `slow ${at}`)
  await queue('slow', ...many)
  await queue('quick', 'quick')
  const delivered = new Courier(composition.context).deliverDue()
  await expect.poll(() => sent).toEqual(['quick'])
  held.clear()
  await delivered
  expect(sent).toEqual(['quick', ...many])
})

test('what a member sent can be taken back until it is tried, also behind something slow, and not while it is on its way', async () => {
  const { composition, sent, held, queue } = await provider()
  const { context } = composition
  const courier = new Courier(context)
  held.add('them')
  await queue('them', 'before', 'update:a1', 'update:a2')
  const delivered = courier.deliverDue()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await context.sql.write(() => takeOut('update:a1'))).toBe(true)
  held.clear()
  await delivered
  expect(sent).toEqual(['before', 'update:a2'])

  held.add('them')
  await queue('them', 'update:a3')
  const onItsWay = courier.deliverDue()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await context.sql.read(() => mayBeTakenOut('update:a3'))).toBe(false)
  expect(await context.sql.write(() => takeOut('update:a3'))).toBe(false)
  held.clear()
  await onItsWay
  expect(sent).toEqual(['before', 'update:a2', 'update:a3'])
})
