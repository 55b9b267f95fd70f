import type { DecisionVerb } from '#kernel/inbound.ts'
import type { Card } from '#kernel/outbound.ts'
import type { Task } from '#kernel/task.ts'
import type { FlagRow } from '#store/flags/flag-rows.ts'

/** A flag as channels draw it. Without a proposal there is nothing to approve or edit: somebody takes over or declines. */
export function cardOf(
  flag: Pick<FlagRow, 'id' | 'reason' | 'body' | 'owner' | 'backup' | 'expireMs'>,
  task: Pick<Task, 'id' | 'agent'>,
): Card {
  const verbs: DecisionVerb[] =
    flag.body.proposed.length > 0
      ? ['approve', 'edit', 'decline', 'take_over', 'snooze']
      : ['take_over', 'decline', 'snooze']
  return {
    flag: flag.id,
    headline: flag.body.headline,
    what: flag.body.what,
    quote: flag.body.quote,
    reason: flag.reason,
    rule: flag.body.rule,
    proposed: flag.body.proposed,
    verbs,
    evidence: flag.body.evidence,
    owner: flag.owner,
    backup: flag.backup,
    expiresAtMs: flag.expireMs,
    onExpiry: flag.body.onExpiry,
    task: task.id,
    agent: task.agent,
  }
}
