import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { plug } from '#integrations/slack/index.ts'
import { SlackServer } from '#test/harness/slack/server.ts'
import { checkChannels } from '../../src/cli/doctor/channels.ts'
import { NEEDS } from './needs.ts'

async function server(): Promise<SlackServer> {
  const slack = new SlackServer()
  await slack.open()
  onTestFinished(() => slack.close())
  return slack
}
const given = (slack: SlackServer) => ({
  SLACK_BOT_TOKEN: 'xoxb-very-secret',
  SLACK_APP_TOKEN: 'xapp-very-secret',
  SLACK_API_URL: slack.url,
})

test('one call with each token, and both are well', async () => {
  const slack = await server()
  slack.scopes = [...NEEDS.scopes]
  expect(await plug.check(given(slack))).toEqual([
    { state: 'ok', says: 'the bot is nightdesk in Northwind.' },
    { state: 'ok', says: 'Socket Mode is open to this desk; it needs no public address.' },
  ])
  expect(slack.calls.map((call) => call.method).sort()).toEqual(['apps.connections.open', 'auth.test'])
})

test.each([
  ['chat:write', 'fail'],
  ['assistant:write', 'warn'],
])('a missing scope is named with its fix: %s', async (scope, state) => {
  const slack = await server()
  slack.scopes = NEEDS.scopes.filter((one) => one !== scope)
  expect((await plug.check(given(slack)))[0]).toEqual({
    state,
    says: `the app lacks ${scope}; add it under OAuth & Permissions, as in slack-manifest.yaml, and install the app again.`,
  })
})

test.each([
  ['auth.test', 'invalid_auth', /SLACK_BOT_TOKEN \(invalid_auth\); copy it anew/],
  ['auth.test', 'account_inactive', /no longer active; install the app again/],
  ['apps.connections.open', 'missing_scope', /SLACK_APP_TOKEN lacks connections:write; make a new app-level token/],
  ['apps.connections.open', 'not_allowed_token_type', /SLACK_APP_TOKEN holds another kind of token/],
])('%s answered with %s: the token is named with the fix, and not shown', async (method, error, says) => {
  const slack = await server()
  slack.fault(method, { error })
  const findings = await plug.check(given(slack))
  expect(findings.find((one) => one.state === 'fail')?.says).toMatch(says)
  expect(JSON.stringify(findings)).not.toContain('very-secret')
})

test('Slack that does not answer is a warning: the token may be well', async () => {
  const slack = await server()
  slack.fault('auth.test', 'reset')
  expect((await plug.check(given(slack)))[0]).toMatchObject({ state: 'warn' })
})

test('half of a set-up names what is missing; nothing of it is nothing to check', async () => {
  const half = await checkChannels({ channels: { SLACK_BOT_TOKEN: 'xoxb-1' } })
  expect(half).toEqual([
    { state: 'fail', about: 'slack', says: expect.stringMatching(/^SLACK_APP_TOKEN is not set: /) },
  ])
  expect(await checkChannels({ channels: {} })).toEqual([])
})

test.each([
  ['SLACK_BOT_TOKEN', 'xapp-the-wrong-one'],
  ['SLACK_API_URL', 'http://slack.example/api'],
])('%s that cannot be right is refused at the start, without its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not what it should be: expected`))
  expect(() => readConfig({ [name]: value })).not.toThrow(new RegExp(value))
})
