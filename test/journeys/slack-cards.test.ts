import { expect, test } from 'vitest'
import { type SlackDesk, slackDesk, TEAM, until } from '../harness/slack/desk.ts'
import type { Posted } from '../harness/slack/server.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const MIA = 'D0MIA'
const SAM = 'D0SAM'

/** Sam asks for what needs Mia's yes; answers the card in Mia's direct messages. */
async function asked(desk: SlackDesk): Promise<Posted> {
  await desk.say('U0SAM', ASK)
  return cardIn(desk, MIA)
}

function cardIn(desk: SlackDesk, channel: string): Posted {
  const card = desk.slack.messages.findLast((one) => one.channel === channel && buttonsOf(one).includes('card.approve'))
  if (!card) throw new Error(`no card in ${channel}`)
  return card
}

const buttonsOf = ({ blocks }: Posted): string[] =>
  blocks.flatMap((block) => block.elements ?? []).flatMap((one) => one.action_id ?? [])

const events = async (desk: SlackDesk) => (await desk.made.local.records()).calendar

const viewsOf = (desk: SlackDesk): unknown[] => desk.slack.callsOf('views.open').map((call) => call.args.view)

const submit = (desk: SlackDesk, user: string, view: object) =>
  desk.slack.deliver('interactive', { type: 'view_submission', user: { id: user }, view })

