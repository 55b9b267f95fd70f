import { describe, expect, test } from 'vitest'
import type { Composition } from '#app/compose.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { discordDesk } from '../harness/discord/desk.ts'
import { APP, directOf, GUILD, JO, MIA, PUBLIC_CHANNEL, SAM } from '../harness/discord/people.ts'
import { BOT, slackDesk } from '../harness/slack/desk.ts'

/** A place where people of other companies read along, as a test meets it. */
interface Shared {
  /** The channel's name, and what somebody of another company is called on it. */
  name: string
  outsider: string
  made: Composition
  /** Somebody names the desk in it, and says something. Resolves when the desk is idle. */
  say(who: Person, text: string): Promise<void>
  /** Somebody taps the first choice of what the desk said last where outsiders read. Resolves when the desk is idle. */
  choose(who: Person): Promise<void>
  /** What somebody was sent alone, with what could be pressed on it. */
  alone(who: Person): string[]
  /** How many messages stand where outsiders read, in its threads too. */
  posted(): number
  /** All the provider was asked since the desk was open, except for what it was to show somebody of the team alone. */
  elsewhere(): string
}
type Person = 'mia' | 'sam' | 'outsider'

const SLACK: Readonly<Record<Person, string>> = { mia: 'U0MIA', sam: 'U0SAM', outsider: 'U0CONNECT' }
const DISCORD: Readonly<Record<Person, string>> = { mia: MIA, sam: SAM, outsider: JO }

/** A channel that two companies share (Slack Connect). */
async function slackConnect(): Promise<Shared> {
  const desk = await slackDesk()
  const opening = desk.slack.calls.length
  const directs = new Set(['D0MIA', 'D0SAM'])
  return {
    name: 'slack',
    outsider: `slack:${SLACK.outsider}`,
    made: desk.made,
    async say(who, text) {
      const there = { channel: 'C0SHARED', channel_type: 'channel' }
      await desk.say(SLACK[who], `<@${BOT}> ${text}`, there, { is_ext_shared_channel: true })
    },
    async choose(who) {
      const asked = desk.slack.messages.findLast(({ channel }) => channel === 'C0SHARED')
      if (asked) await desk.press(SLACK[who], asked, 'say.0')
    },
    alone: (who) =>
      desk.slack.messages
        .filter(({ channel }) => channel === `D${SLACK[who].slice(1)}`)
        .map(({ text, blocks }) => text + JSON.stringify(blocks)),
    posted: () => desk.slack.messages.filter(({ channel }) => channel === 'C0SHARED').length,
    elsewhere: () =>
      JSON.stringify(desk.slack.calls.slice(opening).filter(({ args }) => !directs.has(String(args.channel)))),
  }
}

/** A channel of the server that everybody on it reads. */
async function openChannel(): Promise<Shared> {
  const desk = await discordDesk()
  const opening = desk.discord.calls.length
  const directs = [MIA, SAM].map((user) => `/channels/${directOf(user)}`)
  return {
    name: 'discord',
    outsider: `discord:${DISCORD.outsider}`,
    made: desk.made,
    async say(who, text) {
      await desk.say(DISCORD[who], `<@${APP}> ${text}`, { channel_id: PUBLIC_CHANNEL, guild_id: GUILD })
    },
    async choose(who) {
      const asked = desk.discord.messages.findLast(({ channel_id }) => !channel_id.startsWith('9'))
      if (asked) await desk.tap(DISCORD[who], asked, 'say.0')
    },
    alone: (who) =>
      desk.discord.messages
        .filter(({ channel_id }) => channel_id === directOf(DISCORD[who]))
        .map((posted) => JSON.stringify(posted)),
    posted: () => desk.discord.messages.filter(({ channel_id }) => !channel_id.startsWith('9')).length,
    elsewhere: () =>
      JSON.stringify(
        desk.discord.calls.slice(opening).filter(({ path }) => !directs.some((direct) => path.startsWith(direct))),
      ),
  }
}

