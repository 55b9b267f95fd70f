import { MINUTE_MS } from '#kernel/units.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import { tripsOf, zoneAt } from '../rules/whereabouts.ts'

const known = new WeakMap<Scope<Policy>, Promise<string>>()

/** The zone in which whoever asks is now: a member on a trip speaks of the clock there. Looked up once for a run. */
export function zoneOfAsker(scope: Scope<Policy>): Promise<string> {
  const before = known.get(scope)
  if (before) return before
  const found = lookUp(scope)
  known.set(scope, found)
  return found
}

async function lookUp(scope: Scope<Policy>): Promise<string> {
  const { principal, policy, nowMs } = scope
  const self = principal.kind === 'member' ? memberById(policy, principal.id) : undefined
  if (!self) return principal.zone
  const address = addressOf(self)
  const today = { addresses: [address], fromMs: nowMs, toMs: nowMs + MINUTE_MS }
  const days = await scope.lookups['calendar.places'](today)
  return zoneAt({ zone: self.timezone, trips: tripsOf(address, days, self.timezone) }, nowMs)
}
