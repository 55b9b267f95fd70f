import { expect, test } from 'vitest'
import { heardSince, spokeIn } from '#store/journal/history.ts'
import { BOT, slackDesk, TEAM, until } from '#test/harness/slack/desk.ts'

const ASK = "what's on tomorrow"
const NOTHING = /nothing/i
const LEFT_ALONE = 'something Slack delivered was left alone'

test('a member writes in direct messages, and is answered there', async () => {
  const desk = await slackDesk()
  expect(await desk.say('U0MIA', 'book 30 min with Sam on Thursday at 11am')).toEqual({})
  expect(desk.said('D0MIA')).toEqual([expect.stringMatching(/^Booked /)])
})

test('who has no Slack id in the policy is known by their address in the own workspace', async () => {
  const desk = await slackDesk()
  await desk.say('U0SAM', ASK)
  expect(desk.said('D0SAM')).toEqual([expect.stringMatching(NOTHING)])
  expect(desk.channel.reaches?.('sam')).toBe(true)
})

test('what somebody writes next does not overtake, however long Slack takes to say who they are', async () => {
  const desk = await slackDesk()
  const slow = Promise.withResolvers<void>()
  desk.slack.fault('users.info', slow.promise)
  const said = [desk.say('U0CONNECT', 'hello there'), desk.say('U0CONNECT', 'one more thing')]
  await until(() => desk.slack.callsOf('users.info').some(({ args }) => args.user === 'U0CONNECT'))
  slow.resolve()
  expect(await Promise.all(said)).toEqual([{}, {}])
  const there = `slack:${TEAM}:U0CONNECT`
  expect(await desk.made.sql.read(() => heardSince(there, 0, 5))).toEqual(['hello there', 'one more thing'])
})

test('the same message as a mention and as a message is one, answered in its thread; its thread goes on without mentions', async () => {
  const desk = await slackDesk()
  const there = { channel: 'C1', channel_type: 'channel', ts: '1700000500.000001' }
  const text = `<@${BOT}> ${ASK}`
  await desk.say('U0MIA', text, { ...there, type: 'app_mention' })
  await desk.say('U0MIA', text, there)
  expect(desk.slack.messages.map(({ channel, thread }) => [channel, thread])).toEqual([['C1', there.ts]])

  const inThread = { channel: 'C1', channel_type: 'channel', thread_ts: there.ts }
  await desk.say('U0SAM', `and ${ASK.replace('tomorrow', 'on Friday')}`, inThread)
  expect(desk.slack.messages).toHaveLength(2)
  await desk.say('U0SAM', 'that looks like a lot of work to me', inThread)
  await desk.say('U0SAM', `<@U0LEE> ${ASK}`, inThread)
  await desk.say('U0SAM', ASK, { channel: 'C1', channel_type: 'channel' })
  await desk.say('U0SAM', ASK, { channel: 'C1', channel_type: 'channel', thread_ts: '1700000400.000001' })
  expect(desk.slack.messages).toHaveLength(2)
})

test('bots, the desk itself and what Slack tells of itself are left alone; what a bot says to the desk is one line', async () => {
  const desk = await slackDesk()
  const inChannel = { channel: 'C1', channel_type: 'channel', bot_id: 'B1' }
  const reasons = () => desk.logged.filter(({ message }) => message === LEFT_ALONE).map(({ fields }) => fields.reason)
  await desk.say(BOT, ASK)
  await desk.say(BOT, ASK, { bot_id: 'B0BOT' })
  await desk.say('U0MIA', ASK, { subtype: 'channel_join' })
  await desk.say('U0OTHER', ASK, inChannel)
  expect(reasons()).toEqual([])
  await desk.say('U0OTHER', ASK, { bot_id: 'B1' })
  await desk.say('U0OTHER', ASK, { user: undefined, subtype: 'bot_message' })
  await desk.say('U0OTHER', `<@${BOT}> ${ASK}`, { ...inChannel, type: 'app_mention' })
  await desk.say('U0OTHER', `<@${BOT}> ${ASK}`, inChannel)
  expect(reasons()).toEqual(['bot', 'bot', 'bot'])
  expect(desk.slack.messages).toEqual([])
})

