import { expect, test } from 'vitest'
import { SLACK_POLICY, slackDesk, until } from '../harness/slack/desk.ts'

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
