import type { Config } from '#app/config.ts'
import type { Home } from '#app/home.ts'
import { policyFile } from '#app/policy-of.ts'
import { publicBaseOf } from '#app/public-base.ts'
import { DeskError } from '#kernel/errors.ts'
import { loadPolicy } from '#policy/policy.ts'
import { type Finding, ok, warn } from './finding.ts'

/** Where the policy's booking pages are reached; nothing where it has none, or cannot be read (that is a finding of its own). */
export function checkBooking(home: Pick<Home, 'policy'>, named: string | undefined, config: Config): Finding[] {
  const pages = pagesIn(home, named)
  if (pages.length === 0) return []
  const { PUBLIC_PORT, PUBLIC_URL } = config
  if (PUBLIC_PORT === undefined)
    return [warn('booking', 'the policy has booking pages, but nobody can reach them; set PUBLIC_PORT.')]
  const addresses = pages.map((slug) => `${publicBaseOf(config, PUBLIC_PORT)}/book/${slug}`).join(', ')
  return PUBLIC_URL === undefined
    ? [warn('booking', `${addresses}; set PUBLIC_URL to the address that clients use.`)]
    : [ok('booking', addresses)]
}

function pagesIn(home: Pick<Home, 'policy'>, named: string | undefined): string[] {
  const file = policyFile(home, named)
  try {
    return file === null ? [] : Object.keys(loadPolicy(file).booking.pages)
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}
