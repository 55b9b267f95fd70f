import { expect, test } from 'vitest'
import { type DiscordDesk, discordDesk, formIn, shown } from '../harness/discord/desk.ts'
import { directOf, LEE, MIA, PRIYA, SAM } from '../harness/discord/people.ts'
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

test('two people press at once; then somebody who may not; then it is too late for anybody', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  const old = structuredClone(card)
  await desk.tap(PRIYA, card, 'approve')
  expect(desk.said(directOf(PRIYA))).toEqual(['This decision belongs to Mia Chen or Lee Park.'])
  expect(await desk.flags()).toHaveLength(1)

  await Promise.all([desk.tap(MIA, old, 'approve'), desk.tap(LEE, old, 'take_over')])
  expect(await events(desk)).toHaveLength(1)
  expect(desk.said(directOf(LEE))).toEqual([expect.stringMatching(/^Already decided by Mia Chen at .*: approved\.$/)])

  await desk.say(SAM, ASK.replace('Thursday', 'Friday'))
  const second = cardIn(desk, directOf(MIA))
  const late = structuredClone(second)
  desk.clock.set(desk.clock.nowMs() + 24 * 3_600_000)
  await desk.idle()
  expect(shown(second)).toMatch(/^Expired: nobody decided in time\./)
  await desk.tap(MIA, late, 'approve')
  expect(await events(desk)).toHaveLength(1)
})

test('a button that was tapped twice decides once, and says nothing twice', async () => {
  const desk = await discordDesk()
  const card = structuredClone(await asked(desk))
  await desk.tap(MIA, card, 'approve')
  const before = desk.discord.messages.length
  await desk.tap(MIA, card, 'approve')
  expect([await events(desk), desk.discord.messages]).toMatchObject([{ length: 1 }, { length: before }])
  desk.clock.set(desk.clock.nowMs() + 60_000)
  await desk.tap(MIA, card, 'approve')
  expect(desk.said(directOf(MIA)).at(-1)).toMatch(/^Already decided by Mia Chen/)
})

test('an answer that came too late for Discord, or was given before, is no reason to lose what was meant', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  desk.discord.fault(/^POST \/interactions\//, { status: 404, code: 10062 })
  await desk.tap(MIA, card, 'take_over')
  expect(shown(card)).toMatch(/^Taken over by Mia Chen/)
  expect(desk.logged.find(({ message }) => message === 'Discord took no first answer')?.fields).toEqual({
    reason: 10062,
  })
})

test('a button carries nothing but its ticket; another one is answered alone, and nothing happens', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  const ids = card.components.flatMap((row) => row.components ?? []).map((one) => one.custom_id ?? '')
  expect(new Set(ids.filter((id) => !id.startsWith('say.')).map((id) => id.split(':')[1]))).toHaveProperty('size', 1)
  expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100)
  expect(JSON.stringify(card)).not.toContain((await desk.flags())[0]?.id)
  await desk.tap(MIA, card, 'approve', { custom_id: `approve:${'x'.repeat(22)}` })
  expect(desk.discord.callsOf(/^POST \/webhooks/).map(({ body }) => [body.flags, body.content])).toEqual([
    [64, expect.stringMatching(/^This card was used already/)],
  ])
  await desk.tap(MIA, card, 'approve', { custom_id: 'who knows' })
  expect(desk.discord.answers().at(-1)).toMatchObject({ type: 4, data: { flags: 64 } })
  expect(desk.logged.some(({ fields }) => fields.reason === 'unknown_button')).toBe(true)
  expect(await events(desk)).toEqual([])
})

test('the buttons of a card that was deleted still decide, and nothing is left to close', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  desk.discord.messages.splice(desk.discord.messages.indexOf(card), 1)
  await desk.tap(MIA, card, 'approve')
  expect(await events(desk)).toHaveLength(1)
  expect(desk.said(directOf(SAM)).at(-1)).toMatch(/^Booked/)
})

test('edit opens what is proposed as its first answer, refuses what cannot be used, and sending it approves', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  await desk.tap(MIA, card, 'edit')
  expect(desk.discord.answers()).toMatchObject([{ type: 9, data: { title: 'Edit and approve' } }])
  const { components } = formIn(desk.discord)
  expect(components.map(({ component }) => [component.custom_id, component.value])).toEqual([
    ['0.title', expect.any(String)],
    ['0.start', '2026-11-26 11:00'],
    ['0.end', '2026-11-26 11:30'],
    ['0.attendees', expect.stringMatching(/jo@acme\.example/)],
  ])
  await desk.submit(MIA, { '0.start': '2026-11-26 14:00', '0.end': '2026-11-26 13:00' })
  expect(desk.discord.callsOf(/^POST \/webhooks/)[0]?.body.content).toMatch(/ends before it starts/)
  expect(await desk.flags()).toHaveLength(1)
  await desk.tap(MIA, card, 'edit')
  await desk.submit(MIA, { '0.title': 'Jo and Sam', '0.start': '2026-11-26 14:00', '0.end': '2026-11-26 14:45' })
  expect(await events(desk)).toMatchObject([
    { title: 'Jo and Sam', start: '2026-11-26T14:00:00Z', end: '2026-11-26T14:45:00Z' },
  ])
  expect(shown(card)).toMatch(/^Edited and approved by Mia Chen\./)
})

test('decline asks for a reason, and a form of what is decided says by whom instead', async () => {
  const desk = await discordDesk()
  const card = structuredClone(await asked(desk))
  await desk.tap(MIA, card, 'decline')
  await desk.submit(MIA, { reason: 'not this week' })
  expect(desk.said(directOf(SAM)).at(-1)).toMatch(/^Not done: .*Mia Chen declined it/)
  await desk.tap(LEE, card, 'edit')
  expect(desk.discord.answers().at(-1)).toMatchObject({
    type: 4,
    data: { content: expect.stringMatching(/Already decided by Mia Chen/) },
  })
})

test('snooze keeps the card open and asks again; tomorrow is the morning of whoever snoozed', async () => {
  const desk = await discordDesk()
  const card = await asked(desk)
  await desk.tap(MIA, card, 'snooze', { values: ['30'] })
  expect(desk.said(directOf(MIA)).at(-1)).toMatch(/^Snoozed/)
  desk.clock.set(desk.clock.nowMs() + 31 * 60_000)
  await desk.idle()
  expect(desk.said(directOf(MIA)).at(-1)).toMatch(/^Still to decide by/)
  await desk.tap(MIA, card, 'snooze', { values: ['tomorrow'] })
  expect(desk.said(directOf(MIA)).at(-1)).toMatch(/it has to be decided by/)
  await desk.tap(MIA, card, 'approve')
  expect(await events(desk)).toHaveLength(1)
})
