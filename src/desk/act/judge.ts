import { ACTIONS, type AnyAction } from '#kernel/actions/catalogue.ts'
import type { ActionContext, Facts, Risk } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Autonomy, autonomyOf, firstHeld } from '#policy/explain.ts'
import { rulesFor } from '#policy/learned.ts'
import type { Level, Policy } from '#policy/policy.ts'
import { READ_BY_MODEL, wantsTheirYes } from './read-by-model.ts'
import { basesOf, isWay, wholeOf } from './together.ts'

export interface Verdict {
  verdict: 'do' | 'ask' | 'refuse'
  /** The policy line, learned rule or fixed rule that said so. */
  rule: string
  facts: Facts
}

/** One action of a plan, as the gate sees it. */
export interface Proposal {
  /** Id of the action, which others of its plan may name. */
  id?: string
  kind: string
  args: Record<string, unknown>
  before: unknown
}

export interface Circumstances {
  policy: Policy
  context: ActionContext
  /** Who paused the desk, or null. */
  pausedBy: string | null
  /** Why what would be done by itself is asked first; null or absent where it is not. What is of low risk is done anyway. */
  caution?: string | null
  /** Whether a model read what is asked for, and nobody has confirmed it. */
  byModel?: boolean
  /** As the inverse of what the desk did, asked for by whoever may undo it. */
  undoing: boolean
}

/** The definition of a kind. @throws DeskError AGENT_BROKE_CONTRACT for a kind there is not */
export function definitionOf(kind: string): AnyAction {
  const definition = ACTIONS.get(kind)
  if (!definition)
    throw new DeskError('AGENT_BROKE_CONTRACT', { agent: 'unknown', problem: `there is no action ${kind}` })
  return definition
}

/**
 * Policy's word on every action of a plan, in the order that binds: what nothing lifts, what the policy denies, its
 * conditions, learned rules, the level, the pause. It reads facts and never prose.
 */
export function judgePlan(plan: readonly Proposal[], circumstances: Circumstances): Verdict[] {
  const led = plan.filter((proposal) => !isWay(proposal))
  const counts = { events: Math.max(1, led.length), records: recordsIn(plan), recipients: recipientsIn(plan) }
  const verdicts = plan.map((proposal) => judgeOne(proposal, counts, circumstances))
  return circumstances.undoing ? verdicts : asOne(plan, verdicts)
}

const STRICTER = ['do', 'ask', 'refuse'] as const

/**
 * The strictest word holds for each part of what is done as a whole; the ways to and from a meeting follow it in any plan, and
 * what names a record of its own plan follows the part that makes it.
 */
function asOne(plan: readonly Proposal[], verdicts: readonly Verdict[]): Verdict[] {
  const led = plan.filter((part) => !isWay(part))
  const whole = plan.map((part) => {
    const others = isWay(part) ? led : wholeOf(plan, part).filter((one) => !isWay(one))
    return strictest(
      verdicts[plan.indexOf(part)] as Verdict,
      others.map((one) => verdicts[plan.indexOf(one)] as Verdict),
    )
  })
  return plan.map((part, at) =>
    strictest(
      whole[at] as Verdict,
      basesOf(plan, part).map((base) => whole[plan.indexOf(base)] as Verdict),
    ),
  )
}

/** A verdict, or the stricter word of another one on the same facts. */
const strictest = (own: Verdict, others: readonly Verdict[]): Verdict =>
  others.reduce(
    (hardest, one) =>
      STRICTER.indexOf(one.verdict) > STRICTER.indexOf(hardest.verdict)
        ? { ...own, verdict: one.verdict, rule: one.rule }
        : hardest,
    own,
  )

