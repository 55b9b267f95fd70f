import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { Company } from '#policy/fragments/company.ts'
import { Person } from '#policy/fragments/people.ts'
import type { PolicyAnswers } from '#policy/policy.ts'
import { idFrom } from './person-id.ts'

const company = z.strictObject(
  {
    name: Company.shape.name,
    timezone: Company.shape.timezone,
    currency: Company.shape.currency,
  },
  { error: 'an object with a name and a timezone' },
)
const person = z.strictObject(
  {
    id: Person.shape.id.optional(),
    name: Person.shape.name,
    email: Person.shape.email,
    roles: Person.shape.roles,
    hours: Person.shape.working_hours,
  },
  { error: 'an object with a name' },
)

/** What `init` asks for, each as the policy takes it. Names, the zone and one person are needed; the rest has defaults. */
export const InitAnswers = z.strictObject(
  {
    company,
    people: z.array(person, { error: 'a list of people' }).min(1, { error: 'a list of at least one person' }),
  },
  { error: 'an object with company and people' },
)
export type InitAnswers = z.input<typeof InitAnswers>

/** Reads a file of answers. @throws DeskError USAGE naming what is wrong */
export function answersIn(text: string, file: string): PolicyAnswers {
  const parsed = InitAnswers.safeParse(jsonIn(text, file))
  if (parsed.success) return policyAnswers(parsed.data)
  const issue = parsed.error.issues[0]
  const key = [file, ...(issue?.path ?? [])].join(' > ')
  const problem =
    issue?.code === 'unrecognized_keys'
      ? `has a key that is not asked for: ${issue.keys.join(', ')}`
      : `must be ${issue?.message}`
  throw new DeskError('USAGE', { problem: `${key} ${problem}.` })
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DeskError('USAGE', { problem: `${file} is not JSON (${(error as Error).message}).` }, { cause: error })
  }
}

/** The answers as the policy writes them. Where nobody has a role that decides, whoever is named first has. */
export function policyAnswers({ company, people }: InitAnswers): PolicyAnswers {
  const taken = new Set(people.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const somebodyDecides = people.some(({ roles }) => roles?.some((role) => role === 'founder' || role === 'approver'))
  return {
    // Who counts in US dollars writes the month first.
    company: company.currency === 'USD' ? { ...company, date_order: 'mdy' } : company,
    people: people.map(({ id, name, email, roles, hours }, at) => ({
      id: id ?? idFrom(name, taken),
      name,
      roles: at === 0 && !somebodyDecides ? ['founder', 'approver'] : (roles ?? []),
      ...(email !== undefined && { email }),
      ...(hours && { working_hours: hours }),
    })),
  }
}
