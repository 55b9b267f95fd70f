import { expect, test } from 'vitest'
import { openProvider } from '#app/models.ts'
import { SetClock } from '#app/system.ts'
import { DAY_MS } from '#kernel/units.ts'
import { Day, MONDAY, modelPolicy } from '../harness/model/desk.ts'
import { answers, ModelServer } from '../harness/model/server.ts'
import { SLACK_POLICY, type SlackDesk, slackDesk, until } from '../harness/slack/desk.ts'

const opened = (user: string) => ({
  type: 'assistant_thread_started',
  assistant_thread: { user_id: user, channel_id: `D${user.slice(1)}`, thread_ts: '1700000000.000900' },
})

test('the own page says how far the desk goes alone, as the policy has it', async () => {
  const policy = `${SLACK_POLICY}crm: {autonomy: {note: suggest, merge: never}}\n`
  const desk = await slackDesk({ policy })
  await desk.event({ type: 'app_home_opened', user: 'U0MIA', channel: 'D0MIA', tab: 'home' })
  await until(() => desk.slack.callsOf('views.publish').length === 1)
  const page = JSON.stringify(desk.slack.callsOf('views.publish')[0]?.args.view)
  const crm = /\*crm\*[^"]*/.exec(page)?.[0]
  expect(crm).toContain('does field, stage forward')
  expect(crm).toContain('asks first about stage back, owner')
  expect(crm).toContain('only suggests note')
  expect(crm).toContain('never does merge, delete')
  expect(page).toContain('*scheduling*')
})

/** The page of the founder, drawn anew. */
async function homeOf(desk: SlackDesk): Promise<string> {
  const pages = () => desk.slack.callsOf('views.publish')
  const before = pages().length
  await desk.event({ type: 'app_home_opened', user: 'U0MIA', channel: 'D0MIA', tab: 'home' })
  await until(() => pages().length > before)
  return JSON.stringify(pages().at(-1)?.args.view)
}

test('the own page says what the model has cost today and this month', async () => {
  const server = await ModelServer.open(answers.value(MONDAY))
  const provider = await openProvider({ OPENAI_BASE_URL: server.url })
  if (!provider) throw new Error('no provider')
  const clock = new SetClock(Date.parse('2026-11-09T09:00:00Z'))
  const desk = await slackDesk({ policy: SLACK_POLICY + modelPolicy(), provider, clock })
  const asks = async (text: string) => {
    const model = desk.made.context.models.for({ agent: 'scheduling', task: null, event: null })
    const asked = { tier: 'small', name: 'day', instruction: 'Which day?', text, schema: Day } as const
    expect(await model?.ask(asked)).toMatchObject({ ok: true })
  }
  expect(await homeOf(desk)).toContain('Today: 0 calls, 0 tokens, $0 · This month: 0 calls, 0 tokens, $0')
  await asks('tue pls')
  // Longer ago than a week, and in the same month.
  desk.clock.set(desk.clock.nowMs() + 14 * DAY_MS)
  await asks('mon pls')
  expect(await homeOf(desk)).toContain('Today: 1 call, 320 tokens, $0.0003 · This month: 2 calls, 640 tokens, $0.0006')
  desk.clock.set(Date.parse('2026-12-01T09:00:00Z'))
  expect(await homeOf(desk)).toContain('This month: 0 calls, 0 tokens, $0')
})

test('without a model the own page says nothing of what one costs', async () => {
  expect(await homeOf(await slackDesk())).not.toMatch(/model|\$0|this month/i)
})

test('the pane of the assistant offers members what the desk does for them, and guests what it does for clients', async () => {
  const desk = await slackDesk()
  await desk.event(opened('U0MIA'))
  await desk.event(opened('U0GUEST'))
  const offered = () => desk.slack.callsOf('assistant.threads.setSuggestedPrompts')
  await until(() => offered().length === 2)
  const prompts = offered().map(({ args }) => JSON.stringify(args.prompts))
  expect(prompts).toEqual([expect.stringContaining('"flags"'), expect.not.stringContaining('"flags"')])
  expect(offered()[0]?.args).toMatchObject({ channel_id: 'D0MIA', thread_ts: '1700000000.000900' })
})

test('what is written in the pane is answered in it', async () => {
  const desk = await slackDesk()
  await desk.say('U0MIA', "what's on today", { thread_ts: '1700000000.000900' })
  expect(desk.slack.messages).toMatchObject([{ channel: 'D0MIA', thread: '1700000000.000900' }])
  expect(desk.logged.filter(({ level }) => level !== 'info')).toEqual([])
})