test('a card has the verbs, and a yes closes it in place, does the work and tells both', async () => {
  const desk = await slackDesk()
  const card = await asked(desk)
  expect(buttonsOf(card)).toEqual([
    'card.approve',
    'card.edit',
    'card.take_over',
    'card.decline',
    'card.snooze',
    'say.0',
  ])
  expect(desk.said(SAM)).toEqual([expect.stringMatching(/^This needs Mia Chen's yes/)])
  await desk.press('U0MIA', card, 'card.approve')
  expect(card.text).toMatch(/^Approved by Mia Chen\. Book /)
  expect(buttonsOf(card)).toEqual([])
  expect(desk.said(SAM).at(-1)).toMatch(/^Booked /)
  expect(await events(desk)).toHaveLength(1)
  const receipt = desk.slack.messages.findLast((one) => one.channel === MIA)
  expect(buttonsOf(receipt ?? card)).toEqual(['say.0'])
  await desk.press('U0MIA', receipt ?? card, 'say.0')
  expect((await events(desk)).filter((event) => event.status !== 'cancelled')).toEqual([])
})

test('Slack delivers three times more while the first run waits for a person: one task, one flag, one card', async () => {
  const desk = await slackDesk()
  const event = { type: 'message', channel_type: 'im', channel: SAM, user: 'U0SAM', text: ASK, ts: '1700000900.000001' }
  const payload = { type: 'event_callback', team_id: TEAM, event_id: 'Ev1', event }
  for (let delivery = 0; delivery < 4; delivery++) {
    expect(await desk.slack.deliver('events_api', payload)).toEqual({})
    await desk.idle()
  }
  expect(await desk.flags()).toHaveLength(1)
  expect(desk.slack.messages.map(({ channel }) => channel).sort()).toEqual([MIA, SAM])
})

test('two people press at once; then somebody who may not; then it is too late for anybody', async () => {
  const desk = await slackDesk()
  const card = await asked(desk)
  const old = structuredClone(card)
  await desk.press('U0PRIYA', card, 'card.approve')
  expect(desk.said('D0PRIYA')).toEqual(['This decision belongs to Mia Chen or Lee Park.'])
  expect(await desk.flags()).toHaveLength(1)

  await Promise.all([desk.press('U0MIA', old, 'card.approve'), desk.press('U0LEE', old, 'card.take_over')])
  expect(await events(desk)).toHaveLength(1)
  expect(desk.said('D0LEE')).toEqual([expect.stringMatching(/^Already decided by Mia Chen at .*: approved\.$/)])

  const second = await askedAgain(desk)
  desk.clock.set(desk.clock.nowMs() + 24 * 3_600_000)
  await desk.idle()
  expect(second.text).toMatch(/^Expired: nobody decided in time\./)
  await desk.press('U0MIA', { ...second, blocks: old.blocks }, 'card.approve')
  expect(await events(desk)).toHaveLength(1)
})

async function askedAgain(desk: SlackDesk): Promise<Posted> {
  await desk.say('U0SAM', ASK.replace('Thursday', 'Friday'))
  return cardIn(desk, MIA)
}

test('a button that was tapped twice decides once, and says nothing twice', async () => {
  const desk = await slackDesk()
  const card = structuredClone(await asked(desk))
  const at = '1700001000.000001'
  await desk.press('U0MIA', card, 'card.approve', { at })
  const before = desk.slack.messages.length
  await desk.press('U0MIA', card, 'card.approve', { at: '1700001000.900001' })
  expect([await events(desk), desk.slack.messages]).toMatchObject([{ length: 1 }, { length: before }])
  await desk.press('U0MIA', card, 'card.approve', { at: '1700002000.000001' })
  expect(desk.said(MIA).at(-1)).toMatch(/^Already decided by Mia Chen/)
})

test('a button carries nothing but its ticket; another one is answered alone, and nothing happens', async () => {
  const desk = await slackDesk()
  const card = await asked(desk)
  const values = card.blocks.flatMap((block) => block.elements ?? []).map((one) => one.value)
  expect(new Set(values.filter((value) => value && !value.startsWith('why ')))).toHaveProperty('size', 1)
  expect(JSON.stringify(card.blocks)).not.toContain((await desk.flags())[0]?.id)
  const forged = structuredClone(card)
  for (const block of forged.blocks) for (const one of block.elements ?? []) one.value = 'x'.repeat(22)
  await desk.press('U0MIA', forged, 'card.approve')
  await until(() => desk.slack.callsOf('chat.postEphemeral').length === 1)
  expect(desk.slack.callsOf('chat.postEphemeral')[0]?.args).toMatchObject({ channel: MIA, user: 'U0MIA' })
  expect(await events(desk)).toEqual([])
})

test('edit opens what is proposed, refuses what cannot be used while it is open, and saving approves', async () => {
  const desk = await slackDesk()
  const card = await asked(desk)
  await desk.press('U0MIA', card, 'card.edit')
  await until(() => desk.slack.callsOf('views.open').length === 1)
  const view = desk.slack.callsOf('views.open')[0]?.args.view as {
    callback_id: string
    private_metadata: string
    blocks: { block_id?: string; element?: { type: string; initial_date_time?: number; initial_value?: string } }[]
  }
  const start = view.blocks.find((block) => block.block_id === '0.start')?.element
  expect(start).toMatchObject({ type: 'datetimepicker', initial_date_time: Date.parse('2026-11-26T11:00:00Z') / 1000 })
  const values = (from: string, to: string) => ({
    '0.title': { value: { type: 'plain_text_input', value: 'Jo and Sam' } },
    '0.start': { value: { type: 'datetimepicker', selected_date_time: Date.parse(from) / 1000 } },
    '0.end': { value: { type: 'datetimepicker', selected_date_time: Date.parse(to) / 1000 } },
    '0.attendees': { value: { type: 'plain_text_input', value: 'jo@acme.example, sam@northwind.example' } },
  })
  const { callback_id, private_metadata } = view
  const sent = (state: object, id: string) => submit(desk, 'U0MIA', { id, callback_id, private_metadata, state })
  expect(await sent({ values: values('2026-11-26T14:00:00Z', '2026-11-26T13:00:00Z') }, 'V1')).toMatchObject({
    response_action: 'errors',
    errors: { '0.title': expect.stringMatching(/ends before it starts/) },
  })
  expect(await desk.flags()).toHaveLength(1)
  expect(await sent({ values: values('2026-11-26T14:00:00Z', '2026-11-26T14:45:00Z') }, 'V1')).toEqual({})
  await desk.idle()
  expect(await events(desk)).toMatchObject([
    { title: 'Jo and Sam', start: '2026-11-26T14:00:00Z', end: '2026-11-26T14:45:00Z' },
  ])
  expect(card.text).toMatch(/^Edited and approved by Mia Chen\./)
})

test('decline asks for a reason, and a form of what is decided says by whom instead', async () => {
  const desk = await slackDesk()
  const card = structuredClone(await asked(desk))
  await desk.press('U0MIA', card, 'card.decline')
  await until(() => desk.slack.callsOf('views.open').length === 1)
  const { callback_id, private_metadata } = viewsOf(desk)[0] as Record<string, string>
  const state = { values: { reason: { value: { type: 'plain_text_input', value: 'not this week' } } } }
  expect(await submit(desk, 'U0MIA', { id: 'V1', callback_id, private_metadata, state })).toEqual({})
  await desk.idle()
  expect(desk.said(SAM).at(-1)).toMatch(/^Not done: .*Mia Chen declined it/)
  await desk.press('U0LEE', card, 'card.edit')
  await until(() => desk.slack.callsOf('views.open').length === 2)
  expect(JSON.stringify(desk.slack.callsOf('views.open')[1]?.args.view)).toMatch(/Already decided by Mia Chen/)
})

test('snooze keeps the card open and asks again; tomorrow is the morning of whoever snoozed', async () => {
  const desk = await slackDesk()
  const card = await asked(desk)
  await desk.press('U0MIA', card, 'card.snooze', { option: 0 })
  expect(desk.said(MIA).at(-1)).toMatch(/^Snoozed/)
  desk.clock.set(desk.clock.nowMs() + 31 * 60_000)
  await desk.idle()
  expect(desk.said(MIA).at(-1)).toMatch(/^Still to decide by/)
  await desk.press('U0MIA', card, 'card.snooze', { option: 2 })
  expect(desk.said(MIA).at(-1)).toMatch(/it has to be decided by/)
  await desk.press('U0MIA', card, 'card.approve')
  expect(await events(desk)).toHaveLength(1)
})

test('a restart with open cards: they are not sent again, and their buttons still decide', async () => {
  const first = await slackDesk()
  for (const day of ['Thursday', 'Friday', 'Wednesday']) await first.say('U0SAM', ASK.replace('Thursday', day))
  const cards = first.slack.messages.filter((one) => one.channel === MIA)
  expect(cards).toHaveLength(3)
  await first.stop()
  const desk = await slackDesk({ server: first.slack, home: first.home, clock: first.clock })
  expect(desk.slack.messages.filter((one) => one.channel === MIA)).toHaveLength(3)
  for (const card of cards) await desk.press('U0MIA', card, 'card.approve')
  expect(await events(desk)).toHaveLength(3)
  expect(cards.every((card) => /^Approved by Mia Chen/.test(card.text))).toBe(true)
})

test('the own page shows what waits and what was done, its buttons decide, and it follows what happens', async () => {
  const desk = await slackDesk()
  await asked(desk)
  await desk.event({ type: 'app_home_opened', user: 'U0MIA', channel: MIA, tab: 'home' })
  const pages = () => desk.slack.callsOf('views.publish')
  await until(() => pages().length === 1)
  const page = pages()[0]?.args.view as { blocks: Posted['blocks'] }
  const shown: Posted = { channel: MIA, ts: 'home', thread: null, text: '', blocks: page.blocks }
  await desk.press('U0MIA', shown, 'card.approve')
  await until(() => pages().length > 1)
  await desk.event({ type: 'app_home_opened', user: 'U0MIA', channel: MIA, tab: 'home' })
  await until(() => /Done today/.test(JSON.stringify(pages().at(-1)?.args.view)))
  expect(JSON.stringify(pages().at(-1)?.args.view)).toMatch(/Nothing waits for a decision/)
  await desk.event({ type: 'app_home_opened', user: 'U0CONNECT', channel: 'D1', tab: 'home' })
  expect(pages().every((call) => call.args.user_id === 'U0MIA')).toBe(true)
})
