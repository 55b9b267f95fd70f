import { percentiles } from '../measure.ts'
import { discordProvider } from './discord.ts'
import { PEOPLE, type Provider, type Reached } from './provider.ts'
import { slackProvider } from './slack.ts'
import { whatsAppProvider } from './whatsapp.ts'

/** Receivers by name, each with the provider's side of it. */
export const PROVIDERS = {
  'slack socket': () => slackProvider('socket'),
  'slack http': () => slackProvider('http'),
  'discord gateway': discordProvider,
  'whatsapp hook': whatsAppProvider,
} as const satisfies Record<string, () => Promise<Provider>>
export type Receiver = keyof typeof PROVIDERS

/** What the bench asks of the generator's process. */
export interface Order extends Reached {
  aSecond: number
  seconds: number
}

/** What it tells: first its settings, then what came of an order. */
export type Told = { settings: Readonly<Record<string, string>> } | { generated: Generated }

export interface Generated {
  sent: number
  /** Null where the provider is never told. */
  acknowledged: { count: number; p50: number; p99: number; slowest: number } | null
  /** Deliveries that were refused. */
  refused: number
  /** Processor time of this process while it generated, as a share of one processor. */
  cpu: number
}

/** Every tenth message asks for a look into the calendar; the others are words to the desk itself. */
const textOf = (nth: number): string => (nth % 10 === 0 ? "what's on tomorrow" : 'flags')

const STEP_MS = 5
const PATIENCE_MS = 60_000

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Delivers so many messages a second, whether they are acknowledged or not. */
async function generate(provider: Provider, { aSecond, seconds, publicUrl }: Order): Promise<Generated> {
  while (!(await provider.isMet({ publicUrl }))) await sleep(100)
  const total = aSecond * seconds
  const times: number[] = []
  let refused = 0
  let told = true
  /** Of who waits to write again, the message before. The wait counts as the provider's. */
  const before = new Map<number, Promise<void>>()
  const deliver = async (nth: number): Promise<void> => {
    const startedMs = performance.now()
    if (provider.posts) await before.get(nth % PEOPLE)
    try {
      told = await provider.deliver({ nth, person: nth % PEOPLE, text: textOf(nth) }, { publicUrl })
      times.push(performance.now() - startedMs)
    } catch {
      refused++
    }
  }
  const usedBefore = process.cpuUsage()
  const startedMs = performance.now()
  for (let nth = 0; nth < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedMs) / 1000) * aSecond) + 1)
    for (; nth < due; nth++) before.set(nth % PEOPLE, deliver(nth))
    await sleep(STEP_MS)
  }
  const { user, system } = process.cpuUsage(usedBefore)
  const cpu = (user + system) / 1000 / (performance.now() - startedMs)
  for (let waitedMs = 0; times.length + refused < total && waitedMs < PATIENCE_MS; waitedMs += STEP_MS)
    await sleep(STEP_MS)
  const acknowledged = { count: times.length, ...percentiles(times), slowest: Math.max(...times) }
  return { sent: total, acknowledged: told ? acknowledged : null, refused, cpu }
}

const tell = (told: Told): void => void process.send?.(told)

/** The generator as a process of its own: its first argument names the receiver. */
async function main(receiver: Receiver): Promise<void> {
  const provider = await PROVIDERS[receiver]()
  process.on('message', (order: Order) => {
    void generate(provider, order).then((generated) => tell({ generated }))
  })
  process.on('disconnect', () => process.exit(0))
  tell({ settings: provider.settings })
}

if (process.send) await main(process.argv[2] as Receiver)
