import { expect, onTestFinished, test } from 'vitest'
import { closedChannels } from '#desk/watch/closed-channels.ts'
import { DeskError } from '#kernel/errors.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Channel, ChannelDesk } from '#ports/channel.ts'
import { silentLog } from '#ports/log.ts'
import { messagesIn } from '#store/outbox/outbox.ts'
import { tempHome } from '#test/harness/home.ts'
import { startChannels } from './channels.ts'
import { compose } from './compose.ts'
import { quietChannel } from './quiet-channel.ts'
import { SetClock, systemRandom } from './system.ts'

const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver]}
`
const refused = () => new DeskError('CHANNEL_SETUP', { name: 'Chat', problem: 'the token is refused; copy it anew' })

/** A desk with a channel whose provider refuses it so many times, and then does not. */
async function desk(refusals: number) {
  let starts = 0
  let given: ChannelDesk | null = null
  const opened = Promise.withResolvers<void>()
  const chat: Channel = {
    ...quietChannel('chat'),
    async start(to) {
      if (++starts <= refusals) throw refused()
      given = to
      opened.resolve()
    },
  }
  const policy = parsePolicy(POLICY, { file: 'policy.yaml' })
  const made = await compose({
    home: tempHome(),
    clock: new SetClock(Date.parse('2026-11-23T09:00:00Z')),
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [quietChannel('console'), chat],
    alarms: false,
  })
  await made.desk.start()
  const stop = startChannels([chat], made.desk, silentLog, { closedMs: 1 })
  onTestFinished(async () => {
    await stop()
    await made.close()
  })
  const told = () => made.sql.read(() => messagesIn('flags:mia', 9))
  return {
    opened: opened.promise,
    told,
    closed: () => closedChannels(made.context),
    given: () => given,
    starts: () => starts,
  }
}

test('a channel that is refused is tried again, and its owner is told once, elsewhere, with the fix', async () => {
  const { opened, told, closed } = await desk(3)
  await opened
  expect(await told()).toMatchObject([
    {
      channel: 'console',
      message: { text: expect.stringMatching(/^Chat cannot be used: the token is refused; copy it anew\./) },
    },
  ])
  await expect.poll(closed).toEqual([])
})

test('a channel that is closed after it was open is started again; until then it is named', async () => {
  const { opened, told, closed, given, starts } = await desk(0)
  await opened
  expect(await closed()).toEqual([])
  given()?.closed(refused())
  await expect.poll(starts).toBe(2)
  expect(await told()).toHaveLength(1)
  await expect.poll(closed).toEqual([])
})
