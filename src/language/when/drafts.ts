import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { pass } from './elapsed.ts'
import { type Length, shift } from './lengths.ts'
import type { PartName } from './lexicon.ts'
import type { Moment } from './moment.ts'
import type { Side } from './side.ts'
import { floor, HOUR } from './wall.ts'

const withTwin = (moment: Moment): Draft['others'] => (moment.twin ? [...moment.others, moment.twin] : moment.others)

export const openDraft = (open: 'after' | 'before', edge: number): Draft => ({
  kind: 'open',
  start: open === 'after' ? edge : null,
  end: open === 'before' ? edge : null,
  grain: 'minute',
  open,
  dated: false,
  clocked: false,
  approximate: false,
  others: [],
})

/** Hours at which others eat: they matter where the meal bounds a time ("before lunch"). */
const MEALS: Partial<Record<PartName, readonly [from: number, to: number]>> = { breakfast: [8, 10], lunch: [11, 13] }

function mealsElsewhere(moment: Moment): Draft['others'] {
  const hours = moment.part && !moment.clocked ? MEALS[moment.part] : undefined
  const midnight = floor(moment.start, 'day')
  return hours ? [{ start: midnight + hours[0] * HOUR, end: midnight + hours[1] * HOUR }] : []
}

/** Which side is open, and whether the unit named belongs to it ("by Friday", "since May"). */
interface Opening {
  open: 'after' | 'before'
  including: boolean
}

export function opened(context: Context, side: Side, moment: Moment, { open, including }: Opening): Draft {
  const late = open === 'after' ? !including : including
  const clock = moment.clocked
  const edged = side.date?.point !== undefined && open === 'before'
  const edge = clock ? moment.start : edged && !including ? moment.lower : late ? moment.end : moment.start
  const part = moment.part !== null && moment.part !== 'eod' && open === 'before' ? moment.start : edge
  const others = [...(edged ? moment.others : withTwin(moment)), ...mealsElsewhere(moment)]
  return {
    ...openDraft(open, part),
    grain: moment.grain,
    dated: moment.dated,
    clocked: clock,
    ...(moment.part ? { part: moment.part } : {}),
    approximate: side.approximate,
    others: open === 'before' ? others.filter(({ end }) => end > context.now) : others,
    ...(side.zone ? { zone: side.zone } : {}),
  }
}

/** The end of "4pm for 2 hours"; in a named zone the clock is simply moved. */
const endOf = (context: Context, side: Side, moment: Moment, by: Length): number =>
  side.zone ? shift(moment.start, by, 1) : pass(context, moment.start, by, 1)

export function pointDraft(context: Context, side: Side, moment: Moment): Draft {
  const end = side.length ? endOf(context, side, moment, side.length) : moment.end
  const ranged = side.length !== null || moment.stretch
  return {
    kind: ranged ? 'range' : 'point',
    start: moment.start,
    end,
    grain: moment.grain,
    dated: moment.dated,
    clocked: moment.clocked,
    ...(moment.part ? { part: moment.part } : {}),
    approximate: side.approximate || side.clock?.approximate === true,
    others: withTwin(moment),
    ...(side.date?.kind === 'weekday' && !side.date.span ? { loneWeekday: true } : {}),
    ...(side.date?.weekStart !== undefined ? { weekStart: side.date.weekStart } : {}),
    ...(side.length ? { length: side.length } : {}),
    ...(side.zone ? { zone: side.zone } : {}),
  }
}

export const impossibleDraft = (side: Side): Draft => ({
  kind: 'point',
  start: null,
  end: null,
  grain: 'day',
  dated: true,
  clocked: side.clock !== null,
  approximate: false,
  others: [],
  impossible: true,
})
