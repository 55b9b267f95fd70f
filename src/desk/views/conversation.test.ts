import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InboundDraft } from '#kernel/inbound.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { conversationView, type Entry } from './conversation.ts'
import { ownConversation, type Viewer, viewerOf } from './viewer.ts'

let made: Harness
let viewer: Viewer
beforeEach(async () => {
  made = await harness()
  const mia = viewerOf(made.made.context.policy(), 'mia')
  if (!mia) throw new Error('no mia')
  viewer = mia
})
afterEach(() => made.close())

let count = 0
async function say(text: string, more: Partial<InboundDraft> = {}): Promise<void> {
  await made.parts.desk.receive({
    id: `m${++count}`,
    channel: 'console',
    conversation: ownConversation(viewer),
    kind: 'message',
    from: { kind: 'member', id: 'mia' },
    text,
    atMs: made.clock.nowMs(),
    ...more,
  })
  await made.parts.desk.drain()
}

async function entries(limit = 50): Promise<Entry[]> {
  return (await conversationView(made.made.context, ownConversation(viewer), viewer, limit)).entries
}

test('each answer stands under its message, in one instant too', async () => {
  await say('book 30 min with Sam tomorrow at 3pm')
  await say('book 30 min with Jo tomorrow at 4pm')
  const said = await entries()
  expect(said.map((one) => one.from)).toEqual(['person', 'desk', 'person', 'desk'])
  expect(said.map((one) => /Sam|Jo/.exec(one.text)?.[0])).toEqual(['Sam', 'Sam', 'Jo', 'Jo'])
  expect(said[0]?.tasks).toMatchObject([{ agent: 'Scheduling', status: 'done' }])
})

test('only the last thing said can be tapped; after the answer its choices are history', async () => {
  await say('book lunch with zoe@fresh.example on Friday at 1pm')
  expect((await entries()).at(-1)?.choices.map((choice) => choice.value)).toEqual(['yes', 'no'])
  await say('yes', { fields: { shown: 'Yes, do it' } })
  const after = await entries()
  expect(after.flatMap((one) => one.choices)).toEqual([])
  expect(after[1]?.offered).toEqual(['Yes, do it', 'No'])
  expect(after[2]?.text).toBe('Yes, do it')
})

test('undo is offered while its window is open and the action stands', async () => {
  await say('book 30 min with Sam tomorrow at 3pm')
  const [offer] = (await entries()).flatMap((one) => one.undo)
  expect(offer?.label).toBe('Undo')
  made.clock.set((offer?.untilMs ?? 0) - 1)
  expect((await entries()).flatMap((one) => one.undo)).toHaveLength(1)
  made.clock.set(offer?.untilMs ?? 0)
  expect((await entries()).flatMap((one) => one.undo)).toEqual([])
})

test('nobody else reads a conversation, whatever they ask for', async () => {
  await say('book 30 min with Sam tomorrow at 3pm')
  const sam = viewerOf(made.made.context.policy(), 'sam')
  if (!sam) throw new Error('no sam')
  expect((await conversationView(made.made.context, ownConversation(sam), sam, 50)).entries).toEqual([])
})

test('what was erased leaves a gap that says so', async () => {
  await say('book 30 min with dana@acme.example tomorrow at 3pm')
  await say('erase dana@acme.example')
  const [first] = await entries()
  expect(first?.text).toBe('(erased)')
  expect(JSON.stringify(await entries(1))).not.toContain('dana@acme')
})

test('a page holds as much as was asked for, and says that there is more', async () => {
  for (let at = 0; at < 4; at++) await say(`book 30 min with Sam tomorrow at ${at + 1}pm`)
  const page = await conversationView(made.made.context, ownConversation(viewer), viewer, 3)
  expect(page.entries).toHaveLength(3)
  expect(page.more).toBe(true)
  expect(page.entries.at(-1)?.from).toBe('desk')
})
