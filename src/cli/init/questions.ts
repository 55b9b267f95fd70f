import { Company } from '#policy/fragments/company.ts'
import { Person } from '#policy/fragments/people.ts'
import { nearest } from '#policy/nearest.ts'
import type { PolicyAnswers } from '#policy/policy.ts'
import { type InitAnswers, policyAnswers } from './answers.ts'
import { type Ask, askFor } from './ask.ts'
import { hoursIn } from './hours.ts'

const HOURS = { 'mon-fri': '09:00-18:00' }

/** Asks for the company and its people, one after the other. @param zone this machine's, offered as the answer */
export async function askAll(ask: Ask, zone: string): Promise<PolicyAnswers> {
  ask.say('A few questions; press Enter for what stands in brackets. All of it can be changed in policy.yaml later.\n')
  const company = {
    name: await askFor(ask, { question: 'Company', schema: Company.shape.name }),
    timezone: await askFor(ask, {
      question: 'Time zone',
      otherwise: { value: zone, shown: zone },
      read: (words) =>
        nearest(
          words,
          Intl.supportedValuesOf('timeZone').filter((name) => sameZone(name, words)),
        ) ?? words,
      schema: Company.shape.timezone,
    }),
    currency: await askFor(ask, {
      question: 'Currency',
      otherwise: { value: 'EUR', shown: 'EUR' },
      read: (words) => words.toUpperCase(),
      schema: Company.shape.currency,
    }),
  }
  const people: InitAnswers['people'] = []
  do {
    ask.say(people.length === 0 ? '\nYou:' : '\nThe next person:')
    people.push(await askPerson(ask, people.length === 0))
  } while (await ask.yes('Is there somebody else?'))
  return policyAnswers({ company, people })
}

async function askPerson(ask: Ask, isFirst: boolean): Promise<InitAnswers['people'][number]> {
  const roles = isFirst ? (['founder', 'approver'] as const) : ([] as const)
  return {
    name: await askFor(ask, { question: 'Name, as clients see it', schema: Person.shape.name }),
    email: await askFor(ask, {
      question: 'E-mail address, as it stands in calendars',
      otherwise: { value: undefined, shown: 'none' },
      schema: Person.shape.email,
    }),
    roles: await askFor(ask, {
      question: 'Roles, separated by commas (an approver decides what the desk asks)',
      otherwise: { value: [...roles], shown: roles.join(', ') || 'none' },
      read: (words) => words.toLowerCase().split(/[\s,]+/),
      schema: Person.shape.roles,
    }),
    hours: await askFor(ask, {
      question: 'Working hours',
      otherwise: { value: HOURS, shown: 'mon-fri 09:00-18:00' },
      read: hoursIn,
      schema: Person.shape.working_hours,
    }),
  }
}

/** `europe/london`, or `London` alone. */
function sameZone(name: string, words: string): boolean {
  const wanted = words.toLowerCase().replaceAll(' ', '_')
  return name.toLowerCase() === wanted || name.toLowerCase().endsWith(`/${wanted}`)
}
