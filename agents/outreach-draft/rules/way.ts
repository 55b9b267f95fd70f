import { sayBarred, sayWay } from '#kernel/actions/message-send.ts'
import { isWindowOpen, type Reach, type Way } from '#kernel/reach.ts'
import type { Choice } from '#kernel/ruling.ts'

/** By which way somebody is written to, or why by none; `others` are the ways that are open. */
export type Chosen = { way: Way } | { none: string; refused: boolean; others: readonly Way[] }

/**
 * The way that was named; else where they last wrote, as long as nothing stands against it, and mail as the last resort. Who asked for
 * silence where they last wrote is not written to by another way either, unless it was named.
 */
export function chooseWay({ ways }: Reach, channel: string | null, who: string, nowMs: number): Chosen {
  const open = ways.filter(({ barred }) => barred === null)
  if (channel !== null) return named(ways, open, channel, who)
  const [last] = ways
  if (last?.heardMs && last.barred === 'opted_out') return barredWay(last, who, open)
  const [best] = [...open].sort((a, b) => rank(a, nowMs) - rank(b, nowMs) || (b.heardMs ?? 0) - (a.heardMs ?? 0))
  if (best) return { way: best }
  if (last) return barredWay(last, who, [])
  return {
    none: `I have no way of writing to ${who}: nothing that sends reaches an address of theirs`,
    refused: false,
    others: [],
  }
}

/** Where they wrote, then where free text may go, then the rest; mail last. */
function rank(way: Way, nowMs: number): number {
  if (way.heardMs !== null) return 0
  if (way.address?.includes('@')) return 2
  return isWindowOpen(way, nowMs) ? 1 : 3
}

function named(ways: readonly Way[], open: readonly Way[], channel: string, who: string): Chosen {
  const asked = ways.filter((one) => one.channel === channel)
  const way = asked.find(({ barred }) => barred === null)
  if (way) return { way }
  const others = open.filter((one) => one.channel !== channel)
  const [barred] = asked
  if (barred) return barredWay(barred, who, others)
  const place = sayWay({ channel, address: null })
  return { none: `${who} has no address on file that I can write to by ${place}`, refused: false, others }
}

const barredWay = (way: Way, who: string, others: readonly Way[]): Chosen => ({
  none: sayBarred(way, who) ?? '',
  refused: way.barred === 'opted_out',
  others,
})

/** One tap for each way that is open. */
export const wayChoices = (others: readonly Way[]): Choice[] => [
  ...[...new Set(others.map(({ channel }) => channel))]
    .slice(0, 4)
    .map((channel) => ({ label: `By ${sayWay({ channel, address: null })}`, value: channel })),
  { label: 'Leave it', value: 'no' },
]
