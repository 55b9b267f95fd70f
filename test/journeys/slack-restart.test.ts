import { expect, test } from 'vitest'
import { slackDesk } from '../harness/slack/desk.ts'
import type { Posted } from '../harness/slack/server.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const MIA = 'D0MIA'
const isCard = ({ blocks }: Posted): boolean => JSON.stringify(blocks).includes('card.approve')

test('a process that was stopped after Slack took a card, and before it knew: the card is there once, and its buttons decide', async () => {
  const first = await slackDesk()
  first.slack.fault('chat.postMessage', 'taken', 'taken')
  await first.say('U0SAM', ASK)
  await first.stop()
  const desk = await slackDesk({ server: first.slack, home: first.home, clock: first.clock })
  expect(desk.slack.messages.map(({ channel }) => channel).sort()).toEqual([MIA, 'D0SAM'])
  const card = desk.slack.messages.find(isCard)
  if (!card) throw new Error('no card')
  await desk.press('U0MIA', card, 'card.approve')
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
  expect(card.text).toMatch(/^Approved by Mia Chen/)
})

test('what Slack did not take before a stop is sent after it, in order', async () => {
  const first = await slackDesk()
  first.slack.fault('chat.postMessage', 500)
  await first.say('U0LEE', "what's on tomorrow")
  await first.say('U0LEE', 'help')
  expect(first.slack.messages).toEqual([])
  await first.stop()
  const desk = await slackDesk({ server: first.slack, home: first.home, clock: first.clock })
  desk.clock.set(desk.clock.nowMs() + 2000)
  await desk.idle()
  expect(desk.said('D0LEE')).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
})

test('what waits behind a message that failed goes right after it when the desk starts again, and nothing passes it', async () => {
  const first = await slackDesk()
  first.slack.fault('chat.postMessage', 500, 500, 500, 500)
  await first.say('U0LEE', "what's on tomorrow")
  for (const wait of [2, 4, 8]) {
    first.clock.set(first.clock.nowMs() + wait * 1000)
    await first.idle()
  }
  // It waits sixteen seconds now, and what is said next waits with it.
  await first.say('U0LEE', 'help')
  await first.stop()
  const desk = await slackDesk({ server: first.slack, home: first.home, clock: first.clock })
  await desk.say('U0LEE', 'flags')
  expect(desk.said('D0LEE')).toEqual([
    expect.stringMatching(/nothing/i),
    expect.stringMatching(/^Tell me/),
    'Nothing waits for a decision.',
  ])
})

test('a card that nobody answers goes to the backup as well; the first answer closes both copies', async () => {
  const desk = await slackDesk()
  await desk.say('U0SAM', ASK)
  desk.clock.set(Date.parse('2026-11-23T15:05:00Z'))
  await desk.idle()
  const cards = desk.slack.messages.filter(isCard)
  expect(cards.map(({ channel }) => channel)).toEqual([MIA, 'D0LEE'])
  const lees = cards[1]
  if (!lees) throw new Error('no second card')
  await desk.press('U0LEE', lees, 'card.approve')
  expect(cards.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Approved by Lee Park/),
    expect.stringMatching(/^Approved by Lee Park/),
  ])
})

test('a card decided elsewhere before Slack took it is never sent', async () => {
  const desk = await slackDesk()
  desk.slack.fault('chat.postMessage', 500)
  await desk.say('U0SAM', ASK)
  const [flag] = await desk.flags()
  await desk.made.desk.receive({
    id: 'd1',
    channel: 'console',
    conversation: 'console:mia',
    kind: 'decision',
    from: { kind: 'member', id: 'mia' },
    decision: { flag: flag?.id ?? '', verb: 'approve' },
    atMs: desk.clock.nowMs(),
  })
  await desk.idle()
  desk.clock.set(desk.clock.nowMs() + 60_000)
  await desk.idle()
  expect(desk.slack.messages.filter(isCard)).toEqual([])
  expect(desk.said('D0SAM').at(-1)).toMatch(/^Booked/)
})

test('many open cards: all are sent once within their limits, and a restart sends none again', async () => {
  const first = await slackDesk()
  const days = ['Tuesday', 'Wednesday', 'Thursday', 'Friday']
  for (const [at, day] of days.entries())
    for (let hour = 9; hour < 17; hour++)
      await first.say('U0SAM', `book 30 min with g${at}${hour}@acme.example on ${day} at ${hour}:00`)
  const cards = first.slack.messages.filter(isCard)
  expect(cards).toHaveLength((await first.flags()).length)
  expect(cards.length).toBeGreaterThan(24)
  await first.stop()
  const desk = await slackDesk({ server: first.slack, home: first.home, clock: first.clock })
  expect(desk.slack.messages.filter(isCard)).toHaveLength(cards.length)
  for (const card of cards) await desk.press('U0MIA', card, 'card.take_over')
  expect(await desk.flags()).toEqual([])
  expect(cards.filter((card) => !card.text.startsWith('Taken over by Mia Chen'))).toEqual([])
})
