import type { Context } from './when/context.ts'
import type { Draft, Other } from './when/draft.ts'
import { lengthIso, lengthMs } from './when/lengths.ts'
import type { PartName } from './when/lexicon.ts'
import type { Found } from './when/lists.ts'
import { type Instant, instantOf, wallAt, zoneOf } from './when/resolve.ts'
import { scan } from './when/scan.ts'
import { tokenize, withEntries } from './when/tokens.ts'
import { floor, type Grain, type Wall } from './when/wall.ts'
import { lexiconFor } from './when/words.ts'

export type { Grain } from './when/wall.ts'

/** Who reads: where and when they are, and how they write dates. */
export interface WhenOptions {
  /** Now, epoch milliseconds. */
  nowMs: number
  /** IANA zone of the speaker; undated and relative words are read there. */
  zone: string
  /** BCP 47, e.g. `en-GB`; decides language and, where `dateOrder` is absent, the order of 03/04. */
  locale: string
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  /** First day of the week, 1 Monday (default) to 7 Sunday. */
  weekStarts?: number
}

/** Another reading of the same words, to be offered in a question. */
export interface WhenAlternative {
  startMs: number
  /** Exclusive. */
  endMs: number
  /** In use, but few mean it: what was understood is to be shown, and nothing asked. */
  rare?: true
}

/** A time found in a text. */
export interface WhenFinding {
  /** The words as written. */
  text: string
  /** UTF-16 offsets in the text, end exclusive. */
  span: [start: number, end: number]
  kind: 'point' | 'range' | 'open' | 'length' | 'recurrence'
  /** Epoch ms; null for lengths, times open to the past ("before Friday"; "by Friday" begins now), dates that do not exist. */
  startMs: number | null
  /** Exclusive. A point covers one unit of its grain. Null for lengths and times open to the future. */
  endMs: number | null
  open?: 'after' | 'before'
  grain: Grain
  /** For lengths, and for a time with its length ("4pm for 30 minutes"). Months count 30 days, years 365. */
  durationMs?: number
  /** ISO 8601. */
  duration?: string
  /** A date was said. */
  dated: boolean
  /** A clock time was said. */
  clocked: boolean
  /** The part of the day that was said; `startMs` and `endMs` are its usual hours. */
  partOfDay?: PartName
  /** "3ish", "around 3": half an hour either way. */
  approximate: boolean
  /** Another reading is about as likely; `alternatives` holds it. */
  ambiguous: boolean
  alternatives: WhenAlternative[]
  /** IANA zone (or `UTC+5:45`) in which the wall time was read. */
  zone: string
  /** The text named that zone. */
  zoneNamed: boolean
  /** The wall time does not exist on that day (and was moved forward) or exists twice (and the first was taken). */
  dst?: 'gap' | 'fold'
  /** RFC 5545 RRULE value, e.g. `FREQ=MONTHLY;BYDAY=-1FR`. */
  recurrence?: string
  /** The date does not exist ("30 February"): nothing is resolved. */
  impossible?: true
}

/** Characters that are read; a time further back in a longer text is not looked for. */
const MOST_CHARACTERS = 20_000

/**
 * Finds the times a text speaks of and resolves them for the speaker. Undated words are read forward ("Friday" is the coming
 * one, "at 3" its next occurrence). Wall times become instants in the zone that holds on that day.
 *
 * The grammar is our own. chrono-node, which is good at its own forms, reads a quarter to a third of what the public sets of
 * Recognizers-Text and Duckling expect, knows no lengths, open sides or recurrences, and is wrong while certain ("at 5" is
 * 05:00, a named zone is dropped). As a second reader it disagrees as often with what is right as with what is wrong
 * (docs/quality.md), so doubt comes from the grammar: where words have two readings in use, the other is kept.
 */
export function readWhen(text: string, options: WhenOptions): WhenFinding[] {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  const bare = tokenize(read)
  const lexicon = lexiconFor(
    bare.map(({ text: word }) => word),
    options.locale,
  )
  const tokens = withEntries(bare, lexicon)
  const zone = zoneOf(options.zone)
  const now = wallAt(options.nowMs, zone)
  const context: Context = {
    tokens,
    lexicon,
    zone: options.zone,
    now,
    today: floor(now, 'day'),
    dateOrder: options.dateOrder ?? orderOf(options.locale),
    orderKnown: options.dateOrder !== undefined,
    weekStarts: options.weekStarts ?? 1,
    region: /-([A-Z]{2})\b/.exec(options.locale)?.[1] ?? '',
    instantOf: (wall) => instantOf(wall, zone).ms,
    wallAt: (ms) => wallAt(ms, zone),
    exact: new Map([[floor(now, 'second'), Math.floor(options.nowMs / 1000) * 1000]]),
    dates: new Map(),
    nesting: { depth: 0 },
    nowIn: (name) => wallAt(options.nowMs, zoneOf(name)),
  }
  return scan(context).map((found) => finding(read, found, context, options))
}

