import { join, resolve } from 'node:path'
import { policyFile } from '#app/policy-of.ts'
import { DeskError } from '#kernel/errors.ts'
import { approversOf } from '#policy/people.ts'
import { diffPolicies, loadPolicy, type Policy } from '#policy/policy.ts'
import type { HomeFlags } from './home.ts'
import { write } from './ndjson.ts'

/** `nightdesk policy check [FILE]`. @returns the exit status: 1 where the policy cannot be used */
export async function check(file: string | undefined, flags: HomeFlags): Promise<number> {
  const home = { policy: join(resolve(flags.home), 'policy.yaml') }
  const path = policyFile(home, file ?? flags.policy)
  if (path === null) {
    await write(
      `There is no ${home.policy}, so the desk has one person and the defaults. \`nightdesk init\` writes one.\n`,
    )
    return 0
  }
  try {
    await write(`${summary(path, loadPolicy(path))}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'POLICY_INVALID') throw error
    const problems = [error.message, ...String(error.details.more ?? '').split('\n')].filter(Boolean)
    await write(`${problems.join('\n')}\n`)
    return 1
  }
}

function summary(file: string, policy: Policy): string {
  const { company, people, rules } = policy
  const names = people.map((person) => person.name).join(', ')
  const deciders = approversOf(policy).map((person) => person.name)
  const withoutMail = people.filter((person) => person.email === null).map((person) => person.name)
  return [
    `${file} can be used (version ${policy.source.version}).`,
    `${company.name}, ${company.timezone}, ${company.currency}. The team: ${names}.`,
    `What is asked is decided by ${deciders.join(' or ')}.`,
    ...(rules.length > 0 ? [`Learned rules: ${rules.map((rule) => rule.id).join(', ')}.`] : []),
    ...(withoutMail.length > 0
      ? [`Without an e-mail address, and so not found in imported calendars: ${withoutMail.join(', ')}.`]
      : []),
  ].join('\n')
}

/** `nightdesk policy diff A B`: nothing is changed by it, so the exit status is 0 where both can be read. */
export async function diff(before: string, after: string): Promise<number> {
  const lines = diffPolicies(loadPolicy(before), loadPolicy(after))
  await write(lines.length === 0 ? 'They say the same.\n' : `${lines.join('\n')}\n`)
  return 0
}
