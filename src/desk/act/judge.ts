import { ACTIONS, type AnyAction } from '#kernel/actions/catalogue.ts'
import type { ActionContext, Facts, Risk } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import { type Autonomy, autonomyOf, firstHeld } from '#policy/explain.ts'
import { rulesFor } from '#policy/learned.ts'
import type { Level, Policy } from '#policy/policy.ts'
import { isWay, isWhole } from './together.ts'

export interface Verdict {
  verdict: 'do' | 'ask' | 'refuse'
  /** The policy line, learned rule or fixed rule that said so. */
  rule: string
  facts: Facts
}

/** One action of a plan, as the gate sees it. */
export interface Proposal {
  kind: string
  args: Record<string, unknown>
  before: unknown
}

export interface Circumstances {
  policy: Policy
  context: ActionContext
  /** Who paused the desk, or null. */
  pausedBy: string | null
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
  const verdicts = plan.map((proposal) => judgeOne(proposal, Math.max(1, led.length), circumstances))
  return circumstances.undoing ? verdicts : asOne(plan, verdicts)
}

const STRICTER = ['do', 'ask', 'refuse'] as const

/** The strictest word holds for each part of a plan that is done as a whole; the ways to and from a meeting follow it in any plan. */
function asOne(plan: readonly Proposal[], verdicts: readonly Verdict[]): Verdict[] {
  const whole = isWhole(plan)
  const follows = plan.map((part) => whole || isWay(part))
  const [strictest] = verdicts
    .filter((_verdict, at) => !isWay(plan[at] as Proposal))
    .sort((a, b) => STRICTER.indexOf(b.verdict) - STRICTER.indexOf(a.verdict))
  return verdicts.map((verdict, at) =>
    follows[at] && strictest && STRICTER.indexOf(strictest.verdict) > STRICTER.indexOf(verdict.verdict)
      ? { ...verdict, verdict: strictest.verdict, rule: strictest.rule }
      : verdict,
  )
}

function judgeOne(
  { kind, args, before }: Proposal,
  events: number,
  { policy, context, pausedBy, undoing }: Circumstances,
): Verdict {
  const definition = definitionOf(kind)
  const changes = before !== null && before !== undefined
  const facts = { ...definition.facts(args, before, context), events, changes }
  const refusal = definition.refuse(args, before, context)
  if (refusal) return { verdict: 'refuse', rule: `fixed: ${refusal}`, facts }
  if (isStale(args, before))
    return { verdict: 'refuse', rule: 'fixed: it was changed meanwhile, so nothing was written', facts }
  if (undoing) return { verdict: 'do', rule: 'fixed: who did it may undo it', facts }

  const autonomy = strictestLine(policy, definition.autonomy(facts))
  if (autonomy.level === 'never') return { verdict: 'refuse', rule: autonomy.line, facts }
  if (pausedBy) return { verdict: 'ask', rule: `the desk is paused by ${pausedBy}`, facts }
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
  if (level === 'act' && context.principal.assurance !== 'verified')
    return { verdict: 'ask', rule: 'fixed: nobody vouches for who asks', facts }
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

/** The record has another version than the agent saw, or is gone. */
function isStale(args: Record<string, unknown>, before: unknown): boolean {
  if (typeof args.id !== 'string') return false
  if (before === null || before === undefined) return true
  const seen = args.version
  return typeof seen === 'string' && (before as { version?: string }).version !== seen
}