/** The order in which a locale writes day and month: the United States put the month first. */
const orderOf = (locale: string): 'dmy' | 'mdy' => (/^en(-US|-PH)?$/i.test(locale) ? 'mdy' : 'dmy')

function finding(text: string, found: Found, context: Context, options: WhenOptions): WhenFinding {
  const { draft } = found
  const first = context.tokens[found.first]
  const last = context.tokens[found.end - 1]
  const span: [number, number] = [first?.start ?? 0, last?.end ?? text.length]
  const zoneName = draft.zone?.zone ?? options.zone
  const start = instant(context, draft.start, zoneName, draft.zone === undefined)
  const end = instant(context, draft.end, draft.endZone?.zone ?? zoneName, draft.zone === undefined)
  const dst = draft.clocked ? (start?.dst ?? (draft.kind === 'point' ? null : end?.dst)) : null
  const alternatives = otherReadings(draft, zoneName)
  return {
    text: text.slice(...span),
    span,
    kind: draft.kind,
    startMs: start?.ms ?? null,
    endMs: end === null ? null : (pointEnd(draft, start) ?? (start && end.ms <= start.ms ? start.ms + 1000 : end.ms)),
    ...(draft.open ? { open: draft.open } : {}),
    grain: draft.grain,
    ...(draft.length ? { durationMs: lengthMs(draft.length), duration: lengthIso(draft.length) } : {}),
    dated: draft.dated,
    clocked: draft.clocked,
    ...(draft.part ? { partOfDay: draft.part } : {}),
    approximate: draft.approximate,
    ambiguous: alternatives.length > 0,
    alternatives,
    zone: zoneName,
    zoneNamed: draft.zone !== undefined,
    ...(dst ? { dst } : {}),
    ...(draft.recurrence ? { recurrence: draft.recurrence + untilOf(draft, zoneName) } : {}),
    ...(draft.impossible ? { impossible: true } : {}),
  }
}

const UNIT_MS: Partial<Record<Grain, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 }

/** A point in hours or less lasts one such unit of real time, whatever the clock does meanwhile. */
function pointEnd(draft: Draft, start: Instant | null): number | null {
  const unitMs = draft.kind === 'point' ? UNIT_MS[draft.grain] : undefined
  return start && unitMs !== undefined && !draft.part ? start.ms + unitMs : null
}

function instant(context: Context, wall: Wall | null, zoneName: string, own: boolean): Instant | null {
  if (wall === null) return null
  const exact = own ? context.exact.get(wall) : undefined
  return exact === undefined ? instantOf(wall, zoneOf(zoneName)) : { ms: exact, dst: null }
}

/** `;UNTIL=` in UTC where the series has a clock time, else the last date (RFC 5545 wants the kind of its start). */
function untilOf(draft: Draft, zoneName: string): string {
  if (draft.until === undefined) return ''
  const last = draft.clocked ? instantOf(draft.until, zoneOf(zoneName)).ms - 1000 : draft.until - 1000
  const stamp = new Date(last).toISOString().replace(/[-:]|\.\d+/g, '')
  return `;UNTIL=${draft.clocked ? stamp : stamp.slice(0, 8)}`
}

/**
 * The readings of the grammar, and those of other zones that the words may name: "3pm PST" said of July is 3pm standard time;
 * that the place's own clock was meant is as likely. Of a whole day or week an hour more or less is no other reading.
 */
function otherReadings(draft: Draft, zoneName: string): WhenAlternative[] {
  const others = draft.others.map((other) => reading(other, zoneName))
  const wall = draft.start ?? draft.end
  if (wall === null || !draft.zone || !(draft.clocked || draft.part)) return others
  const local = { start: wall, end: draft.start !== null && draft.end !== null ? draft.end : wall }
  const saidOf = instantOf(wall, zoneOf(zoneName)).ms
  const differs = (zone: string): boolean => instantOf(wall, zoneOf(zone)).ms !== saidOf
  const zones = (draft.zone.others ?? []).filter(differs).map((zone) => reading(local, zone))
  const { rare } = draft.zone
  return [...others, ...zones, ...(rare && differs(rare) ? [{ ...reading(local, rare), rare: true as const }] : [])]
}

function reading({ start, end }: Other, zoneName: string): WhenAlternative {
  const zone = zoneOf(zoneName)
  return { startMs: instantOf(start, zone).ms, endMs: instantOf(end, zone).ms }
}
