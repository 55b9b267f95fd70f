import { cleanLine } from '#kernel/display.ts'
import { recordName } from '#kernel/record-name.ts'
import { sayMoment } from '#kernel/time.ts'
import { isCalled } from '#language/called.ts'
import type { Operation } from '#ports/sql.ts'
import { appendAudit } from '#store/audit/append.ts'
import { spokeWhere } from '#store/journal/history.ts'
import { sendLater, sendNow } from '#store/outbox/outbox.ts'
import { giveBack, takeOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'
import { dropQuestions, meanwhile, sayHeard, sayLeft } from './given-back.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'

const CANDIDATES = 8

/** Somebody outside, by how a member calls them, with everywhere they have written. */
interface Found {
  name: string
  conversations: readonly string[]
}

/**
 * A member answers somebody outside in the desk's place, or gives them back: from then on the desk keeps out of everywhere they
 * have written, for as long as the policy says. Null where nobody is called so and the desk was not named.
 */
export async function keepOutOf(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  { verb, who, strict }: { verb: 'hands_off' | 'give_back'; who: string; strict: boolean },
): Promise<TurnOutcome | null> {
  const called = cleanLine(who, 80)
  const found = await whoIs(desk, who)
  if (found.length === 0)
    return strict ? { tasks: [], lines: [`I know nobody outside the team who is called "${called}".`] } : null
  const names = [...new Set(found.map(({ name }) => name))].join(' and ')
  const places = [...new Set(found.flatMap(({ conversations }) => conversations))]
  if (places.length === 0)
    return { tasks: [], lines: [`${names} has not written here yet, so there is nothing to keep out of.`] }
  const nowMs = desk.clock.nowMs()
  const { principal } = turn
  if (verb === 'hands_off') {
    const untilMs = nowMs + desk.policy().approvals.takeOverMs
    const until = sayMoment(untilMs, principal.zone, nowMs)
    return {
      tasks: [],
      lines: [
        `You have ${names}: I keep out until ${until}, or until you say "give back ${called}". What they write comes to you.`,
      ],
      also: function* () {
        for (const place of places) yield* takeOver(place, { by: principal.id, untilMs, seq: turn.seq })
        yield* audit(desk, 'conversation.taken_over', { by: principal.id, places, untilMs })
      },
    }
  }
  const { heard, left } = await meanwhile(desk, places)
  await dropQuestions(desk, parts, left)
  return {
    tasks: [],
    lines: [`I answer ${names} again.`, ...sayHeard(heard), ...sayLeft(left)],
    also: function* () {
      for (const one of left) yield* sendLater(one.id, one.attempts, nowMs, true)
      for (const place of places) if (yield* giveBack(place, nowMs)) yield* sendNow(place, nowMs)
      yield* audit(desk, 'conversation.given_back', {
        by: principal.id,
        places,
        heard: heard.length,
        left: left.length,
      })
    },
  }
}

/** Leads, and contacts on file, by their name, company or address. */
async function whoIs({ crm, sql }: DeskContext, who: string): Promise<Found[]> {
  const leads = (await crm.find('lead', who, CANDIDATES)).filter(({ person, company }) =>
    isCalled(who, [person.name, person.email, person.phone, company.name, company.domain]),
  )
  const contacts = (await crm.find('contact', who, CANDIDATES)).filter(({ name, company, emails, phones }) =>
    isCalled(who, [name, company, ...emails, ...phones]),
  )
  const known = await sql.read(function* () {
    const found: Found[] = []
    for (const one of contacts)
      found.push({ name: recordName('contact', { ...one }) ?? who, conversations: yield* spokeWhere(one.id) })
    return found
  })
  return [
    ...leads.map((lead) => ({ name: sayLead(lead), conversations: lead.conversations })),
    ...known.filter(({ conversations }) => conversations.length > 0 || leads.length === 0),
  ]
}

/** `Jo Park, Acme`. */
function sayLead(lead: { person: object; company: { name: string | null } }): string {
  const name = recordName('lead', { ...lead }) ?? 'a lead without a name'
  const company = lead.company.name
  return company === null || company === name ? name : `${name}, ${cleanLine(company, 80)}`
}

function* audit(desk: DeskContext, what: string, payload: Record<string, unknown>): Operation<void> {
  yield* appendAudit(desk.audit, { atMs: desk.clock.nowMs(), what, task: null, payload })
}