function judgeOne(
  { kind, args, before }: Proposal,
  { events, records, recipients }: { events: number; records: number; recipients: number },
  { policy, context, pausedBy, caution, byModel, undoing }: Circumstances,
): Verdict {
  const definition = definitionOf(kind)
  const changes = before !== null && before !== undefined && definition.store !== 'messages'
  const own = definition.facts(args, before, context)
  const counted: Facts =
    definition.store === 'crm' ? { records } : definition.store === 'messages' ? { recipients } : { events }
  const facts = { ...own, ...counted, changes }
  const refusal = definition.refuse(args, before, context)
  if (refusal) return { verdict: 'refuse', rule: `fixed: ${refusal}`, facts }
  if (definition.stale?.(args, before) ?? isStale(args, before))
    return { verdict: 'refuse', rule: 'fixed: it was changed meanwhile, so nothing was written', facts }
  if (undoing) return { verdict: 'do', rule: 'fixed: who did it may undo it', facts }

  const autonomy = strictestLine(policy, definition.autonomy(facts))
  if (autonomy.level === 'never') return { verdict: 'refuse', rule: autonomy.line, facts }
  if (pausedBy) return { verdict: 'ask', rule: `the desk is paused by ${pausedBy}`, facts }
  const fixed = definition.ask?.(args, before, context)
  if (fixed) return { verdict: 'ask', rule: `fixed: ${fixed}`, facts }
  for (const key of [definition.askIf, events > 1 ? definition.approveIf : null]) {
    const held = key && firstHeld(policy, key, facts)
    if (held) return { verdict: 'ask', rule: `${key}: ${held.text}`, facts }
  }
  const learned = rulesFor(policy, kind, facts, context.nowMs).find((rule) =>
    mayApply(rule.then, autonomy.level, definition.risk),
  )
  const level = learned?.then ?? autonomy.level
  const rule = learned ? `rules ${learned.id}: ${learned.text}` : autonomy.line
  if (level === 'never') return { verdict: 'refuse', rule, facts }
  const vouched =
    context.principal.assurance === 'verified' || (definition.unvouched && context.principal.kind !== 'member')
  if (level === 'act' && !vouched) return { verdict: 'ask', rule: 'fixed: nobody vouches for who asks', facts }
  if (level === 'act' && caution && definition.risk !== 'low') return { verdict: 'ask', rule: caution, facts }
  if (level === 'act' && byModel && wantsTheirYes(definition, facts))
    return { verdict: 'ask', rule: READ_BY_MODEL, facts }
  return { verdict: level === 'act' ? 'do' : 'ask', rule, facts }
}

const STRICTNESS = ['act', 'act_with_approval', 'suggest', 'never'] as const

/** The level that binds: of several lines the strictest. Where the policy has none to say, nothing but the fixed rules does. */
function strictestLine(policy: Policy, keys: string | readonly string[]): Pick<Autonomy, 'level' | 'line'> {
  const [strictest] = [keys]
    .flat()
    .map((key) => autonomyOf(policy, key))
    .sort((a, b) => STRICTNESS.indexOf(b.level) - STRICTNESS.indexOf(a.level))
  return strictest ?? { level: 'act', line: 'fixed: no line of the policy limits it' }
}

/** A learned rule may always ask more; it may ask less only of what is not high risk. */
function mayApply(then: Level, level: Level, risk: Risk): boolean {
  return risk !== 'high' || STRICTNESS.indexOf(then) >= STRICTNESS.indexOf(level)
}

/** How many people outside a plan writes to. */
const recipientsIn = (plan: readonly Proposal[]): number =>
  new Set(plan.flatMap(({ kind, args }) => (kind === 'message.send' ? [args.to] : []))).size

/** Records that a plan changes or makes, each once; notes and tasks are no change of the record they are about. */
function recordsIn(plan: readonly Proposal[]): number {
  const touched = plan.flatMap(({ kind, args }, at) => {
    if (definitionOf(kind).store !== 'crm' || kind.startsWith('activity.')) return []
    const ids = [args.id, idIn(args.winner), idIn(args.loser)].filter((id) => typeof id === 'string')
    return ids.length > 0 ? ids : [`new ${at}`]
  })
  return new Set(touched).size
}

const idIn = (one: unknown): unknown => (one as { id?: unknown } | null | undefined)?.id

/** The record has another version than the agent saw, or is gone. */
function isStale(args: Record<string, unknown>, before: unknown): boolean {
  if (typeof args.id !== 'string') return false
  if (before === null || before === undefined) return true
  const seen = args.version
  return typeof seen === 'string' && (before as { version?: string }).version !== seen
}
