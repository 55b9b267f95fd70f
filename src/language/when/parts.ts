import { type Context, type Hit, isText, tokenAt } from './context.ts'
import type { PartName } from './lexicon.ts'
import { add, dayAt, HOUR, type Span, type Wall } from './wall.ts'

/** A part of the day; `edge` narrows it ("late afternoon"), `day` says which day where the words do ("last night" -1). */
export interface Part {
  name: PartName
  edge: 'start' | 'middle' | 'end' | null
  day: number | null
  /** "night-time": what remains of the night belongs to it. */
  whole?: true
}

/** First and last hour of each part, on the day it begins. Morning to lunch as in the product's own rules. */
const HOURS: Record<PartName, readonly [number, number]> = {
  morning: [8, 12],
  noon: [12, 13],
  lunch: [12, 14],
  afternoon: [12, 17],
  evening: [17, 21],
  tonight: [18, 24],
  night: [20, 24],
  midnight: [24, 25],
  day: [8, 18],
  dinner: [18, 20],
  breakfast: [7, 9],
  hours: [9, 17],
  eod: [17, 24],
}

/** "in the morning", "this afternoon", "late last night", "at lunch", "tonight". */
export function readPart(context: Context, index: number, dated: boolean): Hit<Part> | null {
  let at = index
  let edge: Part['edge'] = null
  let day: number | null = null
  for (let steps = 0; steps < 6; steps++) {
    const { entry, text } = tokenAt(context, at)
    if (
      entry.part &&
      entry.part !== 'noon' &&
      entry.part !== 'midnight' &&
      isPart(context, at, dated || day !== null)
    ) {
      const name = entry.part
      const value = { name, edge, day: name === 'tonight' ? 0 : day }
      const time = isText(context, at + 1, '-') && isText(context, at + 2, 'time')
      if (MEALS.has(text) && isText(context, at + 1, 'time')) return { value, end: at + 2 }
      if (time || text === 'nighttime') return { value: { ...value, whole: true }, end: time ? at + 3 : at + 1 }
      return { value, end: at + 1 }
    }
    if (entry.edge) {
      edge = entry.edge
      if (isText(context, at + 1, '-') && tokenAt(context, at + 2).glued) at++
    } else if (entry.rel !== undefined && text !== 'past') day = entry.rel
    else if (!(entry.fill || entry.mark === 'in' || entry.mark === 'for') || day !== null) return null
    at++
  }
  return null
}

const GREETINGS = new Set(['good', 'buenos', 'buenas', 'guten'])

/** Meals are meetings as often as times: alone they need a word of place ("at lunch") or a day ("lunch tomorrow"). */
const MEALS = new Set(['lunch', 'dinner', 'breakfast'])
const AROUND_MEALS = new Set(['at', 'during', 'over', 'before', 'after', 'by', 'until', 'around', 'since'])

const dayBehind = (context: Context, index: number): boolean => {
  const { day, weekday } = tokenAt(context, isText(context, index, 'on') ? index + 1 : index).entry
  return day !== undefined || weekday !== undefined
}

/** Not a greeting ("Good morning"), a meal without its place, or the kind of a thing ("hen night"). */
function isPart(context: Context, index: number, dated: boolean): boolean {
  const token = tokenAt(context, index)
  const before = tokenAt(context, index - 1)
  if (GREETINGS.has(before.text)) return false
  const meal = MEALS.has(token.text)
  if ((dated && !(meal && before.entry.rel !== undefined)) || token.entry.part === 'tonight') return true
  if (dayBehind(context, index + 1)) return true
  if (meal) return AROUND_MEALS.has(before.text)
  if (before.kind === 'word' && Object.keys(before.entry).length === 0 && !DETERMINERS.has(before.text)) return false
  const greeting = index === 0 && token.entry.part === 'morning' && tokenAt(context, 1).kind === 'sign'
  return !(greeting && context.tokens.length > 1)
}

const DETERMINERS = new Set(['a', 'an', 'any', 'some', 'another', 'my', 'your', 'our', 'that'])

/** The stretch a part of the day covers on the day that begins at `midnight`. When an afternoon grows late, people differ by an hour. */
export function partSpan(part: Part, midnight: Wall): Span {
  const [from, to] = HOURS[part.name]
  const third = Math.max(1, Math.floor((to - from) / 2))
  const start = part.edge === 'end' ? to - third : part.edge === 'middle' ? from + 1 : from
  const end = part.edge === 'start' ? from + third : part.edge === 'middle' ? to - 1 : to
  const span: Span = { start: midnight + start * HOUR, end: midnight + end * HOUR, grain: 'hour' }
  if (part.whole) return { ...span, twin: { start: span.start, end: midnight + 30 * HOUR } }
  const late = part.name === 'afternoon' && part.edge === 'end'
  return late ? { ...span, twin: { start: span.start - HOUR, end: span.end } } : span
}

/** Is an unsure hour pm in this part of the day? Null where the part does not say. */
export function partIsPm(name: PartName, hour: number): boolean | null {
  switch (name) {
    case 'morning':
    case 'breakfast':
      return false
    case 'afternoon':
    case 'evening':
    case 'dinner':
    case 'lunch':
      return true
    case 'night':
    case 'tonight':
      return hour >= 5 && hour < 12
    default:
      return null
  }
}

/** The day a part falls on where its own words say so, else null. */
export const partDay = (part: Part, today: Wall): Span | null =>
  part.day === null ? null : dayAt(add(today, part.day, 'day'))
