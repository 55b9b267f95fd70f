import { expect, test } from 'vitest'
import { Outbound } from '#kernel/outbound.ts'
import type { Delivery } from '#ports/channel.ts'
import { slackDesk, until } from '#test/harness/slack/desk.ts'
import type { Fault } from '#test/harness/slack/server.ts'

const ASK = "what's on tomorrow"
const MIA = 'D0MIA'
const reply = (text: string, more: Partial<Delivery> = {}): Delivery => ({
  key: 'reply:1',
  conversation: 'slack:T0DESK:C1:1700000000.000900',
  to: [],
  message: Outbound.parse({ type: 'reply', text }),
  ...more,
})

test.each<[string, Fault[]]>([
  ['500', [500, 500]],
  ['a cut line', ['reset']],
  ['an error of its own', [{ error: 'internal_error' }]],
  ['silence', ['hang']],
  ['a message that was taken and not answered', ['taken']],
  ['taken, then down when looked for', ['taken']],
])(
  '%s: the message is sent all the same, once',
  async (name, faults) => {
    const desk = await slackDesk()
    desk.slack.fault('chat.postMessage', ...faults)
    if (name.startsWith('taken')) desk.slack.fault('conversations.history', 500)
    await desk.say('U0MIA', ASK)
    for (let wait = 0; wait < 6; wait++) {
      desk.clock.set(desk.clock.nowMs() + 10_000)
      await desk.idle()
    }
    expect(desk.said(MIA)).toHaveLength(1)
  },
  60_000,
)

test('a limit is obeyed: nothing is sent before Slack allows it, and the order is kept', async () => {
  const desk = await slackDesk()
  desk.slack.fault('chat.postMessage', 429)
  await desk.say('U0MIA', ASK)
  await desk.say('U0MIA', 'help')
  await desk.say('U0LEE', ASK)
  expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(1)
  desk.clock.set(desk.clock.nowMs() + 999)
  await desk.idle()
  expect(desk.slack.callsOf('chat.postMessage')).toHaveLength(1)
  desk.clock.set(desk.clock.nowMs() + 1)
  await desk.idle()
  expect(desk.said(MIA)).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
  expect(desk.said('D0LEE')).toHaveLength(1)
})

test('what comes after a message that failed waits for it; other conversations do not', async () => {
  const desk = await slackDesk()
  desk.slack.fault('chat.postMessage', 500)
  await desk.say('U0MIA', ASK)
  await desk.say('U0MIA', 'help')
  await desk.say('U0LEE', 'help')
  expect([desk.said(MIA), desk.said('D0LEE')]).toMatchObject([[], { length: 1 }])
  desk.clock.set(desk.clock.nowMs() + 2000)
  await desk.idle()
  expect(desk.said(MIA)).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
})

test('a message that a killed process may have sent is looked for before it is sent again', async () => {
  const desk = await slackDesk()
  await desk.channel.send(reply('Booked.'))
  const again = await desk.channel.send(reply('Booked.', { again: true }))
  expect(desk.said('C1')).toEqual(['Booked.'])
  expect(again).toEqual({ providerId: 'C1:1700000000.000001' })
})

test('where the desk may not look, the message is not lost for it', async () => {
  const desk = await slackDesk()
  desk.slack.fault('conversations.replies', { error: 'missing_scope' })
  await desk.channel.send(reply('Booked.', { again: true }))
  expect(desk.said('C1')).toEqual(['Booked.'])
})

test('what Slack refuses for good goes nowhere and is not tried again; a token to be mended is waited for', async () => {
  const desk = await slackDesk()
  desk.slack.fault('chat.postMessage', { error: 'is_archived' })
  expect(await desk.channel.send(reply('Hi'))).toEqual({ unsent: 'refused' })
  desk.slack.fault('chat.postMessage', { error: 'invalid_auth' })
  await expect(desk.channel.send(reply('Hi'))).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  expect(await desk.channel.send(reply('Hi', { conversation: 'flags:nobody', to: ['nobody'] }))).toEqual({
    unsent: 'no_address',
  })
})

test('text is data on the way out: no mention, no link, no picture of a link', async () => {
  const desk = await slackDesk()
  await desk.channel.send(reply('<!channel> <@U0MIA> <https://evil.example|your bank> & co'))
  const { args } = desk.slack.callsOf('chat.postMessage')[0] ?? { args: {} }
  expect(JSON.stringify(args)).not.toMatch(/<[!@h]/)
  expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
})

test('a long text arrives whole, in pieces that Slack takes, its buttons under the last', async () => {
  const desk = await slackDesk()
  const text = Array.from({ length: 3000 }, (_none, at) => `<line ${at}>`).join('\n')
  const message = Outbound.parse({ type: 'reply', text, choices: [{ label: 'x'.repeat(200), value: 'yes' }] })
  await desk.channel.send({ ...reply(''), message })
  const { messages } = desk.slack
  const texts = messages.flatMap(({ blocks }) => blocks.flatMap((block) => block.text?.text ?? []))
  expect(texts.join('\n').match(/&lt;line \d+&gt;/g)).toHaveLength(3000)
  expect(texts.every((one) => one.length <= 3000)).toBe(true)
  expect(messages.every(({ blocks, text: summary }) => blocks.length <= 50 && summary.length <= 4000)).toBe(true)
  expect(messages.map(({ blocks }) => blocks.some((block) => block.type === 'actions')).indexOf(true)).toBe(
    messages.length - 1,
  )
  await desk.channel.send({ ...reply(''), message, again: true })
  expect(desk.slack.messages).toHaveLength(messages.length)
})

test('a wrong token says which and how to mend it; the desk works without', async () => {
  const { SlackServer } = await import('#test/harness/slack/server.ts')
  const server = new SlackServer()
  await server.open()
  server.fault('auth.test', { error: 'invalid_auth' })
  const desk = await slackDesk({ server })
  expect(desk.logged.find((line) => line.level === 'error')?.fields.problem).toBe(
    "Slack cannot be used: Slack refuses SLACK_BOT_TOKEN (invalid_auth); copy it anew from the app's settings.",
  )
  expect(JSON.stringify(desk.logged)).not.toContain('xoxb-test')
  await desk.stop()
  await server.close()
})

test('a notice to a member who is not on Slack takes the ways that reach them', async () => {
  const desk = await slackDesk()
  desk.slack.users.delete('U0SAM')
  const again = await slackDesk({ server: desk.slack })
  expect(again.channel.reaches?.('sam')).toBe(false)
  expect(again.channel.reaches?.('mia')).toBe(true)
  await until(() => again.slack.lines > 0)
})

test('somebody whose message Slack does not answer keeps nobody else waiting', async () => {
  const desk = await slackDesk()
  desk.slack.fault('chat.postMessage', 'hang')
  const slow = desk.say('U0MIA', 'help')
  await until(() => desk.slack.callsOf('chat.postMessage').length === 1)
  const quick = desk.say('U0LEE', 'help')
  await until(() => desk.said('D0LEE').length === 1)
  expect(desk.said(MIA)).toEqual([])
  await Promise.all([slow, quick])
})
