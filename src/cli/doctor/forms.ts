import type { Config } from '#app/config.ts'
import type { Home } from '#app/home.ts'
import { policyFile } from '#app/policy-of.ts'
import { publicBaseOf } from '#app/public-base.ts'
import { DeskError } from '#kernel/errors.ts'
import { loadPolicy } from '#policy/policy.ts'
import { type Finding, ok, warn } from './finding.ts'

/** Where the policy's forms are reached, and what answers need; nothing where it has none, or cannot be read. */
export function checkForms(home: Pick<Home, 'policy'>, named: string | undefined, config: Config): Finding[] {
  const names = formsIn(home, named)
  const strangers = config.FORM_SECRETS.map(({ form }) => form).filter((form) => !names.includes(form))
  const unknown = strangers.map((form) =>
    warn('forms', `FORM_SECRETS names "${form}", but the policy has no such form; add it, or take the secret out.`),
  )
  if (names.length === 0) return unknown
  const { PUBLIC_PORT, PUBLIC_URL } = config
  if (PUBLIC_PORT === undefined)
    return [warn('forms', 'the policy has forms, but nobody can reach them; set PUBLIC_PORT.'), ...unknown]
  const addresses = names.map((name) => `${publicBaseOf(config, PUBLIC_PORT)}/hooks/form/${name}`).join(', ')
  const reached =
    PUBLIC_URL === undefined
      ? warn('forms', `${addresses}; set PUBLIC_URL to the address that browsers use.`)
      : ok('forms', addresses)
  return [reached, ...unknown]
}

function formsIn(home: Pick<Home, 'policy'>, named: string | undefined): string[] {
  const file = policyFile(home, named)
  try {
    return file === null ? [] : Object.keys(loadPolicy(file).forms)
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}
