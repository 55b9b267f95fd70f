import { minorDigits } from '#kernel/money.ts'
import type { FieldOp } from '#kernel/record.ts'
import { sayDate } from '#kernel/time.ts'
import { readMoney } from '#language/money.ts'
import { isClosedStage, plainWords } from '#language/record-words.ts'
import { stageNamed } from '../../read/stage.ts'
import type { Bulk, Of } from '../../request/query.ts'
import { dayIn } from '../reads/days.ts'
import { type QueryFacts, type Row, rowsOf } from '../reads/facts.ts'
import { sayWord } from '../reads/say.ts'
import { isValue, wordFields } from '../reads/values.ts'

/** A change as it will be written to each record; `ops` null puts them away. */
export interface Wanted {
  /** `Move to nurture`, as it begins a question. */
  said: string
  ops: ((row: Row) => FieldOp[]) | null
  /** The policy id that becomes the owner, where it is that. */
  owner: string | null
  /** It ends what it changes: lost, closed. */
  closes: boolean
}

/** What a change means for records of a kind, or why it cannot be made. */
export function changeFor(change: Bulk['change'], of: Of, facts: QueryFacts): Wanted | { problem: string } {
  switch (change.to) {
    case 'archive':
      return { said: 'Put away', ops: null, owner: null, closes: false }
    case 'owner': {
      const member = facts.members.find(({ id }) => id === change.who)
      if (!member) return { problem: `"${sayWord(change.who)}" is nobody on the team.` }
      return {
        said: `Make ${member.name} the owner`,
        ops: ({ kind, record }) => [
          { path: 'owner', before: record.owner ?? null, after: kind === 'lead' ? member.id : member.address },
        ],
        owner: member.id,
        closes: false,
      }
    }
    case 'stage':
      return standingFor(change.words, of, facts)
    case 'field':
      return fieldFor(change.field, change.words, of, facts)
  }
}

/** Deals have stages, which the policy lists; of people, a status is one that somebody has already. */
function standingFor(words: string, of: Of, facts: QueryFacts): Wanted | { problem: string } {
  const field = of === 'deal' ? 'stage' : 'status'
  const value = of === 'deal' ? stageNamed(words, facts.stages) : statusNamed(words, of, facts)
  if (value === null) {
    const known = of === 'deal' ? facts.stages.map(sayWord) : statusesOf(of, facts)
    return {
      problem: `I know no ${field} "${sayWord(words)}"; there ${known.length === 1 ? 'is' : 'are'} ${known.slice(0, 12).join(', ') || 'none'}.`,
    }
  }
  return {
    said: `Move to ${sayWord(value)}`,
    ops: ({ record }) => [
      { path: field, before: (record as Readonly<Record<string, unknown>>)[field] as FieldOp['before'], after: value },
    ],
    owner: null,
    closes: isClosedStage(value),
  }
}

const statusesOf = (of: Of, facts: QueryFacts): string[] => {
  const rows = [
    ...(of === 'lead' ? rowsOf(facts, 'lead') : []),
    ...(of === 'account' ? rowsOf(facts, 'account') : rowsOf(facts, 'contact')),
  ]
  return [
    ...new Set(rows.flatMap((row) => wordFields(row).flatMap(([name, value]) => (name === 'status' ? [value] : [])))),
  ].sort()
}

/** A status that somebody has already, or that is called as a stage of the policy is, written as the others are. */
function statusNamed(words: string, of: Of, facts: QueryFacts): string | null {
  const wanted = plainWords(words)
  const known = statusesOf(of, facts)
  const own = known.find((status) => isValue(status, wanted))
  if (own || of === 'lead') return own ?? null
  if (!facts.stages.some((stage) => isValue(stage, wanted))) return null
  const capital = known.length > 0 && known.every((status) => /^\p{Lu}/u.test(status))
  return capital ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted
}

function fieldFor(said: string, words: string, of: Of, facts: QueryFacts): Wanted | { problem: string } {
  const kind = of === 'lead' ? 'contact' : of === 'deal' || of === 'contact' || of === 'account' ? of : null
  if (kind === null) return { problem: `I do not change many ${of}s at once.` }
  const field = plainWords(said)
  const typed =
    kind === 'deal'
      ? dealField(field, words, facts)
      : kind === 'account' && field === 'country'
        ? text('country', words)
        : null
  if (typed) return typed
  const own = [
    ...new Set(rowsOf(facts, kind).flatMap(({ record }) => ('custom' in record ? Object.keys(record.custom) : []))),
  ]
  const name =
    own.find((one) => plainWords(one) === field) ??
    own.find((one) => plainWords(one).startsWith(`${field} `) || plainWords(one).endsWith(` ${field}`))
  if (name === undefined) return { problem: `There is no field "${sayWord(said)}" on file.` }
  const day = DATED.test(plainWords(name)) ? dayIn(words, facts) : null
  const value = day ?? words
  return {
    said: `Set ${sayWord(plainWords(name))} to ${sayWord(value)}`,
    ops: ({ record }) => [
      {
        path: `custom.${name}`,
        before: 'custom' in record && Object.hasOwn(record.custom, name) ? (record.custom[name] ?? null) : null,
        after: value,
      },
    ],
    owner: null,
    closes: false,
  }
}

const DATED = /(?:^| )(?:date|due|by|on|until)$/u

function dealField(field: string, words: string, facts: QueryFacts): Wanted | { problem: string } | null {
  if (/^(?:close|closing|close date|closing date|expected close(?: date)?)$/u.test(field)) {
    const day = dayIn(words, facts)
    if (day === null) return { problem: `"${sayWord(words)}" is no date I can read.` }
    return { ...text('closeDate', day), said: `Set the close date to ${sayDate(day, facts.nowMs)}` }
  }
  if (/^(?:amount|value|price)$/u.test(field)) {
    const [money] = readMoney(words, { locale: facts.locale, currency: facts.currency, bare: true })
    if (!money) return { problem: `"${sayWord(words)}" is no amount I can read.` }
    const currency = money.currency ?? facts.currency
    const amountMinor = money.money?.amountMinor ?? Math.round(Number(money.amount) * 10 ** minorDigits(currency))
    return {
      said: `Set the amount to ${money.amount} ${currency}`,
      ops: ({ record }) => {
        const was = record as Readonly<Record<string, FieldOp['before']>>
        return [
          { path: 'amountMinor', before: was.amountMinor ?? null, after: amountMinor },
          { path: 'currency', before: was.currency ?? null, after: currency },
        ]
      },
      owner: null,
      closes: false,
    }
  }
  const plainFields: Readonly<Record<string, string>> = {
    'next step': 'nextStep',
    'lost reason': 'lostReason',
    reason: 'lostReason',
  }
  const path = plainFields[field]
  return path ? text(path, words) : null
}

const text = (path: string, value: string): Wanted => ({
  said: `Set ${plainWords(path)} to ${sayWord(value)}`,
  ops: ({ record }) => [
    { path, before: ((record as Readonly<Record<string, unknown>>)[path] ?? null) as FieldOp['before'], after: value },
  ],
  owner: null,
  closes: false,
})
