import { expect, test } from 'vitest'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock } from '#app/system.ts'
import { parsePolicy } from '#policy/policy.ts'
import { messageOf } from '#store/outbox/outbox.ts'
import { tempHome } from '#test/harness/home.ts'
import { openDesk } from '#test/harness/runner.ts'
import { teamHand } from './team-hand.ts'

const policy = parsePolicy(
  `version: 1
company: {name: Northwind, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, working_hours: {mon-fri: "09:00-17:00"}}
`,
  { file: 'policy.yaml' },
)
const FRIDAY_NIGHT = '2026-11-20T22:00:00Z'
const MONDAY_NINE = '2026-11-23T09:00:00Z'

async function handAt(at: string) {
  const desk = await openDesk(tempHome())
  const { sql } = desk.runner.composition
  const channels = new Map(['console', 'slack', 'whatsapp'].map((name) => [name, quietChannel(name)]))
  const clock = new SetClock(Date.parse(at))
  const rows = async (key: string) => {
    const found = []
    for (const channel of channels.keys()) {
      const row = await sql.read(() => messageOf(`notify:${key}:${channel}`))
      if (row) found.push({ channel, at: new Date(row.createdMs).toISOString(), to: row.to })
    }
    return found
  }
  return { hand: teamHand({ sql, channels, clock, policy: () => policy }), rows }
}

const notice = (some: object = {}) => ({ to: 'mia', lead: null, text: 'A warm lead', urgent: false, how: [], ...some })

test('what is not urgent waits on every channel until the member works', async () => {
  const { hand, rows } = await handAt(FRIDAY_NIGHT)
  const { record } = await hand.call('team.notify', notice(), 'k1')
  expect(await rows('k1')).toEqual(
    ['console', 'slack', 'whatsapp'].map((channel) => ({
      channel,
      at: MONDAY_NINE.replace('Z', '.000Z'),
      to: ['mia'],
    })),
  )
  expect(await hand.verify('team.notify', notice(), record)).toEqual({
    after: { to: 'mia', text: 'A warm lead', fromMs: Date.parse(MONDAY_NINE) },
    asAsked: true,
  })
})

test('what is urgent goes now, by the ways the policy names; the console shows it too', async () => {
  const { hand, rows } = await handAt(FRIDAY_NIGHT)
  await hand.call('team.notify', notice({ urgent: true, how: ['whatsapp', 'webhook'] }), 'k1')
  expect((await rows('k1')).map(({ channel, at }) => [channel, Date.parse(at)])).toEqual([
    ['console', Date.parse(FRIDAY_NIGHT)],
    ['whatsapp', Date.parse(FRIDAY_NIGHT)],
  ])
})

test('where no way the policy names is set up, every channel is tried', async () => {
  const { hand, rows } = await handAt(FRIDAY_NIGHT)
  await hand.call('team.notify', notice({ urgent: true, how: ['discord'] }), 'k1')
  expect(await rows('k1')).toHaveLength(3)
})

test('after a crash it is found, and a second call adds nothing', async () => {
  const { hand, rows } = await handAt(MONDAY_NINE)
  expect(await hand.landed('team.notify', notice(), 'k1', null)).toBeNull()
  await hand.call('team.notify', notice(), 'k1')
  await hand.call('team.notify', notice(), 'k1')
  expect(await rows('k1')).toHaveLength(3)
  expect(await hand.landed('team.notify', notice(), 'k1', null)).toMatchObject({ record: 'notify:k1' })
})

test('text from outside loses what would change how it reads, and still counts as what was asked for', async () => {
  const { hand } = await handAt(MONDAY_NINE)
  const text = 'Lead: \u202Eevil\u0007'
  const { record } = await hand.call('team.notify', notice({ text }), 'k1')
  expect(await hand.verify('team.notify', notice({ text }), record)).toMatchObject({
    after: { text: 'Lead: evil' },
    asAsked: true,
  })
})

test('nobody outside the team is told', async () => {
  const { hand } = await handAt(MONDAY_NINE)
  await expect(hand.call('team.notify', notice({ to: 'pia@kite.io' }), 'k1')).rejects.toThrow('nobody of the team')
})
