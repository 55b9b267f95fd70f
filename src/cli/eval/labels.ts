/** What is right for a message of a public set: one of these jobs; nobody's; or two answers are fair, and it is left out. */
export type Expected = { jobs: readonly string[] } | 'nobody' | 'left out'

/** A public set of messages whose publisher says what each is. */
export interface PublicSet {
  name: string
  /** Folder of the set, and what its files are called before `dev.jsonl` and `test.jsonl`. */
  folder: string
  prefix: string
  /** The publisher's label of a row. */
  labelOf(row: Readonly<Record<string, unknown>>): string
  /** Labels as our jobs: `agent/intent`, or an agent alone where any of its intents is right. `-`: either answer is fair. */
  labels: Readonly<Record<string, string>>
  /** What every other label is. */
  otherwise: 'nobody' | 'left out'
}

const field =
  (name: string) =>
  (row: Readonly<Record<string, unknown>>): string =>
    String(row[name] ?? '')

const FAIR = '-'
const fair = (labels: string): Record<string, string> =>
  Object.fromEntries(labels.split(' ').map((label) => [label, FAIR]))
const nobody = (labels: string): Record<string, string> =>
  Object.fromEntries(labels.split(' ').map((label) => [label, '']))

/** The sets that say whose job a message is. What their publishers' assistants could not do and a desk may is left out. */
export const PUBLIC_SETS: readonly PublicSet[] = [
  {
    name: 'clinc150',
    folder: 'clinc150',
    prefix: '',
    labelOf: field('intent'),
    labels: {
      calendar: 'scheduling/query',
      meeting_schedule: 'scheduling/query',
      schedule_meeting: 'scheduling/book',
      calendar_update: 'scheduling/book scheduling/move scheduling/cancel',
      ...fair('reminder reminder_update todo_list todo_list_update alarm timer text'),
    },
    otherwise: 'nobody',
  },
  {
    name: 'hwu64',
    folder: 'hwu64',
    prefix: '',
    labelOf: field('intent'),
    labels: {
      calendar_query: 'scheduling/query',
      calendar_set: 'scheduling/book scheduling/remind',
      calendar_remove: 'scheduling/cancel',
      email_sendemail: 'outreach-draft',
      ...fair('email_query email_addcontact email_querycontact lists_createoradd lists_query lists_remove alarm_set'),
      ...fair('alarm_query alarm_remove datetime_query datetime_convert recommendation_events'),
    },
    otherwise: 'nobody',
  },
  {
    name: 'smcalflow',
    folder: 'smcalflow',
    prefix: 'first_turns_',
    labelOf: (row) => field('label')(row).replace('out_of_scope:', ''),
    labels: {
      create_event: 'scheduling/book',
      query_event: 'scheduling/query',
      update_event: 'scheduling/move',
      delete_event: 'scheduling/cancel',
      ...nobody('people places weather FenceScope FenceOther FenceGibberish FenceTriviaQa FenceWeather FencePlaces'),
    },
    otherwise: 'left out',
  },
  {
    name: 'sgd_calendar',
    folder: 'sgd_calendar',
    prefix: 'intent_turns_',
    labelOf: field('active_intent'),
    labels: { AddEvent: 'scheduling/book', GetEvents: 'scheduling/query', GetAvailableTime: 'scheduling/query' },
    otherwise: 'nobody',
  },
]

/** What a row of a set expects, of the jobs that installed agents have. */
export function expectedOf(set: PublicSet, row: Readonly<Record<string, unknown>>, jobs: readonly string[]): Expected {
  const said = set.labels[set.labelOf(row)]
  if (said === undefined) return set.otherwise
  return said === FAIR ? 'left out' : jobsNamed(said === '' ? [] : said.split(' '), jobs)
}

/** Names of jobs, an agent alone standing for all of its own. Jobs that no installed agent has are left out. */
export function jobsNamed(names: readonly string[], jobs: readonly string[]): Expected {
  if (names.length === 0) return 'nobody'
  const meant = jobs.filter((job) => names.some((name) => job === name || job.startsWith(`${name}/`)))
  return meant.length > 0 ? { jobs: meant } : 'left out'
}
