import { expect, test } from 'vitest'
import { DISCORD_POLICY, type DiscordDesk, discordDesk, shown } from '../harness/discord/desk.ts'
import { DEALS_ROLE, directOf, FLAGS_CHANNEL, KIM, MIA, PRIYA, SAM } from '../harness/discord/people.ts'
import type { Posted } from '../harness/discord/server.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const inChannel = { DISCORD_FLAGS_CHANNEL: FLAGS_CHANNEL }
const holding = { roles: [DEALS_ROLE] }

async function asked(desk: DiscordDesk): Promise<Posted> {
  await desk.say(SAM, ASK)
  const card = desk.discord.messages.find((one) => one.channel_id === FLAGS_CHANNEL)
  if (!card) throw new Error('no card')
  return card
}

const decided = async (desk: DiscordDesk) =>
  (await desk.made.local.records()).calendar.length > 0 ? desk.said(FLAGS_CHANNEL).at(-1)?.split('\n')[0] : null

test('who holds the role of a member decides for them, and it is on record who it was', async () => {
  const desk = await discordDesk({ settings: inChannel })
  await desk.tap(KIM, await asked(desk), 'approve', holding)
  expect(await decided(desk)).toBe('Approved by Lee Park (through stranger (says "Kim")).')
})

test('a member who holds it decides by it, too; one who may decide anyway does so as themselves', async () => {
  const desk = await discordDesk({ settings: inChannel })
  await desk.tap(PRIYA, await asked(desk), 'approve', holding)
  expect(await decided(desk)).toBe('Approved by Lee Park (through Priya Shah).')
  const other = await discordDesk({ settings: inChannel })
  await other.tap(MIA, await asked(other), 'approve', holding)
  expect(await decided(other)).toBe('Approved by Mia Chen.')
})

test('without the role, or with those of two members, it is nobody’s yes', async () => {
  const policy = DISCORD_POLICY.replace('id: mia,', 'id: mia, discord_role: "1400000000000000031",')
  const desk = await discordDesk({ settings: inChannel, policy })
  const card = await asked(desk)
  await desk.tap(KIM, card, 'approve', { roles: ['1400000000000000099'] })
  await desk.tap(KIM, card, 'take_over', { roles: [DEALS_ROLE, '1400000000000000031'] })
  expect(desk.said(directOf(KIM))).toEqual(Array(2).fill('This decision belongs to Mia Chen or Lee Park.'))
  expect(await desk.flags()).toHaveLength(1)
  expect(shown(card)).toMatch(/^<@\d+> Decide: Book/)
})

test('a role is good for decisions, and for nothing else that members say', async () => {
  const desk = await discordDesk({ settings: inChannel })
  await desk.command(
    KIM,
    { options: [{ type: 1, name: 'ask', options: [{ name: 'what', value: 'pause' }] }] },
    {
      guild_id: '1400000000000000002',
      channel_id: FLAGS_CHANNEL,
      member: { user: { id: KIM, username: 'kim' }, ...holding },
    },
  )
  expect(desk.said(directOf(KIM)).join()).not.toMatch(/Paused/)
})

test('who decides by a role sees the form, and what they change is judged as that member’s', async () => {
  const desk = await discordDesk({ settings: inChannel })
  await desk.tap(KIM, await asked(desk), 'edit', holding)
  await desk.submit(KIM, { '0.title': 'Jo and Kim' }, { channel_id: FLAGS_CHANNEL, ...holding })
  expect((await desk.made.local.records()).calendar).toMatchObject([{ title: 'Jo and Kim' }])
})
