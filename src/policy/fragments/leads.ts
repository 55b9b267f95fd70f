import { z } from 'zod'
import { condition, conditionOf } from '../facts.ts'
import { count, duration, keys, level, list, money, oneOf, orPerson, person, region, text } from '../kinds.ts'
import { DISPOSABLE, isListName } from '../lists.ts'
import { durationMs, moneyOf } from '../spans.ts'

const Autonomy = keys({
  reply: level.prefault('act').describe('the first answer and its questions'),
  book: level.prefault('act_with_approval').describe('a first meeting'),
  disqualify: level.prefault('act').describe('closing what is no lead'),
  route: level.prefault('act').describe('giving a lead to somebody'),
})

const RANGE_ERROR = 'a range such as 10-200'
const range = z
  .string({ error: RANGE_ERROR })
  .regex(/^\d{1,7}-\d{1,7}$/, { error: RANGE_ERROR })
  .refine((value) => rangeOf(value).from <= rangeOf(value).to, { error: RANGE_ERROR })

const words = (example: string) => list(text, example).prefault([])
const weight = count(0, 100)
/** `.edu`, `@initech.io`. */
const ENDING = /^[.@](?:[a-z0-9-]+\.)*[a-z0-9-]+$/
const never = text.refine((value) => value === DISPOSABLE || ENDING.test(value) || isListName(value), {
  error: `${DISPOSABLE}, an ending such as .edu, a domain such as "@initech.io", or the name of a file beside the policy such as competitors.txt`,
})

const Icp = keys({
  industries: keys({
    weight: weight.prefault(25).describe('points at most'),
    want: words('[saas, agency]').describe('full points'),
    avoid: words('[gambling]').describe('never a client'),
  })
    .prefault({})
    .describe('what they do'),
  headcount: keys({
    weight: weight.prefault(20).describe('points at most'),
    best: range.prefault('10-200').describe('full points'),
    ok: range.prefault('5-500').describe('half of them'),
  })
    .prefault({})
    .describe('how many they are'),
  regions: keys({
    weight: weight.prefault(10).describe('points at most'),
    want: list(region, '[GB, IE, DE]').prefault([]).describe('full points'),
  })
    .prefault({})
    .describe('where they are'),
  roles: keys({
    weight: weight.prefault(15).describe('points at most'),
    want: words('[founder, ceo, "head of *"]').describe('full points; * stands for any words'),
  })
    .prefault({})
    .describe('who writes'),
})

const Route = keys({
  if: condition.optional().describe('the first line that holds decides'),
  to: person.optional().describe('who gets the lead'),
  else: orPerson(['round_robin'])
    .optional()
    .describe('everything else: somebody, or round_robin (in turn among those with the role sales, else among all)'),
}).refine((one) => (one.if !== undefined && one.to !== undefined) !== (one.else !== undefined), {
  error: 'a line such as {if: "region in [DE]", to: sam} or {else: round_robin}',
})

const Bands = keys({
  hot: count(0, 100).prefault(75).describe('from this score'),
  warm: count(0, 100).prefault(50).describe('from this score'),
  cold: count(0, 100).prefault(25).describe('from this score; below it is out'),
}).refine((bands) => bands.hot > bands.warm && bands.warm > bands.cold, {
  error: 'ordered so: hot above warm above cold',
})

const Wake = keys({
  if: condition.describe('when'),
  who: person.describe('whom'),
  how: list(oneOf(['slack', 'discord', 'whatsapp', 'webhook']), '[slack, whatsapp]').describe('each of these ways'),
})

export const Leads = keys({
  autonomy: Autonomy.prefault({}).describe('how far the desk goes alone: never, suggest, act_with_approval or act'),
  answer_within: duration.prefault('60s').describe('first answer, at any hour'),
  max_questions: count(0, 5).prefault(2).describe('asked of a lead before deciding with what is known'),
  icp: Icp.prefault({}).describe('the client you want, in points'),
  bant: keys({
    budget: weight.prefault(10).describe('points where it is known and fits'),
    authority: weight.prefault(5).describe('points where who writes decides'),
    need: weight.prefault(10).describe('points where it is something you do'),
    timeline: weight.prefault(5).describe('points where there is a date'),
  })
    .prefault({})
    .describe('what a lead says of itself, in points'),
  minimum_budget: money.optional().meta({ example: '3000 EUR' }).describe('below it a lead is declined kindly'),
  bands: Bands.prefault({}).describe('what a score makes of a lead'),
  never: list(never, '[disposable_email, competitors.txt]')
    .prefault(['disposable_email'])
    .describe(
      'who is answered and not qualified: disposable_email, an ending such as .edu, a domain such as "@initech.io"; or a file of competitors beside the policy, a domain a line, such as competitors.txt',
    ),
  routing: list(Route, '[{if: "region in [DE]", to: sam}, {else: round_robin}]')
    .prefault([{ else: 'round_robin' }])
    .describe('who gets a lead; the first line that holds'),
  per_person_day: count(1, 10_000)
    .prefault(10)
    .describe("leads that round_robin gives one person in a day; then it is the next one's turn"),
  wake_someone: Wake.optional()
    .meta({ example: { if: 'band == hot and amount >= 20000 EUR', who: 'mia', how: ['slack', 'whatsapp'] } })
    .describe('who is woken at night, and for what'),
})

export function leadsOf(file: z.output<typeof Leads>) {
  const { icp, wake_someone: wake } = file
  return {
    autonomy: file.autonomy,
    answerWithinMs: durationMs(file.answer_within),
    maxQuestions: file.max_questions,
    icp: {
      industries: icp.industries,
      headcount: { weight: icp.headcount.weight, best: rangeOf(icp.headcount.best), ok: rangeOf(icp.headcount.ok) },
      regions: icp.regions,
      roles: icp.roles,
    },
    bant: file.bant,
    minimumBudget: file.minimum_budget === undefined ? null : moneyOf(file.minimum_budget),
    bands: file.bands,
    never: file.never,
    /** In order; `if: null` holds always. `to` is somebody's id or `round_robin`. */
    routing: file.routing.map((route) => ({
      if: route.if === undefined ? null : conditionOf(route.if),
      to: route.to ?? route.else ?? 'round_robin',
    })),
    perPersonDay: file.per_person_day,
    wakeSomeone: wake === undefined ? null : { if: conditionOf(wake.if), who: wake.who, how: wake.how },
  }
}

function rangeOf(text: string): { from: number; to: number } {
  const [from = '0', to = from] = text.split('-')
  return { from: Number(from), to: Number(to) }
}
