import { isAllDay, type SeriesChange, WholeSeries } from '#kernel/event.ts'
import { canonical } from '#kernel/ids.ts'
import { occurrencesOf } from '#kernel/series/occurrences.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { Hand } from './hand.ts'

type Args = Record<string, unknown>
type Rest = { id: string; version: string } | null

export const SERIES_KINDS: ReadonlySet<string> = new Set(['calendar.split', 'calendar.end', 'calendar.rejoin'])

/** How far behind a cut the earlier half is looked at: a rule that still starts something there was not ended. */
const BEHIND_CUT_MS = 400 * DAY_MS

/**
 * The hand for whole series. What it reads back is the earlier half and, in `rest`, what goes on from the cut: with a
 * calendar that writes them one after the other, only both together are the split.
 */
export function seriesHand(calendar: Calendar): Omit<Hand, 'outward'> {
  const image = async (id: string, restId: string | null) => {
    const series = await calendar.series(id)
    return series && { ...series, rest: restId === null ? null : await calendar.series(restId) }
  }
  const changeIn = (kind: string, args: Args) => (kind === 'calendar.end' ? null : (args.change as SeriesChange))

  async function verify(kind: string, args: Args, record: string) {
    const id = String(args.id)
    if (kind === 'calendar.rejoin') {
      const after = await calendar.series(id)
      const rest = args.rest as Rest
      const gone = rest === null || (await calendar.series(rest.id)) === null
      return { after, asAsked: after !== null && gone && sameSeries(after, WholeSeries.parse(args.before)) }
    }
    const after = await image(id, record === id ? null : record)
    const change = changeIn(kind, args)
    const from = String(args.from)
    if (!after) return { after, asAsked: false }
    if (record === id && change !== null) return { after, asAsked: shows(after, from, change) }
    const ended = !startsBehind(after, from)
    return { after, asAsked: ended && (change === null || (after.rest !== null && shows(after.rest, from, change))) }
  }

  return {
    async look(kind, args) {
      const rest = kind === 'calendar.rejoin' ? (args.rest as Rest) : null
      return kind === 'calendar.rejoin' ? image(String(args.id), rest?.id ?? null) : calendar.series(String(args.id))
    },

    async landed(kind, args, key, before) {
      const id = String(args.id)
      const made = kind === 'calendar.split' ? await calendar.findByKey(key) : null
      const now = await calendar.series(id)
      const touched = now && now.version !== (before as WholeSeries | null)?.version
      if (!made && !touched) return null
      const record = made?.id ?? id
      const { after, asAsked } = await verify(kind, args, record)
      return asAsked ? { record, after } : null
    },

    async call(kind, args, key) {
      const id = String(args.id)
      const version = String(args.version)
      if (kind === 'calendar.rejoin') {
        const { id: record } = await calendar.rejoin(WholeSeries.parse(args.before), version, args.rest as Rest)
        return { record }
      }
      const cut = { from: String(args.from), change: changeIn(kind, args) }
      return { record: (await calendar.split(id, cut, version, key)).id }
    },

    verify,
  }
}

/** Whether a series says from its first instance on what was asked for. */
function shows(series: WholeSeries, from: string, change: SeriesChange): boolean {
  const asked = Object.entries({ start: from, ...change }).filter(([, value]) => value !== undefined)
  return asked.every(([field, value]) => canonical(series[field as keyof WholeSeries]) === canonical(value))
}

/** Whether the rule still starts an instance at the cut or later. */
function startsBehind({ start, end, zone, recurrence, leftOut, added }: WholeSeries, from: string): boolean {
  const shape = { start, end, zone, recurrence, exdates: leftOut, rdates: added }
  const fromMs = Date.parse(from) - (isAllDay({ start: from }) ? DAY_MS : 0)
  for (const one of occurrencesOf(shape, fromMs, fromMs + BEHIND_CUT_MS)) if (one.start >= from) return true
  return false
}

/** Equal in everything but the versions, which every write changes. */
function sameSeries(a: WholeSeries, b: WholeSeries): boolean {
  const bare = (series: WholeSeries) => ({
    ...series,
    version: '',
    changed: series.changed.map((one) => ({ ...one, version: '' })),
  })
  return canonical(bare(a)) === canonical(bare(b))
}
