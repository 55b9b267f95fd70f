import { expect, onTestFinished, test } from 'vitest'
import { openChannels } from '#app/channels.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { CardField, ChannelDesk } from '#ports/channel.ts'
import { silentLog } from '#ports/log.ts'
import { HeardDesk } from '#test/conformance/channel.ts'
import { DISCORD_POLICY, formIn, NOW, until } from '#test/harness/discord/desk.ts'
import { directOf, MIA, userOf } from '#test/harness/discord/people.ts'
import { DiscordServer } from '#test/harness/discord/server.ts'

const FIELDS: CardField[] = [
  { name: '0.title', label: 'Title', type: 'text', value: 'Jo' },
  { name: '0.start', label: 'Starts', type: 'datetime-local', value: '2026-11-26T11:00' },
  { name: '0.attendees', label: 'Guests', type: 'emails', value: '' },
  { name: '0.keep.stage', label: 'Write the stage', type: 'check', value: 'yes' },
  { name: '1.title', label: 'Title', type: 'text', value: `Kim${'!'.repeat(120)}` },
  { name: '1.start', label: 'Starts', type: 'date', value: '2026-11-27' },
]

/** A Discord with a desk whose card has these fields. */
async function withFields(fields: CardField[]) {
  const discord = new DiscordServer()
  await discord.open()
  const settings = { DISCORD_BOT_TOKEN: 'a-bot-token', DISCORD_API_URL: discord.url }
  const clock = new SetClock(Date.parse(NOW))
  const policy = parsePolicy(DISCORD_POLICY, { file: 'policy.yaml' })
  const [channel] = await openChannels(settings, { clock, log: silentLog, policy: () => policy })
  if (!channel) throw new Error('Discord was not opened')
  const desk = new HeardDesk()
  desk.editForm = (async () => ({ headline: 'Book both?', zone: 'Europe/London', fields })) as ChannelDesk['editForm']
  await channel.start(desk)
  onTestFinished(async () => {
    await channel.stop()
    await discord.close()
  })
  const answered = async (type: number, data: object): Promise<void> => {
    const before = discord.answers().length
    discord.interact(type, data, { channel_id: directOf(MIA), user: userOf(MIA) })
    await until(() => discord.answers().length > before)
  }
  return { discord, desk, answered }
}

const tapped = (custom_id: string, values?: string[]) => ({ custom_id, component_type: 2, ...(values && { values }) })
const sent = (custom_id: string, values: Record<string, string | boolean>) => ({
  custom_id,
  components: Object.entries(values).map(([name, value]) => ({
    type: 18,
    component: { type: 4, custom_id: name, value },
  })),
})

test('a form holds each kind of field, and what is sent is what the desk reads', async () => {
  const { discord, desk, answered } = await withFields(FIELDS.slice(0, 4))
  await answered(3, tapped('edit:a-ticket'))
  const { components } = formIn(discord)
  expect(components.map(({ component }) => [component.type, component.value ?? component.default])).toEqual([
    [4, 'Jo'],
    [4, '2026-11-26 11:00'],
    [4, undefined],
    [23, true],
  ])
  await answered(
    5,
    sent('edit:a-ticket', {
      '0.title': ' Jo ',
      '0.start': '2026-11-26 14:30',
      '0.attendees': '',
      '0.keep.stage': false,
    }),
  )
  await until(() => desk.heard.length === 1)
  expect(desk.heard[0]?.press).toEqual({
    ticket: 'a-ticket',
    verb: 'edit',
    fields: { '0.title': 'Jo', '0.start': '2026-11-26T14:30', '0.attendees': '', '0.keep.stage': '' },
  })
})

test('what is more than one form holds is picked from first, five at most; what is not picked is not sent', async () => {
  const { discord, desk, answered } = await withFields(FIELDS)
  await answered(3, tapped('edit:a-ticket'))
  expect(discord.answers()).toMatchObject([{ type: 4, data: { flags: 64 } }])
  const [row] = (discord.answers()[0]?.data?.components ?? []) as { components: Record<string, unknown>[] }[]
  const list = row?.components[0] as {
    custom_id: string
    max_values: number
    options: { value: string; description?: string }[]
  }
  expect([list.custom_id, list.max_values]).toEqual(['fields:a-ticket', 5])
  expect(list.options.map(({ value }) => value)).toEqual(FIELDS.map(({ name }) => name))
  expect(list.options.every(({ description }) => description === undefined || description.length <= 100)).toBe(true)
  await answered(3, tapped(list.custom_id, ['0.title', '1.title']))
  expect(formIn(discord).components.map(({ component }) => component.custom_id)).toEqual(['0.title', '1.title'])
  await answered(5, sent('edit:a-ticket', { '0.title': 'Jo', '1.title': 'Kim' }))
  await until(() => desk.heard.length === 1)
  expect(desk.heard[0]?.press?.fields).toEqual({ '0.title': 'Jo', '1.title': 'Kim' })
})
