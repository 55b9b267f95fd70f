import { wallDay } from '#kernel/time.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import { nextWorkingMs } from '#policy/working-time.ts'

/** How somebody stands now. */
export interface OnDuty {
  id: string
  working: boolean
  leadsToday: number
}

/** A lead that somebody was given. */
export interface Assigned {
  owner: string
  atMs: number
}

export interface Team {
  now: readonly OnDuty[]
  /** In any order. */
  assigned: readonly Assigned[]
}

/** Whose turn it is, and when they see it. */
export interface Turn {
  to: string
  /** Now where they work, else when they next do. */
  fromMs: number
}

/**
 * Whoever has waited longest for a lead among those who work and have had fewer than the policy's leads today. Where nobody
 * does, whoever works again first. Alike ones in the order of the policy.
 */
export function whoseTurn(policy: Policy, team: Team, nowMs: number): Turn {
  const stands = new Map(team.now.map((one) => [one.id, one]))
  const hasRoom = ({ id }: PolicyPerson) => (stands.get(id)?.leadsToday ?? 0) < policy.leads.perPersonDay
  const lastMs = lastAssigned(team.assigned)
  const waitedLongest = (a: PolicyPerson, b: PolicyPerson) =>
    (lastMs.get(a.id) ?? Number.NEGATIVE_INFINITY) - (lastMs.get(b.id) ?? Number.NEGATIVE_INFINITY) || 0
  const inTurn = takers(policy).toSorted(waitedLongest)
  const on = inTurn.find((person) => stands.get(person.id)?.working === true && hasRoom(person))
  if (on) return { to: on.id, fromMs: nowMs }
  const [first] = inTurn
    .map((person) => ({ to: person.id, fromMs: nextTurnMs(person, hasRoom(person), nowMs) }))
    .toSorted((a, b) => a.fromMs - b.fromMs)
  if (!first) throw new RangeError('a policy has at least one person')
  return first
}

/** Those with the role `sales`, else everybody. */
function takers({ people }: Policy): readonly PolicyPerson[] {
  const sales = people.filter(({ roles }) => roles.includes('sales'))
  return sales.length > 0 ? sales : people
}

function lastAssigned(assigned: readonly Assigned[]): Map<string, number> {
  const last = new Map<string, number>()
  for (const { owner, atMs } of assigned) last.set(owner, Math.max(atMs, last.get(owner) ?? atMs))
  return last
}

/** Who is away in their own hours, or has had their share, is looked for on the next working day. */
function nextTurnMs(person: PolicyPerson, hasRoom: boolean, nowMs: number): number {
  const nextMs = nextWorkingMs(person, nowMs)
  return nextMs > nowMs && hasRoom ? nextMs : nextWorkingMs(person, wallDay(nowMs, person.timezone, 1).startMs)
}
