import type { Facts } from '#kernel/actions/definition.ts'
import type { Policy } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { ratesOf } from './explain.ts'
import type { LearnedRule } from './fragments/rules.ts'
import { AGENT_OF_SECTION, sectionsOf, storeOf } from './scope.ts'

/**
 * The learned rules that speak of an action, the most specific first (an action before its store before an agent, then more
 * comparisons), the newest on a tie. A rule whose condition the facts do not decide does not match. How often a day a rule
 * was used is not known here: the caller minds `maxPerDay`.
 */
export function rulesFor(policy: Policy, kind: string, facts: Facts, nowMs: number): LearnedRule[] {
  return policy.rules
    .filter((rule) => !rule.suspended && nowMs < rule.expiresMs && closeness(rule, kind, facts) > 0)
    .filter((rule) => rule.when === null || evaluate(rule.when, facts, ratesOf(policy)).answer === 'yes')
    .sort(
      (a, b) =>
        closeness(b, kind, facts) - closeness(a, kind, facts) ||
        b.comparisons - a.comparisons ||
        b.createdAtMs - a.createdAtMs,
    )
}

/** 3: the very action, 2: its store, 1: the agent whose section governs it, 0: not concerned. */
function closeness({ scope }: LearnedRule, kind: string, facts: Facts): number {
  if (scope === kind) return 3
  if (scope === storeOf(kind)) return 2
  return sectionsOf(kind, facts).some((section) => scope === AGENT_OF_SECTION[section]) ? 1 : 0
}