test('guests and people of other workspaces are never members, whatever the policy says', async () => {
  const policy = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, slack: U0MIA, roles: [founder, approver]}
  - {id: gus, name: Gus, slack: U0GUEST, roles: [approver]}
  - {id: jo, name: Jo, email: jo@acme.example, roles: [approver]}
`
  const desk = await slackDesk({ policy })
  for (const user of ['U0GUEST', 'U0CONNECT']) await desk.say(user, 'pause')
  const kinds = await desk.made.sql.read(function* () {
    return [...(yield* spokeIn('slack:T0DESK:U0GUEST', 1)), ...(yield* spokeIn('slack:T0DESK:U0CONNECT', 1))]
  })
  expect(kinds.map(({ kind, assurance }) => [kind, assurance])).toEqual([
    ['stranger', 'verified'],
    ['stranger', 'claimed'],
  ])
})

test('a slash command is acknowledged at once where others are, and answered alone; a short verb is a command too', async () => {
  const desk = await slackDesk()
  const command = (name: string, text: string, channel: string) =>
    desk.slack.deliver('slash_commands', {
      command: name,
      text,
      team_id: 'T0DESK',
      user_id: 'U0MIA',
      channel_id: channel,
      trigger_id: `t-${name}-${text}`,
    })
  expect(await command('/desk', ASK, 'C1')).toMatchObject({ response_type: 'ephemeral' })
  expect(await command('/desk', ASK, 'C1')).toMatchObject({ response_type: 'ephemeral' })
  expect(await command('/desk', '', 'D0MIA')).toEqual({})
  expect(await command('/meet', '<@U0SAM> 25m tomorrow 3pm', 'D0MIA')).toEqual({})
  await desk.idle()
  expect(desk.said('D0MIA')).toEqual([
    expect.stringMatching(NOTHING),
    expect.stringMatching(/^Tell me what you need/),
    expect.stringMatching(/^Booked .*Sam/),
  ])
})

test('a message handed over is taken as said by whoever hands it over; words of an outsider stay theirs', async () => {
  const desk = await slackDesk()
  const hand = (user: string, author: string, text: string, ts: string) =>
    desk.slack.deliver('interactive', {
      type: 'message_action',
      callback_id: 'hand_to_desk',
      user: { id: user },
      channel: { id: 'C1' },
      message: { user: author, text, ts },
    })
  await hand('U0MIA', 'U0SAM', ASK, '1700000600.000001')
  await desk.idle()
  expect(desk.said('D0MIA')).toEqual([expect.stringMatching(NOTHING)])
  await hand('U0MIA', 'U0CONNECT', 'pause', '1700000600.000002')
  await hand('U0CONNECT', 'U0MIA', 'pause', '1700000600.000003')
  await desk.idle()
  expect(desk.said('C1').join()).not.toMatch(/Paused/)
  expect(desk.said('D0MIA')).toHaveLength(1)
})

test('where people of other companies read along, a colleague is answered alone', async () => {
  const desk = await slackDesk()
  const there = { channel: 'C1', channel_type: 'channel' }
  await desk.say('U0MIA', `<@${BOT}> ${ASK}`, there, { is_ext_shared_channel: true })
  expect([desk.said('C1'), desk.said('D0MIA')]).toEqual([[], [expect.stringMatching(NOTHING)]])
})

test('an edit of what waits takes its place, a deletion takes it back; what was done stands', async () => {
  const desk = await slackDesk()
  const ts = '1700000700.000001'
  const before = { user: 'U0SAM', text: 'book 30 min with jo@acme.example on Thursday at 11am', ts }
  await desk.say('U0SAM', before.text, { ts })
  expect(await desk.flags()).toHaveLength(1)
  const there = { type: 'message', channel: 'D0SAM', channel_type: 'im' }
  const after = { ...before, text: before.text.replace('11am', '2pm') }
  const edit = { ...there, subtype: 'message_changed', message: after, previous_message: before }
  await desk.event(edit)
  const [flag, ...others] = await desk.flags()
  expect([flag?.body.headline, others]).toEqual([expect.stringMatching(/14:00/), []])
  // A link that Slack drew a picture of changes nothing.
  await desk.event({ ...edit, previous_message: after })
  expect((await desk.flags()).map((one) => one.id)).toEqual([flag?.id])

  await desk.event({ ...there, subtype: 'message_deleted', deleted_ts: ts, previous_message: after })
  await desk.event({ ...there, subtype: 'message_deleted', deleted_ts: ts, previous_message: after })
  expect(await desk.flags()).toEqual([])
  expect(desk.said('D0MIA')).toEqual([
    expect.stringMatching(/^Withdrawn by Sam Ortiz. Book .*11:00/),
    expect.stringMatching(/^Withdrawn by Sam Ortiz. Book .*14:00/),
  ])
})

test('what is not journaled is not acknowledged, and comes again', async () => {
  const desk = await slackDesk()
  desk.slack.fault('users.info', 500)
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: 'D0NEW',
    user: 'U0NEW',
    text: ASK,
    ts: '1700000800.000001',
  }
  const payload = { type: 'event_callback', team_id: 'T0DESK', event_id: 'Ev1', event }
  expect(await desk.slack.deliver('events_api', payload, 300)).toBeNull()
  expect(desk.logged.some((line) => line.message === 'something Slack delivered was not taken')).toBe(true)
  expect(await desk.slack.deliver('events_api', payload)).toEqual({})
})

test('rubbish is acknowledged, left alone, and named in one line without its words', async () => {
  const desk = await slackDesk()
  for (const payload of [
    { type: 'event_callback', event: 7, secret: 'tell-nobody' },
    { type: 'who knows' },
    { command: '/x' },
  ])
    expect(await desk.slack.deliver('events_api', { event: {}, ...payload })).toEqual({})
  expect(desk.logged.filter((line) => line.message === LEFT_ALONE)).toHaveLength(3)
  expect(JSON.stringify(desk.logged)).not.toContain('tell-nobody')
})

test('a line that is cut is opened again, by the network or by Slack', async () => {
  const desk = await slackDesk()
  for (const politely of [false, true]) {
    const before = desk.slack.callsOf('apps.connections.open').length
    desk.slack.fault('apps.connections.open', 500)
    desk.slack.cut(politely)
    await until(() => desk.slack.callsOf('apps.connections.open').length >= before + 2 && desk.slack.lines === 1)
  }
  expect(await desk.say('U0MIA', ASK)).toEqual({})
  expect(desk.said('D0MIA')).toEqual([expect.stringMatching(NOTHING)])
})
