import { expect, test } from 'vitest'
import { LEAST, problemsIn } from './fixture.ts'

/** What a founder types, and the sentence that comes back. */
const TYPOS: readonly [typo: string, text: string, sentence: string][] = [
  [
    'a group misspelt',
    `${LEAST}outreach:\n  quiet_hour: {start: "19:00"}\n`,
    'line 9: `outreach.quiet_hour` is not a key of the policy; did you mean `quiet_hours`?',
  ],
  [
    'a group at the wrong level',
    `${LEAST}quiet_hours: {start: "19:00"}\n`,
    'line 8: `quiet_hours` is not a key of the policy; it belongs under `outreach`.',
  ],
  [
    'a needed key misspelt: told once, not also as missing',
    LEAST.replace('timezone', 'time_zone'),
    'line 4: `company.time_zone` is not a key of the policy; did you mean `timezone`?',
  ],
  [
    'a needed key left out',
    LEAST.replace('    name: Mia Chen\n', ''),
    'line 6: `people[mia].name` is missing; it must be some text.',
  ],
  [
    'an offset for a zone',
    LEAST.replace('Europe/London', 'GMT+1'),
    'line 4: `company.timezone` must be a time zone by its IANA name, such as Europe/London (not an offset or a short name), not "GMT+1".',
  ],
  [
    'a zone misspelt',
    LEAST.replace('Europe/London', 'Europe/Lodnon'),
    'line 4: `company.timezone` must be a time zone by its IANA name, such as Europe/London (not an offset or a short name), not "Europe/Lodnon"; did you mean `Europe/London`?',
  ],
  [
    'a time as people say it',
    `${LEAST}outreach: {quiet_hours: {start: 7pm}}\n`,
    'line 8: `outreach.quiet_hours.start` must be a time such as "20:00", not "7pm".',
  ],
  [
    'a duration without its unit',
    `${LEAST}scheduling: {defaults: {length: 30}}\n`,
    'line 8: `scheduling.defaults.length` must be a duration such as 15m, 2h or 3d, not 30.',
  ],
  [
    'a duration in words',
    `${LEAST}scheduling: {defaults: {length: 30 minutes}}\n`,
    'line 8: `scheduling.defaults.length` must be a duration such as 15m, 2h or 3d, not "30 minutes".',
  ],
  [
    'a level with a capital',
    `${LEAST}crm: {autonomy: {owner: Act}}\n`,
    'line 8: `crm.autonomy.owner` must be one of never, suggest, act_with_approval, act, not "Act"; did you mean `act`?',
  ],
  [
    'yes for a level',
    `${LEAST}crm: {autonomy: {owner: yes}}\n`,
    'line 8: `crm.autonomy.owner` must be one of never, suggest, act_with_approval, act, not "yes".',
  ],
  [
    'somebody misspelt',
    `${LEAST}    backup: sma\n  - {id: sam, name: Sam}\n`,
    'line 8: `people[mia].backup` names "sma", and nobody under `people` has that id; did you mean `sam`?',
  ],
  [
    'somebody who left',
    `${LEAST}escalation: {fallback: bob}\n`,
    'line 8: `escalation.fallback` names "bob", and nobody under `people` has that id; known: mia.',
  ],
  [
    'the same id twice',
    `${LEAST}  - {id: mia, name: Mia Two}\n`,
    'line 8: `people[1].id` gives the id "mia" a second time; every one must be its own.',
  ],
  [
    'a phone number without quotes; it is not repeated',
    `${LEAST}    whatsapp: +447700900123\n`,
    'line 8: `people[mia].whatsapp` must be a phone number in quotes with its country, such as "+447700900123".',
  ],
  [
    'a weekday misspelt',
    `${LEAST}    working_hours: {mon-fry: "09:00-18:00"}\n`,
    'line 8: `people[mia].working_hours.mon-fry`: this name must be days such as mon-thu, fri or "mon, wed", each once.',
  ],
  [
    'hours the wrong way round',
    `${LEAST}    working_hours: {fri: "18:00-09:00"}\n`,
    'line 8: `people[mia].working_hours.fri` must be working hours such as "09:30-18:00" or "09:00-12:00, 14:00-18:00", not "18:00-09:00".',
  ],
  [
    'a day given twice',
    `${LEAST}    working_hours: {mon-fri: "09:00-18:00", fri: "09:00-16:00"}\n`,
    'line 8: `people[mia].working_hours.fri` must be part of a week that names each day once.',
  ],
  [
    'money with a sign',
    `${LEAST}leads: {minimum_budget: €3000}\n`,
    'line 8: `leads.minimum_budget` must be an amount such as 10000 EUR (no separators, currency in three letters), not "€3000".',
  ],
  [
    'a comparator the wrong way round',
    `${LEAST}crm: {approve_if: ["amount => 10000 EUR"]}\n`,
    'line 8: `crm.approve_if[0]` cannot be read at column 8: write == where something must equal something.',
  ],
  [
    'a fact misspelt, which would never have asked',
    `${LEAST}crm: {approve_if: ["amont >= 10000 EUR"]}\n`,
    'line 8: `crm.approve_if[0]` speaks of "amont", which is no fact the desk knows; did you mean `amount`?',
  ],
  [
    'one value where a list is needed',
    `${LEAST}    roles: approver\n`,
    'line 8: `people[mia].roles` must be a list such as [founder, approver], not "approver".',
  ],
  [
    'a role misspelt, which would leave nobody to decide',
    `${LEAST}    roles: [aprover]\n`,
    'line 8: `people[mia].roles[0]` must be one of founder, approver, admin, sales, support, finance, legal, operations, engineering, marketing, member, not "aprover"; did you mean `approver`?',
  ],
  [
    'the same group twice',
    `${LEAST}crm: {}\nleads: {}\ncrm: {}\n`,
    'line 10: `crm` stands twice in the same group; only one of them can hold.',
  ],
  ['a tab', LEAST.replace('  timezone', '\ttimezone'), 'line 4: this line begins with a tab; indent with spaces.'],
  [
    'a country as people say it',
    LEAST.replace('people:', '  holidays: [UK]\npeople:'),
    'line 5: `company.holidays[0]` must be a country or region code such as GB (not UK), GB-ENG or US-CA, not "UK".',
  ],
  [
    'a stage that is none',
    `${LEAST}crm: {required: {close_lost: [reason]}}\n`,
    'line 8: `crm.required.close_lost` names "close_lost", and `crm.stages` has no such stage; did you mean `closed_lost`?',
  ],
  [
    'thresholds out of order',
    `${LEAST}leads:\n  bands: {hot: 40}\n`,
    'line 9: `leads.bands` must be ordered so: hot above warm above cold.',
  ],
  [
    'a route behind the one that takes everything',
    `${LEAST}leads: {routing: [{else: round_robin}, {if: "region in [DE]", to: mia}]}\n`,
    'line 8: `leads.routing[1]` is never reached; the `else` line must be the last.',
  ],
  [
    'a learned rule for an action there is not',
    `${LEAST}rules: [{id: r1, text: x, then: act, scope: calender.move, author: mia, createdAt: 2026-11-24}]\n`,
    'line 8: `rules[r1].scope` must be an action such as calendar.move, a store such as calendar, or an agent such as scheduling, not "calender.move"; did you mean `calendar.move`?',
  ],
]

test.each(TYPOS)('%s', (_typo, text, sentence) => {
  expect(problemsIn(text)).toEqual([sentence])
})

test('all problems are told, in the order of their lines', () => {
  const text = `${LEAST.replace('Europe/London', 'BST')}    backup: sam\nlead: {}\ncrm: {approve_if: ["amount >"]}\n`
  expect(problemsIn(text)).toEqual([
    expect.stringContaining('line 4: `company.timezone`'),
    expect.stringContaining('line 8: `people[mia].backup`'),
    'line 9: `lead` is not a key of the policy; did you mean `leads`?',
    expect.stringContaining('line 10: `crm.approve_if[0]` cannot be read at column 9'),
  ])
})

test('addresses and ids of people are not repeated', () => {
  const text = `${LEAST}    email: mia@nowhere\n    slack: "U 123 456"\nvip: [jo at acme]\n`
  const told = problemsIn(text).join('\n')
  expect(problemsIn(text)).toHaveLength(3)
  expect(told).not.toMatch(/nowhere|U 123|jo at/)
})
