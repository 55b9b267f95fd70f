import { expect, test } from 'vitest'
import { type DiscordDesk, discordDesk, shown } from '../harness/discord/desk.ts'
import { directOf, LEE, MIA, SAM } from '../harness/discord/people.ts'
import type { Posted } from '../harness/discord/server.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const POST = /^POST \/channels\/\d+\/messages$/
const HERE = directOf(MIA)
const isCard = ({ components }: Posted): boolean => JSON.stringify(components).includes('approve:')

/** Decided in the console. */
const approveElsewhere = async (desk: DiscordDesk): Promise<void> => {
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
}

test('a process that was stopped after Discord took a card, and before it knew: the card is there once, and its buttons decide', async () => {
  const first = await discordDesk()
  first.discord.fault(POST, 'taken', 'taken')
  await first.say(SAM, ASK)
  await first.stop()
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(desk.discord.messages.map(({ channel_id }) => channel_id).sort()).toEqual([HERE, directOf(SAM)])
  const card = desk.discord.messages.find(isCard)
  if (!card) throw new Error('no card')
  await desk.tap(MIA, card, 'approve')
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
  expect(shown(card)).toMatch(/^Approved by Mia Chen/)
})

test('a restart with open cards: they are not sent again, and their buttons still decide', async () => {
  const first = await discordDesk()
  for (const day of ['Thursday', 'Friday', 'Wednesday']) await first.say(SAM, ASK.replace('Thursday', day))
  const cards = first.discord.messages.filter(isCard)
  expect(cards).toHaveLength(3)
  await first.stop()
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(desk.discord.messages.filter(isCard)).toHaveLength(3)
  for (const card of cards) await desk.tap(MIA, card, 'approve')
  expect((await desk.made.local.records()).calendar).toHaveLength(3)
  expect(cards.every((card) => /^Approved by Mia Chen/.test(shown(card)))).toBe(true)
})

test('a card that was decided while the desk was not on Discord is closed when it is back, once', async () => {
  const first = await discordDesk()
  await first.say(SAM, ASK)
  const card = first.discord.messages.find(isCard)
  if (!card) throw new Error('no card')
  await first.stop()
  const without = await discordDesk({ server: first.discord, home: first.home, clock: first.clock, absent: true })
  await approveElsewhere(without)
  await without.stop()
  expect(isCard(card)).toBe(true)
  const desk = await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(shown(card)).toMatch(/^Approved by Mia Chen/)
  await desk.stop()
  const patches = first.discord.callsOf(/^PATCH \/channels/).length
  await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(first.discord.callsOf(/^PATCH \/channels/)).toHaveLength(patches)
})

test('a receipt that was given up for a day is shown when Discord is back', async () => {
  const first = await discordDesk()
  await first.say(SAM, ASK)
  const card = first.discord.messages.find(isCard)
  if (!card) throw new Error('no card')
  first.discord.fault(/^PATCH \/channels/, ...Array(400).fill(500))
  await approveElsewhere(first)
  for (let hour = 0; hour < 26; hour++) {
    first.clock.set(first.clock.nowMs() + 3_600_000)
    await first.idle()
  }
  expect(isCard(card)).toBe(true)
  await first.stop()
  first.discord.heal()
  await discordDesk({ server: first.discord, home: first.home, clock: first.clock })
  expect(shown(card)).toMatch(/^Approved by Mia Chen/)
})

test('a card that nobody answers goes to the backup as well; the first answer closes both copies', async () => {
  const desk = await discordDesk()
  await desk.say(SAM, ASK)
  desk.clock.set(Date.parse('2026-11-23T15:05:00Z'))
  await desk.idle()
  const cards = desk.discord.messages.filter(isCard)
  expect(cards.map(({ channel_id }) => channel_id)).toEqual([HERE, directOf(LEE)])
  const lees = cards[1]
  if (!lees) throw new Error('no second card')
  await desk.tap(LEE, lees, 'approve')
  expect(cards.map(shown)).toEqual([
    expect.stringMatching(/^Approved by Lee Park/),
    expect.stringMatching(/^Approved by Lee Park/),
  ])
})

test('a card decided elsewhere before Discord took it is never sent', async () => {
  const desk = await discordDesk()
  desk.discord.fault(POST, 500)
  await desk.say(SAM, ASK)
  await approveElsewhere(desk)
  desk.clock.set(desk.clock.nowMs() + 60_000)
  await desk.idle()
  expect(desk.discord.messages.filter(isCard)).toEqual([])
  expect(desk.said(directOf(SAM)).at(-1)).toMatch(/^Booked/)
})
