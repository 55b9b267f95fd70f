import { toIso } from '#kernel/time.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS, WEEK_MS } from '#kernel/units.ts'
import type { Sheet } from '#language/sheet.ts'
import { readWhen, type WhenFinding } from '#language/when.ts'
import type { Reading } from '../read.ts'

const NTH_WEEKDAY =
  /^(?:on )?(?:the )?((?:first|1st|second|2nd|third|3rd|fourth|4th|last) (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?)s?\b/iu
const REPEATS = /\b(?:every|each|daily|weekly|bi-?weekly|fortnightly|monthly|recurring|repeating|\p{L}+days)\b/iu
const HOW_OFTEN = /,?\s*\b(?:for )?(?:the next )?(\d{1,3}) (times|sessions|dates|weeks)\b/iu

/** How often a series comes: so many times, or for so many weeks. */
export interface Often {
  count: number
  weeks: boolean
}

/** "every Monday for 10 weeks", "10 times": no length, and taken off the sheet before it is read as one. */
export function takeOften(sheet: Sheet): Often | null {
  const match = REPEATS.test(sheet.text) ? HOW_OFTEN.exec(sheet.blank()) : null
  const count = Number(match?.[1] ?? 0)
  if (!match || count < 1) return null
  sheet.take(match.index, match.index + match[0].length)
  return { count, weeks: match[2]?.toLowerCase() === 'weeks' }
}

/** A rule that ends where the text says so. "For 10 weeks" of a fortnightly series are 5 dates. */
export function endingAfter(rule: string | null, often: Often | null): string | null {
  if (!rule || !often || /\b(?:COUNT|UNTIL)=/.test(rule)) return rule
  const everyWeeks = /FREQ=WEEKLY/.test(rule) ? Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1) : null
  const daysInWeek = /BYDAY=([^;]+)/.exec(rule)?.[1]?.split(',').length ?? 1
  if (!often.weeks) return `${rule};COUNT=${often.count}`
  if (everyWeeks !== null) return `${rule};COUNT=${Math.ceil(often.count / everyWeeks) * daysInWeek}`
  return /FREQ=DAILY$/.test(rule) ? `${rule};COUNT=${often.count * 7}` : rule
}

/** A series that is said in pieces is one: "monthly ... last Thursday", "biweekly ... on Mondays". */
export function joinSeries(found: readonly WhenFinding[], reading: Reading): WhenFinding[] {
  const bare = found.find((one) => one.kind === 'recurrence' && !one.dated && !one.clocked)
  if (!bare) return [...found]
  const rest = found.filter((one) => one !== bare)
  const every = /^FREQ=\w+;(INTERVAL=\d+)$/.exec(bare.recurrence ?? '')?.[1]
  const span = rest.find((one) => one.kind === 'range' && one.dated && lengthOf(one) >= WEEK_MS)
  if (span) return rest.map((one) => (one === span ? during(span, bare) : one))
  if (bare.recurrence?.startsWith('FREQ=MONTHLY')) {
    const nth = rest.find((one) => one.kind === 'point' && NTH_WEEKDAY.test(one.text))
    const [, words = ''] = NTH_WEEKDAY.exec(nth?.text ?? '') ?? []
    const behind = nth?.text.replace(NTH_WEEKDAY, '') ?? ''
    const [series] = nth ? readWhen(`the ${words} of every month${behind}`, reading) : []
    if (nth && series?.recurrence)
      return rest.map((one) => (one === nth ? { ...series, ...often(series, every), span: nth.span } : one))
  }
  const weekly = rest.find((one) => one.recurrence?.startsWith('FREQ=WEEKLY;BYDAY='))
  if (!weekly || !every || !bare.recurrence?.startsWith('FREQ=WEEKLY')) return [...found]
  return rest.map((one) => (one === weekly ? { ...weekly, ...often(weekly, every) } : one))
}

/** The rule of one finding, every so often. */
const often = ({ recurrence = '' }: WhenFinding, every: string | undefined) => ({
  recurrence: every ? recurrence.replace(/^FREQ=\w+/, (frequency) => `${frequency};${every}`) : recurrence,
})

const lengthOf = ({ startMs, endMs }: WhenFinding): number => (startMs !== null && endMs !== null ? endMs - startMs : 0)

/** "Daily from 1 to 18 December" is no stretch of days, but a first date and a last. */
function during(span: WhenFinding, { recurrence }: WhenFinding): WhenFinding {
  const startMs = span.startMs ?? 0
  const until = toIso((span.endMs ?? startMs) - SECOND_MS).replace(/[-:]|\.\d+/g, '')
  const endMs = startMs + (span.clocked ? MINUTE_MS : DAY_MS)
  return { ...span, kind: 'point', endMs, recurrence: `${recurrence};UNTIL=${until}` }
}

/** "every last Thursday at 10 from January": the first date is the first after the day it starts from. */
export function anchored(findings: readonly WhenFinding[], reading: Reading): WhenFinding[] {
  const series = findings.find((one) => one.kind === 'recurrence' && (one.clocked || one.dated))
  const from = findings.find(
    (one) =>
      one !== series && one.dated && !one.clocked && (one.startMs ?? 0) > (series?.startMs ?? Number.POSITIVE_INFINITY),
  )
  if (!series || !from?.startMs) return [...findings]
  const [later] = readWhen(series.text, { ...reading, nowMs: from.startMs })
  const recurrence = series.recurrence
  return findings.flatMap((one) => {
    if (one === from) return [{ ...one, impossible: true as const }]
    return one === series && later
      ? [{ ...later, text: one.text, span: one.span, ...(recurrence && { recurrence }) }]
      : [one]
  })
}
