import { onTestFinished } from 'vitest'
import { openChannels, startChannels } from '#app/channels.ts'
import { type Composition, compose } from '#app/compose.ts'
import { type Home, openHome } from '#app/home.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { Hub } from '#desk/views/hub.ts'
import { consoleChannel } from '#integrations/console/channel.ts'
import { type Policy, parsePolicy } from '#policy/policy.ts'
import { type Log, type LogFields, silentLog } from '#ports/log.ts'
import { type FlagRow, openFlags } from '#store/flags/flag-rows.ts'
import { tempFolder } from '../home.ts'
import { until } from '../slack/desk.ts'
import { type Front, MEMBERS, type Member, type OpenFront } from './front.ts'

export const NOW = '2026-11-23T09:00:00Z'

const PEOPLE: Readonly<Record<Member, string>> = {
  mia: 'name: Mia Chen, roles: [founder, approver], backup: lee',
  lee: 'name: Lee Park, roles: [approver]',
  sam: 'name: Sam Ortiz, roles: [sales]',
  priya: 'name: Priya Shah, roles: [engineering]',
}

/** A desk that its team meets in several places at once. */
export interface FrontDesk {
  made: Composition
  clock: SetClock
  home: Home
  fronts: readonly Front[]
  logged: { level: string; fields: LogFields; message: string }[]
  /** Lets what is due happen. */
  idle(): Promise<void>
  /** Lets time pass, and what is due happen. */
  pass(ms: number): Promise<void>
  flags(): Promise<FlagRow[]>
  stop(): Promise<void>
}

export interface FrontDeskOptions {
  home?: Home
  clock?: SetClock
  /** Lines added to the policy. */
  policy?: string
}

/** Opens places, closed with the test. */
export async function openFronts(open: readonly OpenFront[]): Promise<Front[]> {
  const fronts = await Promise.all(open.map((one) => one()))
  onTestFinished(async () => void (await Promise.all(fronts.map((front) => front.close()))))
  return fronts
}

/** A whole desk in those places; another one over the same home is its next start. */
export async function frontDesk(fronts: readonly Front[], options: FrontDeskOptions = {}): Promise<FrontDesk> {
  const home = options.home ?? openHome(tempFolder('memory'))
  const clock = options.clock ?? new SetClock(Date.parse(NOW))
  const policy = parsePolicy(policyFor(fronts) + (options.policy ?? ''), { file: 'policy.yaml' })
  const logged: FrontDesk['logged'] = []
  const log = keeping(logged)
  const settings = Object.assign({}, ...fronts.map((front) => front.settings)) as Record<string, string>
  const channels = await openChannels(settings, { clock, log, policy: () => policy })
  const hub = new Hub()
  const made = await compose({
    home,
    clock,
    random: systemRandom,
    log,
    policy: (): Policy => policy,
    channels: [
      consoleChannel(({ conversation }) => hub.tell({ topic: 'conversation', id: conversation })),
      ...channels,
    ],
    alarms: false,
    changed: hub.tell,
  })
  await made.desk.start()
  const close = startChannels(channels, made.desk, log)
  const opened = () => logged.filter(({ message }) => /the channel (is open|stays closed)/.test(message)).length
  await until(() => opened() === channels.length, 20_000)
  for (const front of fronts)
    await front.join({ made, hub, clock, channel: channels.find(({ name }) => name === front.name) })
  const idle = () => made.desk.drain()
  await idle()
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await close()
    await made.close()
  }
  onTestFinished(stop)
  return {
    made,
    clock,
    home,
    fronts,
    logged,
    idle,
    async pass(ms) {
      clock.set(clock.nowMs() + ms)
      await idle()
    },
    flags: () => made.sql.read(openFlags),
    stop,
  }
}

function policyFor(fronts: readonly Front[]): string {
  const people = MEMBERS.map((id) => {
    const handles = fronts.flatMap(({ name, handles }) => (handles[id] ? [`${name}: "${handles[id]}"`] : []))
    const rest = ['working_hours: {mon-fri: "09:00-17:00"}', `email: ${id}@northwind.example`, ...handles]
    return `  - {id: ${id}, ${PEOPLE[id]}, ${rest.join(', ')}}`
  })
  return [
    'version: 1',
    'company: {name: Northwind Studio, timezone: Europe/London, currency: EUR}',
    'people:',
    ...people,
    '',
  ].join('\n')
}

function keeping(logged: FrontDesk['logged']): Log {
  const note = (level: string) => (fields: LogFields, message: string) => void logged.push({ level, fields, message })
  return { ...silentLog, info: note('info'), warn: note('warn'), error: note('error') }
}
