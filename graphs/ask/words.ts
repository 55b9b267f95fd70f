import { wallDay } from '#kernel/time.ts'
import type { Asked } from './contract.ts'

const PERIODS =
  '(?:tonight|overnight|last night|while (?:i|we) (?:was|were) (?:asleep|sleeping|out|away|gone|off)|this (?:morning|afternoon|evening|week)|last week|yesterday|today|(?:over |on |at )?(?:the|this|last) weekend|(?:on |since )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|so far)'
const DESK = '(?:you|the desk|the bot|nightdesk)'
const ASKED = `(?:what (?:did|have) ${DESK} (?:do|done|been doing|been up to|get done|got done)|what(?: else)?(?: has| was| got|['’]s)?(?: been)? (?:done|happened)|what went on|catch me up|what (?:did|have) (?:i|we) miss(?:ed)?|(?:is there |was there )?any(?:thing new| news|thing happen(?:ed)?))`
/** With whom: a name, and nothing that belongs to another job ("my 2pm", "the call tomorrow"). */
const NAMED =
  "(?:with|on|about|for|at|from|around)\\s+(?!(?:the|my|our|your|this|that|it|\\p{L}+day)\\b)(?<who>[\\p{L}\\p{N}][\\p{L}\\p{N}&.'’ -]{0,58}?)"

/** Whole questions about what happened that the rules know: what was done, whom it was about, when. */
export const QUESTION = new RegExp(
  `^(?:(?:hi|hey|hello|so|ok|and)[,! ]+)?${ASKED}(?:[,\\s]+${PERIODS})?(?:[,\\s]+${NAMED})?(?:[,\\s]+${PERIODS})?[\\s?!.]*$`,
  'iu',
)
const PERIOD = new RegExp(`\\b${PERIODS}\\b`, 'i')

/** Evenings begin then, and the night before lasts until now. */
const EVENING_MINUTE = 18 * 60

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

interface Now {
  nowMs: number
  zone: string
  /** ISO weekday on which weeks begin. */
  weekStart: number
}

/** Reads a question about what happened. What the rules do not know of it they leave to a model, and say so (`whole`). */
export function readQuestion(text: string, now: Now): Asked {
  const question = QUESTION.exec(text.trim())
  const period = PERIOD.exec(text)?.[0].toLowerCase() ?? null
  const about = question?.groups?.who?.trim() ?? null
  const called = period === null || period === 'so far' ? (about === null ? 'today' : 'this week') : period
  return { ...windowOf(called, now), called, about, whole: question !== null }
}

/** The time a word means, which never goes beyond now. */
function windowOf(called: string, { nowMs, zone, weekStart }: Now): { fromMs: number; toMs: number } {
  const day = (plus: number) => wallDay(nowMs, zone, plus)
  const today = day(0)
  const sinceWeekBegan = (today.weekday - weekStart + 7) % 7
  const weekday = DAYS.findIndex((name) => called.endsWith(name))
  if (weekday >= 0) {
    const back = (today.weekday - (weekday + 1) + 7) % 7
    return {
      fromMs: day(-back).startMs,
      toMs: called.startsWith('since') ? nowMs + 1 : Math.min(day(1 - back).startMs, nowMs + 1),
    }
  }
  if (called === 'yesterday') return { fromMs: day(-1).startMs, toMs: today.startMs }
  if (called === 'this week') return { fromMs: day(-sinceWeekBegan).startMs, toMs: nowMs + 1 }
  if (called === 'last week') return { fromMs: day(-sinceWeekBegan - 7).startMs, toMs: day(-sinceWeekBegan).startMs }
  if (called.endsWith('weekend')) {
    const saturday = (today.weekday - 6 + 7) % 7
    const monday = day(-saturday + 2).startMs
    return { fromMs: day(-saturday).startMs, toMs: Math.min(monday, nowMs + 1) }
  }
  if (/^(?:tonight|overnight|last night|while)/.test(called)) {
    const evening = today.atMinute(EVENING_MINUTE)
    return { fromMs: evening <= nowMs ? evening : day(-1).atMinute(EVENING_MINUTE), toMs: nowMs + 1 }
  }
  return { fromMs: today.startMs, toMs: nowMs + 1 }
}
