import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { bookingWeb } from '#app/booking-web.ts'
import { formsWeb } from '#app/forms-web.ts'
import { Hub } from '#desk/views/hub.ts'
import { NOW, SECRET, type SlackDesk, slackDesk, TEAM } from '#test/harness/slack/desk.ts'
import { publicApp } from '#web/public-app.ts'

const EVENT = {
  type: 'event_callback',
  team_id: TEAM,
  event_id: 'Ev1',
  event: {
    type: 'message',
    channel_type: 'im',
    channel: 'D0MIA',
    user: 'U0MIA',
    text: "what's on tomorrow",
    ts: '1700000000.000001',
  },
}

interface Post {
  body?: string
  type?: string
  atMs?: number
  secret?: string
  signature?: string | null
}

/** What Slack posts, signed as it signs. */
function post(
  desk: SlackDesk,
  { body = JSON.stringify(EVENT), type = 'application/json', ...how }: Post,
): Promise<Response> {
  const timestamp = Math.floor((how.atMs ?? Date.parse(NOW)) / 1000)
  const base = `v0:${timestamp}:${body}`
  const signature =
    how.signature ??
    `v0=${createHmac('sha256', how.secret ?? SECRET)
      .update(base)
      .digest('hex')}`
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature,
  }
  const request = new Request('https://desk.example/hooks/slack', { method: 'POST', headers, body })
  return desk.channel.hook?.(request) ?? Promise.reject(new Error('no hook'))
}

test('a signed request is journaled, answered, and the same one again is no second message', async () => {
  const desk = await slackDesk({ settings: { SLACK_APP_TOKEN: '' } })
  for (let delivery = 0; delivery < 3; delivery++) expect((await post(desk, {})).status).toBe(200)
  await desk.idle()
  expect(desk.said('D0MIA')).toHaveLength(1)
})

test('commands come as a form and presses as JSON in one; the address is proved by its challenge', async () => {
  const desk = await slackDesk({ settings: { SLACK_APP_TOKEN: '' } })
  const form = (fields: Record<string, string>): Post => ({
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  })
  const command = {
    command: '/desk',
    text: 'help',
    team_id: TEAM,
    user_id: 'U0MIA',
    channel_id: 'C1',
    trigger_id: 't1',
  }
  expect(await (await post(desk, form(command))).json()).toMatchObject({ response_type: 'ephemeral' })
  const press = {
    type: 'block_actions',
    user: { id: 'U0MIA' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'D0MIA' },
    actions: [{ action_id: 'say.0', action_ts: '1700000000.1', value: 'flags' }],
  }
  expect((await post(desk, form({ payload: JSON.stringify(press) }))).status).toBe(200)
  await desk.idle()
  expect(desk.said('D0MIA')).toHaveLength(2)
  const challenge = { body: JSON.stringify({ type: 'url_verification', challenge: 'c3' }) }
  expect(await (await post(desk, challenge)).json()).toEqual({ challenge: 'c3' })
})

test.each<[string, Post, number, string]>([
  ['a wrong signature', { secret: 'another-secret' }, 401, 'wrong_signature'],
  ['no signature', { signature: '' }, 401, 'wrong_signature'],
  ['a replay', { atMs: Date.parse(NOW) - 301_000 }, 401, 'old_or_no_timestamp'],
  ['a time to come', { atMs: Date.parse(NOW) + 301_000 }, 401, 'old_or_no_timestamp'],
  ['rubbish that is signed', { body: '{' }, 400, 'malformed'],
  ['more than Slack posts', { body: 'x'.repeat(1_000_001) }, 413, 'too_large'],
])('%s is refused before it is read, with one line that names the reason', async (_name, how, status, reason) => {
  const desk = await slackDesk({ settings: { SLACK_APP_TOKEN: '' } })
  expect((await post(desk, how)).status).toBe(status)
  const refused = desk.logged.filter((line) => line.message === 'a request to the Slack hook was refused')
  expect(refused.map((line) => line.fields)).toEqual([{ reason }])
  expect(JSON.stringify(desk.logged)).not.toContain(SECRET)
  await desk.idle()
  expect(desk.slack.messages).toEqual([])
})

test('a text of 60 kB is told to be too long, and is one message', async () => {
  const desk = await slackDesk({ settings: { SLACK_APP_TOKEN: '' } })
  const body = JSON.stringify({ ...EVENT, event: { ...EVENT.event, text: 'long '.repeat(12_000) } })
  expect((await post(desk, { body })).status).toBe(200)
  await desk.idle()
  expect(desk.said('D0MIA')).toEqual([expect.stringMatching(/the desk reads up to 20000/)])
})

test('the public port passes it on, and only where there is such a channel', async () => {
  const desk = await slackDesk({ settings: { SLACK_APP_TOKEN: '' } })
  const [hub, base] = [new Hub(), () => 'https://desk.example']
  const web = { booking: bookingWeb(desk.made, hub, base), forms: formsWeb(desk.made, { hub, base }) }
  const ask = (channels: SlackDesk['channel'][]) =>
    publicApp({ feed: async () => null, ...web, channels }).request('/hooks/slack', { method: 'POST', body: '{}' })
  expect([(await ask([desk.channel])).status, (await ask([])).status]).toEqual([401, 404])
})
