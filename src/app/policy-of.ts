import { existsSync } from 'node:fs'
import { defaultPolicy, loadPolicy, type Policy } from '#policy/policy.ts'
import type { Home } from './home.ts'

/**
 * The policy of a home: the named file, else policy.yaml in the home, else safe defaults.
 * @throws DeskError POLICY_UNREADABLE, POLICY_INVALID
 */
export function policyOf(home: Pick<Home, 'policy'>, named: string | undefined, zone: string | undefined): Policy {
  const file = policyFile(home, named)
  return file ? loadPolicy(file) : defaultPolicy({ zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone })
}

/** Path of the policy file in force, or null where there is none. */
export function policyFile(home: Pick<Home, 'policy'>, named: string | undefined): string | null {
  if (named) return named
  return existsSync(home.policy) ? home.policy : null
}
