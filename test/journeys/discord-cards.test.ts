import { expect, test } from 'vitest'
import { type DiscordDesk, discordDesk, shown } from '../harness/discord/desk.ts'
import { directOf, MIA, SAM } from '../harness/discord/people.ts'
import type { Posted } from '../harness/discord/server.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'

const kindsOf = ({ components }: Posted): string[] =>
  components.flatMap((row) => row.components ?? []).flatMap((one) => one.custom_id?.split(':')[0] ?? [])

function cardIn(desk: DiscordDesk, channel: string): Posted {
  const card = desk.discord.messages.findLast((one) => one.channel_id === channel && kindsOf(one).includes('approve'))
  if (!card) throw new Error(`no card in ${channel}`)
  return card
}

/** Sam asks for what needs Mia's yes; answers the card in Mia's direct messages. */
async function asked(desk: DiscordDesk): Promise<Posted> {
  await desk.say(SAM, ASK)
  return cardIn(desk, directOf(MIA))
}

const events = async (desk: DiscordDesk) => (await desk.made.local.records()).calendar

test('a card has the verbs, and a yes closes it in place, does the work and tells both', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  expect(kindsOf(card)).toEqual(['approve', 'edit', 'take_over', 'decline', 'say.0', 'snooze'])
  expect(desk.said(directOf(SAM))).toEqual([expect.stringMatching(/^This needs Mia Chen's yes/)])
  await desk.tap(MIA, card, 'approve')
  expect(shown(card)).toMatch(/^Approved by Mia Chen\.\nBook /)
  expect(kindsOf(card)).toEqual([])
  expect(desk.said(directOf(SAM)).at(-1)).toMatch(/^Booked /)
  expect(await events(desk)).toHaveLength(1)
  const receipt = desk.discord.messages.findLast((one) => one.channel_id === directOf(MIA))
  expect(kindsOf(receipt ?? card)).toEqual(['say.0'])
  await desk.tap(MIA, receipt ?? card, 'say.0')
  expect((await events(desk)).filter((event) => event.status !== 'cancelled')).toEqual([])
})
