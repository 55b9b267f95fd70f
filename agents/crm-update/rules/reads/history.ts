import { sayMoney } from '#kernel/money.ts'
import { sayDate, sayMoment } from '#kernel/time.ts'
import { plainWords } from '#language/record-words.ts'
import type { RecentAction } from '#ports/lookups.ts'
import type { QueryFacts, Row } from './facts.ts'
import { sayStored, sayWord } from './say.ts'

/** Changes that are told. */
const MOST = 5

const PATHS: Readonly<Record<string, readonly string[]>> = {
  amount: ['amountMinor', 'currency', 'period'],
  value: ['amountMinor', 'currency', 'period'],
  price: ['amountMinor', 'currency', 'period'],
  worth: ['amountMinor', 'currency', 'period'],
  'close date': ['closeDate'],
  'closing date': ['closeDate'],
  'next step': ['nextStep'],
  'lost reason': ['lostReason'],
  reason: ['lostReason'],
  phone: ['phones'],
  number: ['phones'],
  'phone number': ['phones'],
  email: ['emails'],
  mail: ['emails'],
}

/** Who changed a record, when, from what to what, and why; newest first. Of one field, where it was named. */
export function sayHistory(name: string, row: Row, field: string | null, facts: QueryFacts): string[] {
  const paths = field === null ? null : pathsOf(field)
  const told = facts.history
    .filter(({ record }) => record === row.record.id)
    .toReversed()
    .flatMap((action) => {
      const what = sayAction(action, paths, row, facts)
      return what === null
        ? []
        : [`- ${sayMoment(action.atMs, facts.zone, facts.nowMs)}, ${whoDid(action, facts)}: ${what}`]
    })
  const of = field === null ? name : `${sayWord(field)} of ${name}`
  if (told.length === 0)
    return [
      `I changed nothing in the ${field === null ? 'record' : sayWord(field)} of ${name} that I know of; what others changed outside of me I cannot see.`,
    ]
  const left = told.length - MOST
  return [`Changes of ${of}:`, ...told.slice(0, MOST), ...(left > 0 ? [`and ${left} older`] : [])]
}

const pathsOf = (field: string): readonly string[] =>
  PATHS[plainWords(field)] ?? [plainWords(field), `custom.${plainWords(field)}`]

const whoDid = ({ by }: RecentAction, { members }: QueryFacts): string =>
  members.find(({ id }) => id === by)?.name ?? sayWord(by)

const VERBS: Readonly<Record<string, string>> = {
  create: 'put on file',
  archive: 'put away',
  restore: 'taken out again',
  merge: 'merged with another record',
}

/** `amount from 24,000 EUR to 28,000 EUR ("24→28k")`; null where it is not about the field. */
function sayAction(
  { kind, ops = [], because }: RecentAction,
  paths: readonly string[] | null,
  row: Row,
  facts: QueryFacts,
): string | null {
  const verb = VERBS[kind.split('.')[1] ?? '']
  if (verb && paths === null) return `${verb}${because ? ` (${sayStored(because, 120)})` : ''}`
  const wanted = ops.filter(({ path }) => paths === null || paths.includes(path) || paths.includes(plainWords(path)))
  if (wanted.length === 0) return null
  const money = wanted.some(({ path }) => path === 'amountMinor' || path === 'currency' || path === 'period')
  const parts = wanted
    .filter(({ path }) => !['amountMinor', 'currency', 'period'].includes(path))
    .map(
      ({ path, before, after }) =>
        `${sayPath(path)} from ${sayOne(path, before, facts)} to ${sayOne(path, after, facts)}`,
    )
  const from = wanted.find((one) => one.from)?.from
  const said = [...(money ? [sayAmountChange(ops, row)] : []), ...parts].join('; ')
  return `${said}${from ? ` (said: ${sayStored(from, 120)})` : ''}`
}

type Ops = NonNullable<RecentAction['ops']>

/** What a change leaves of the currency and the period is as it stands on the record. */
function sayAmountChange(ops: Ops, { record }: Row): string {
  const held = record as Readonly<Record<string, unknown>>
  const at = (side: 'before' | 'after') => {
    const value = (path: string) => {
      const op = ops.find((one) => one.path === path)
      return op ? op[side] : held[path]
    }
    const [amountMinor, currency, period] = [value('amountMinor'), value('currency'), value('period')]
    if (typeof amountMinor !== 'number' || typeof currency !== 'string') return 'none'
    return sayMoney({ amountMinor, currency }, typeof period === 'string' ? period : null)
  }
  return `amount from ${at('before')} to ${at('after')}`
}

const sayPath = (path: string): string => plainWords(path.replace(/^custom\./, ''))

function sayOne(path: string, value: unknown, facts: QueryFacts): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => sayWord(String(one))).join(', ')
  const text = String(value)
  if (path === 'owner')
    return facts.members.find(({ id, address }) => id === text || address === text.toLowerCase())?.name ?? sayWord(text)
  return /^\d{4}-\d\d-\d\d$/.test(text) ? sayDate(text, facts.nowMs) : sayWord(text)
}
