import { cleanText } from '#kernel/display.ts'
import { isoDay } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { type Cost, costByDay, costOfTasks, type TasksCost } from '#store/model/cost.ts'
import type { DeskContext } from '../context.ts'

const WEEK_MS = 7 * DAY_MS
const NOTHING: Cost = { calls: 0, tokens: 0, usdMicros: 0 }

export interface CostView {
  /** There is a model to ask. */
  configured: boolean
  today: Cost
  /** The last seven days, today among them. */
  week: Cost
  /** The month on the calendar so far, today among it. */
  month: Cost
  /** Today, by the account it was on; `route` is finding out whose job a message is. */
  agentsToday: (Cost & { agent: string })[]
  /** Tasks of the last seven days. */
  tasks: TasksCost[]
  perDayUsdMicros: number
  tokensPerDay: number
}

/** What models have cost, and for what. */
export async function costView(desk: DeskContext): Promise<CostView> {
  const policy = desk.policy()
  const { timezone } = policy.company
  const nowMs = desk.clock.nowMs()
  const today = isoDay(nowMs, timezone)
  const weekFrom = isoDay(nowMs - WEEK_MS + DAY_MS, timezone)
  const monthFrom = `${today.slice(0, 7)}-01`
  const { days, tasks } = await desk.sql.read(function* () {
    const from = weekFrom < monthFrom ? weekFrom : monthFrom
    return { days: yield* costByDay(from), tasks: yield* costOfTasks(nowMs - WEEK_MS) }
  })
  const ofToday = days.filter((row) => row.day === today)
  return {
    configured: desk.models.for({ agent: 'desk', task: null, event: null }) !== null,
    today: summed(ofToday),
    week: summed(days.filter(({ day }) => day >= weekFrom)),
    month: summed(days.filter(({ day }) => day >= monthFrom)),
    agentsToday: ofToday.map(({ day: _day, ...row }) => row),
    tasks,
    perDayUsdMicros: policy.budget.perDayUsdMicros,
    tokensPerDay: policy.model.caps.tokensPerDay,
  }
}

const summed = (rows: readonly Cost[]): Cost =>
  rows.reduce(
    (sum, row) => ({
      calls: sum.calls + row.calls,
      tokens: sum.tokens + row.tokens,
      usdMicros: sum.usdMicros + row.usdMicros,
    }),
    NOTHING,
  )

/** `$0.0042`: dollars with as many places as the amount needs, four at the most below a cent. */
export function sayUsd(usdMicros: number): string {
  const dollars = usdMicros / 1_000_000
  if (usdMicros === 0) return '$0'
  if (usdMicros < 50) return 'less than $0.0001'
  return `$${dollars >= 1 ? dollars.toFixed(2) : dollars.toFixed(4).replace(/0{1,2}$/, '')}`
}

const count = (n: number): string => n.toLocaleString('en')
const calls = ({ calls: n, tokens }: Cost): string =>
  `${count(n)} ${n === 1 ? 'call' : 'calls'}, ${count(tokens)} tokens`

/** `12 calls, 4,210 tokens, $0.0042`. */
export const sayCost = (cost: Cost): string => `${calls(cost)}, ${sayUsd(cost.usdMicros)}`

/** `/cost`, line by line. */
export async function costLines(desk: DeskContext): Promise<string[]> {
  const view = await costView(desk)
  if (!view.configured && view.week.calls === 0) return ['No model is set up: rules do it all, and cost nothing.']
  const { today, week } = view
  return [
    `Today: ${calls(today)} of ${count(view.tokensPerDay)}, ${sayUsd(today.usdMicros)} of ${sayUsd(view.perDayUsdMicros)}.`,
    ...view.agentsToday.map((row) => `- ${cleanText(row.agent, { oneLine: true })}: ${sayCost(row)}`),
    `Last 7 days: ${sayCost(week)}.`,
    ...view.tasks.filter(({ usdMicros }) => usdMicros > 0).map(sayTasks),
  ]
}

/** What a task costs that gets done: what the others cost is in it. */
function sayTasks({ agent, tasks, done, usdMicros }: TasksCost): string {
  const each = done === 0 ? 'none was finished' : `${sayUsd(Math.round(usdMicros / done))} a finished task`
  return `- ${agent}: ${count(tasks)} ${tasks === 1 ? 'task' : 'tasks'}, ${count(done)} done; ${sayUsd(Math.round(usdMicros / tasks))} a task, ${each}`
}
