import { type Context, isText, tokenAt } from './context.ts'
import type { Draft } from './draft.ts'
import { add, DAY, floor } from './wall.ts'

/** A time found, and the tokens it was read from. */
export interface Found {
  draft: Draft
  first: number
  /** Behind the last token. */
  end: number
}

/**
 * Days offered as alternatives share what is said once: the week of "Monday or Tuesday next week", the hours of "Tuesday or
 * Wednesday from 10 to 4".
 */
export function shareInLists(context: Context, found: readonly Found[]): Found[] {
  const shared = [...found]
  for (let first = 0; first < shared.length; ) {
    let last = first
    let choice = false
    for (let link = linkAfter(context, shared, last); link; link = linkAfter(context, shared, ++last))
      choice ||= link === 'or'
    if (choice) shareWithin(shared, first, last)
    first = last + 1
  }
  return shared
}

/** What joins an item of a list to the next: a comma, or "or"; null where the list ends. */
function linkAfter(context: Context, found: readonly Found[], index: number): 'or' | 'comma' | null {
  const here = found[index]
  const next = found[index + 1]
  if (!here || !next) return null
  let link: 'or' | 'comma' | null = null
  for (let at = here.end; at < next.first; at++) {
    const { entry } = tokenAt(context, at)
    if (entry.mark === 'or') link = 'or'
    else if (isText(context, at, ',') || isText(context, at, '/')) link ??= 'comma'
    else if (!entry.fill && !isText(context, at, 'maybe')) return null
  }
  return link
}

function shareWithin(found: Found[], first: number, last: number): void {
  const items = found.slice(first, last + 1)
  const week = items.find(({ draft }) => draft.weekStart !== undefined)?.draft.weekStart
  const hours = items.at(-1)?.draft
  for (const [offset, item] of items.entries()) {
    const inWeek = week === undefined ? item.draft : intoWeek(item.draft, week)
    const timed = hours && offset < items.length - 1 ? withHours(inWeek, hours) : inWeek
    found[first + offset] = { ...item, draft: timed }
  }
}

/** A weekday that names no week, moved into the week the list names. */
function intoWeek(draft: Draft, week: number): Draft {
  if (!draft.loneWeekday || draft.start === null || draft.end === null) return draft
  const shift = week - floor(draft.start, 'week')
  return { ...draft, start: draft.start + shift, end: draft.end + shift }
}

/** A whole day that takes the clock time of the last item, unless that was said of the last alone. */
function withHours(draft: Draft, hours: Draft): Draft {
  const day =
    draft.kind === 'point' &&
    draft.grain === 'day' &&
    draft.dated &&
    draft.start !== null &&
    draft.end === add(draft.start, 1, 'day')
  if (!day || draft.start === null || !hours.dated || !hours.clocked || hours.start === null || hours.end === null)
    return draft
  if (hours.kind !== 'point' && hours.kind !== 'range') return draft
  const base = floor(hours.start, 'day')
  if (hours.end - base > 2 * DAY) return draft
  const from = draft.start
  const others = hours.others.map((other) => ({ start: other.start - base + from, end: other.end - base + from }))
  return {
    ...hours,
    start: hours.start - base + from,
    end: hours.end - base + from,
    others: [...draft.others, ...others, { start: from, end: add(from, 1, 'day') }],
  }
}
