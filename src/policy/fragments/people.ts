import { z } from 'zod'
import {
  channelId,
  clock,
  count,
  days,
  email,
  keys,
  list,
  named,
  oneOf,
  person,
  phone,
  region,
  text,
  window,
  windows,
  zone,
} from '../kinds.ts'
import { clockMinute, daysOf, type WeekWindows, type Window, weekOf, windowOf, windowsOf } from '../spans.ts'

/** Ids that mean something else in the policy or the journal. */
const RESERVED = ['desk', 'round_robin', 'account_owner', 'vip', 'fallback', 'you', 'me']
const ID_ERROR = 'a short id in small letters, such as mia (and not a word the desk uses itself, such as desk)'
const id = z
  .string({ error: ID_ERROR })
  .regex(/^[a-z][a-z0-9_-]{0,31}$/, { error: ID_ERROR })
  .refine((value) => !RESERVED.includes(value), { error: ID_ERROR })

const span = keys({
  days: days.prefault('mon-fri').describe('weekdays'),
  from: clock.describe('local time it begins'),
  to: clock.describe('local time it ends'),
}).refine((one) => one.from < one.to, { error: 'a span whose `to` is later than its `from`' })

const spans = list(span, '[{days: mon-fri, from: "13:30", to: "16:00"}]').prefault([])

const Energy = keys({
  deep: spans.describe('for work alone; protected'),
  high: spans.describe('best for clients'),
  low: spans.describe('for the team only'),
})

const week = named(days, windows).superRefine((hours, context) => {
  const taken = new Set<number>()
  for (const key of Object.keys(hours)) {
    for (const day of daysOf(key)) {
      if (taken.has(day))
        context.addIssue({
          code: 'custom',
          message: 'a week that names each day once',
          path: [key],
          params: { key: true },
        })
      taken.add(day)
    }
  }
})

const ROLES = [
  'founder',
  'approver',
  'admin',
  'sales',
  'support',
  'finance',
  'legal',
  'operations',
  'engineering',
  'marketing',
  'member',
] as const

export const Person = keys({
  id: id.meta({ example: 'mia' }).describe('short name the other lines refer to'),
  name: text.meta({ example: 'Mia Chen' }).describe('as clients see it'),
  roles: list(oneOf(ROLES), '[founder, approver]')
    .prefault([])
    .describe('an approver decides what is asked; an admin looks after the desk'),
  email: email.optional().meta({ example: 'mia@northwind.example' }).describe('address in calendars and mail'),
  slack: channelId.optional().meta({ example: 'U0123ABC' }).describe('Slack member id'),
  discord: channelId.optional().meta({ example: '998877665544332211' }).describe('Discord user id, in quotes'),
  discord_role: channelId
    .optional()
    .meta({ example: '112233445566778899' })
    .describe('Discord role that may decide for them, in quotes'),
  whatsapp: phone.optional().meta({ example: '+447700900123' }).describe('number with country, in quotes'),
  timezone: zone.optional().meta({ example: 'Europe/London' }).describe("where they work; the company's without it"),
  holidays: list(region, '[DE-BE]')
    .optional()
    .meta({ example: ['DE-BE'] })
    .describe("regions whose public holidays they have off; the company's without it"),
  backup: person.optional().describe('who decides while they are away'),
  working_hours: week
    .prefault({ 'mon-fri': '09:00-18:00' })
    .describe('when they work; days that are not named are days off'),
  energy: Energy.prefault({}).describe('what the time is good for, not only whether it is free'),
  ignores_before: clock.optional().meta({ example: '10:30' }).describe('meetings before it tend to be missed'),
  max_meetings_per_day: count(1, 50).optional().meta({ example: 5 }).describe('more only if they say so'),
  max_back_to_back: count(1, 20).optional().meta({ example: 2 }).describe('meetings without a break'),
  lunch: window.optional().meta({ example: '12:30-13:30' }).describe('kept free where `protect` says lunch'),
})

export const People = list(Person.meta({ explained: true }), '[{id: mia, name: Mia Chen}]')
  .min(1, { error: 'a list of at least one person' })
  .describe('the team; nobody else is a member')

/** @param company whose zone and holidays hold for people who name none */
export function personOf(file: z.output<typeof Person>, company: { timezone: string; holidays: readonly string[] }) {
  return {
    id: file.id,
    name: file.name,
    roles: file.roles,
    email: file.email?.toLowerCase() ?? null,
    slack: file.slack ?? null,
    discord: file.discord ?? null,
    discordRole: file.discord_role ?? null,
    /** E.164. */
    whatsapp: file.whatsapp?.replace(/[ ()-]/g, '') ?? null,
    timezone: file.timezone ?? company.timezone,
    /** Regions, such as `GB-ENG`. */
    holidays: file.holidays ?? company.holidays,
    backup: file.backup ?? null,
    workingHours: weekOf(
      Object.entries(file.working_hours).flatMap(([key, hours]) =>
        windowsOf(hours).map((window) => ({ days: daysOf(key), window })),
      ),
    ),
    energy: { deep: energyOf(file.energy.deep), high: energyOf(file.energy.high), low: energyOf(file.energy.low) },
    ignoresBeforeMinute: file.ignores_before === undefined ? null : clockMinute(file.ignores_before),
    maxMeetingsPerDay: file.max_meetings_per_day ?? null,
    maxBackToBack: file.max_back_to_back ?? null,
    lunch: file.lunch === undefined ? null : windowOf(file.lunch),
  }
}

export type PolicyPerson = ReturnType<typeof personOf>

function energyOf(entries: readonly z.output<typeof span>[]): WeekWindows {
  return weekOf(
    entries.map((entry) => {
      const window: Window = { fromMinute: clockMinute(entry.from), toMinute: clockMinute(entry.to) }
      return { days: daysOf(entry.days), window }
    }),
  )
}