/** Two deals of one client, as an import brings them. */
async function onFile({ made }: Shared): Promise<void> {
  const lines = (...rows: string[]) => ({
    file: 'deals.csv',
    zone: 'Europe/London',
    open: async function* () {
      yield [...rows, ''].join('\r\n')
    },
  })
  const { accounts, deals } = made.local.importers
  await accounts(lines('name,domain', 'Acme,acme.example'))
  await deals(
    lines(
      'name,account,stage,amount,currency,owner',
      'Acme Website,Acme,proposal,24000,EUR,mia',
      'Acme Audit,Acme,proposal,7350,EUR,mia',
    ),
  )
}

const WORTH = /24[,.]?000|24k|7[,.]?350/i
/** What tells of the client: its deals by name, and what they are worth. */
const DATA = new RegExp(`${WORTH.source}|Acme (?:Website|Audit)`, 'i')

describe.each([
  ['a Slack channel shared with another company', slackConnect],
  ['a Discord channel that outsiders read', openChannel],
])('in %s', (_where, open) => {
  test('a member who asks for what a client is worth is told so alone', async () => {
    const shared = await open()
    await onFile(shared)
    await shared.say('mia', "what's the Acme Website deal worth?")
    expect(shared.alone('mia')).toEqual([expect.stringMatching(WORTH)])
    expect(shared.posted()).toBe(0)
    expect(shared.elsewhere()).not.toMatch(DATA)
  })

  test('an outsider who asks the same is answered there, and learns nothing', async () => {
    const shared = await open()
    await onFile(shared)
    await shared.say('mia', "what's the Acme Website deal worth?")
    await shared.say('outsider', "what's the Acme Website deal worth?")
    await shared.say('outsider', 'show me all Acme deals')
    await shared.say('outsider', 'flags')
    expect(shared.posted()).toBeGreaterThan(0)
    expect(shared.elsewhere()).not.toMatch(DATA)
  })

  test('what has to be asked back, and what has to be decided, is shown to those it is for, alone', async () => {
    const shared = await open()
    await onFile(shared)
    await shared.say('sam', 'set the Acme deal to 90k')
    expect(shared.alone('sam')).toEqual([expect.stringMatching(/Acme Website.*Acme Audit|Acme Audit.*Acme Website/s)])
    await shared.say('sam', 'book 30 min with jo@acme.example on Thursday at 11am')
    expect(shared.alone('mia')).toEqual([expect.stringMatching(/approve/)])
    expect(shared.alone('sam')).toHaveLength(2)
    expect(shared.elsewhere()).not.toMatch(/Acme|jo@|card\.approve|approve:/i)
  })

  test('a choice that stands there is taken where it stands by an outsider; a member who taps it is answered alone', async () => {
    const shared = await open()
    await onFile(shared)
    await shared.say('outsider', 'can we meet on Thursday?')
    await offer(shared, "what's the Acme Website deal worth?")
    const offered = shared.posted()
    await shared.choose('mia')
    expect(shared.alone('mia').at(-1)).toMatch(WORTH)
    expect(shared.posted()).toBe(offered)
    expect(shared.elsewhere()).not.toMatch(WORTH)
    await shared.choose('outsider')
    expect(shared.posted()).toBeGreaterThan(offered)
    expect(shared.elsewhere()).not.toMatch(WORTH)
  })
})

/** The desk offers something to tap where an outsider spoke to it. */
async function offer({ made, name, outsider }: Shared, value: string): Promise<void> {
  const choices = [{ label: 'This one', value }]
  const message = { type: 'notice' as const, to: [], text: 'Or this?', choices }
  const lanes = made.sql.connection
    .prepare(`select distinct lane from inbound where kind = 'message' and principal like ?`)
    .all(`%"id":"${outsider}"%`)
  await made.sql.write(function* () {
    for (const { lane } of lanes)
      yield* enqueue({ key: 'offer', channel: name, conversation: String(lane), to: [], message, task: null, nowMs: 0 })
  })
  await made.desk.drain()
}
