import { isoDay } from '#kernel/time.ts'
import { sayUntidy, type Untidy, untidyChoices } from '#kernel/untidy.ts'
import { approversOf } from '#policy/people.ts'
import type { PolicyPerson } from '#policy/policy.ts'
import { nextWorkingMs } from '#policy/working-time.ts'
import { enqueue, type OutboxDraft } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'
import { toMember } from '../out/to-member.ts'
import { tidyUpAgain } from '../watch/tidy-up.ts'
import { untidyIn } from '../watch/untidy.ts'
import type { TurnOutcome } from './turn-types.ts'

/**
 * Once a week everybody is told what in their records wants tidying up: one message a person, none where there is nothing. What
 * belongs to nobody on the team is told to who decides.
 */
export async function turnTidyUp(desk: DeskContext): Promise<TurnOutcome> {
  const policy = desk.policy()
  // A day that was taken out of the policy meanwhile is no day of tidying up.
  const found = policy.crm.tidyUpWeekday === null ? [] : await untidyIn(desk, null)
  const [decides] = approversOf(policy)
  const messages = policy.people.flatMap((person) => {
    const own = found.filter(({ owner }) => (owner ?? decides?.id) === person.id)
    return own.length === 0 ? [] : tell(desk, person, own)
  })
  return {
    tasks: [],
    also: function* () {
      for (const message of messages) yield* enqueue(message)
      yield* tidyUpAgain(desk)
    },
  }
}

function tell(desk: DeskContext, person: PolicyPerson, found: readonly Untidy[]): OutboxDraft[] {
  const nowMs = desk.clock.nowMs()
  const text = ['To tidy up in your records, when you have a minute:', ...sayUntidy(found, nowMs)].join('\n')
  const choices = untidyChoices(found, nowMs, person.timezone)
  return toMember(desk, person.id, {
    key: `tidy-up:${isoDay(nowMs, desk.policy().company.timezone)}:${person.id}`,
    message: { type: 'notice', to: [person.id], text, choices },
    task: null,
    fromMs: nextWorkingMs(person, nowMs),
  })
}
