import { onTestFinished } from 'vitest'
import { openChannels, startChannels } from '#app/channels.ts'
import { type Composition, compose } from '#app/compose.ts'
import { type Home, openHome } from '#app/home.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import type { DeskChange } from '#desk/context.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Channel } from '#ports/channel.ts'
import { type LogFields, silentLog } from '#ports/log.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import { type FlagRow, openFlags } from '#store/flags/flag-rows.ts'
import { tempFolder } from './home.ts'
import { until } from './until.ts'

/** A Monday morning on which the team is at work. */
export const NOW = '2026-11-23T09:00:00Z'

/** Longest that channels may take to open on a busy machine. */
const OPENING_MS = 20_000
const HAS_OPENED = /the channel (is open|stays closed|is opened again)/

export interface StartOptions {
  /** The team's policy, as its file has it. */
  policy: string
  /** Settings that open channels, by the names of the environment. */
  settings: Readonly<Record<string, string>>
  /** Channels that need no settings, beside those. */
  beside: readonly Channel[]
  /** Another desk over the same home is its next start. */
  home?: Home
  clock?: SetClock
  /** Who has the models; none without. */
  provider?: ModelProvider | null
  /** The desk runs without the channels that its settings open. */
  absent?: boolean
  changed?(change: DeskChange): void
}

/** A whole desk whose channels are opened as the program opens them. */
export interface StartedDesk {
  made: Composition
  /** What the settings opened. */
  channels: readonly Channel[]
  clock: SetClock
  home: Home
  /** Log lines, the oldest first. */
  logged: { level: string; fields: LogFields; message: string }[]
  flags(): Promise<FlagRow[]>
  /** Lets what is due happen. */
  idle(): Promise<void>
  /** Lets time pass, and what is due happen. */
  pass(ms: number): Promise<void>
  stop(): Promise<void>
}

/** Starts a desk and waits for its channels; it stops with the test, unless that happened before. */
export async function startDesk(options: StartOptions): Promise<StartedDesk> {
  const home = options.home ?? openHome(tempFolder('memory'))
  const clock = options.clock ?? new SetClock(Date.parse(NOW))
  const parsed = parsePolicy(options.policy, { file: 'policy.yaml' })
  const policy = () => parsed
  const logged: StartedDesk['logged'] = []
  const note = (level: string) => (fields: LogFields, message: string) => void logged.push({ level, fields, message })
  const log = { ...silentLog, info: note('info'), warn: note('warn'), error: note('error') }
  const channels = await openChannels(options.settings, { clock, log, policy })
  const present = options.absent ? [] : channels
  const made = await compose({
    home,
    clock,
    random: systemRandom,
    log,
    policy,
    channels: [...options.beside, ...present],
    alarms: false,
    provider: options.provider ?? null,
    ...(options.changed && { changed: options.changed }),
  })
  await made.desk.start()
  const close = startChannels(present, made.desk, log)
  await until(() => logged.filter(({ message }) => HAS_OPENED.test(message)).length >= present.length, OPENING_MS)
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
    channels,
    clock,
    home,
    logged,
    flags: () => made.sql.read(openFlags),
    idle,
    async pass(ms) {
      clock.set(clock.nowMs() + ms)
      await idle()
    },
    stop,
  }
}
