import type { RulingDraft } from '#kernel/ruling.ts'
import { sayDate } from '#kernel/time.ts'
import { isClosedStage, plainWords } from '#language/record-words.ts'
import type { Query } from '../../request/query.ts'
import { aboutOf, contactedDay, touchedDay } from './days.ts'
import { type QueryFacts, type Row, rowsOf } from './facts.ts'
import { sayHistory } from './history.ts'
import { askWhich, meantBy } from './meant.ts'
import { nameOf } from './names.ts'
import { sayAmount, sayOwner, sayRow, sayStored, sayWord } from './say.ts'

/** Notes that are said of one record. */
const MOST_NOTES = 5

/** Answers a question about one record, or the few a name means. */
export function answerOne(query: Query, facts: QueryFacts): RulingDraft {
  const meant = meantBy(query, facts)
  if ('none' in meant)
    return { type: 'answer', text: `I have nobody and nothing called "${sayWord(meant.none)}" on file.` }
  if ('choose' in meant) return askWhich(query, meant.choose, facts)
  const lines = meant.rows.flatMap((row) => linesFor(query, row, facts))
  return { type: 'answer', text: lines.join('\n') }
}

function linesFor(query: Query, row: Row, facts: QueryFacts): string[] {
  const name = sayWord(nameOf(row))
  switch (query.ask) {
    case 'owner':
      return sayOwners(name, row, facts)
    case 'field':
      return [sayField(name, row, query.field ?? '', facts)]
    case 'notes':
      return sayNotes(name, row, facts)
    case 'contacted':
      return [sayContacted(name, row, facts)]
    case 'history':
      return sayHistory(name, row, query.field, facts)
    default:
      return sayAll(row, facts)
  }
}

function sayOwners(name: string, row: Row, facts: QueryFacts): string[] {
  const owner = sayOwner(row, facts)
  const said = owner === null ? `${name} has no owner.` : `${name}: ${owner}.`
  const others = openDealsOf(row, facts).filter((deal) => sayOwner(deal, facts) !== owner)
  return [said, ...others.map((deal) => `- ${sayWord(nameOf(deal))} (deal): ${sayOwner(deal, facts) ?? 'nobody'}`)]
}

const openDealsOf = (row: Row, facts: QueryFacts): Row[] =>
  row.kind !== 'account' && row.kind !== 'contact'
    ? []
    : rowsOf(facts, 'deal').filter(
        (deal) =>
          deal.kind === 'deal' &&
          deal.record[row.kind === 'account' ? 'account' : 'contact'] === row.record.id &&
          !isClosedStage(deal.record.stage),
      )

function sayField(name: string, row: Row, field: string, facts: QueryFacts): string {
  const value = fieldValue(row, plainWords(field), facts)
  return value === null ? `Nothing is on file for the ${sayWord(field)} of ${name}.` : `${name}: ${value}`
}

/** What a field says, as people name it; null for nothing. */
function fieldValue(row: Row, field: string, facts: QueryFacts): string | null {
  const { record } = row
  if (/^(?:amount|value|worth|price|size|for|deal worth|budget)$/u.test(field)) return sayAmount(row)
  if (/^(?:owner|rep|assignee)$/u.test(field)) return sayOwner(row, facts)
  if (/^(?:close|closing|due to close|close date|closing date)$/u.test(field)) {
    const day = 'closeDate' in record ? record.closeDate : null
    return day && `closes ${sayDate(day, facts.nowMs)}`
  }
  const named: Readonly<Record<string, string>> = {
    phone: 'phones',
    mobile: 'phones',
    cell: 'phones',
    telephone: 'phones',
    number: 'phones',
    'phone number': 'phones',
    'mobile number': 'phones',
    email: 'emails',
    'e mail': 'emails',
    mail: 'emails',
    address: 'emails',
    'email address': 'emails',
    'e mail address': 'emails',
    'next step': 'nextStep',
    'next steps': 'nextStep',
    reason: 'lostReason',
    'lost reason': 'lostReason',
    domain: 'domains',
    website: 'domains',
    note: 'notes',
  }
  const person = row.kind === 'lead' ? { emails: row.record.person.email, phones: row.record.person.phone } : {}
  const own = 'custom' in record ? record.custom : {}
  const key = Object.keys(own).find(
    (one) =>
      plainWords(one) === field || plainWords(one).startsWith(`${field} `) || plainWords(one).endsWith(` ${field}`),
  )
  const all: Readonly<Record<string, unknown>> = { ...record, ...person }
  const name = named[field] ?? field
  const value = all[name] ?? (key === undefined ? null : own[key])
  if (value === null || value === undefined || value === '' || name === 'custom' || name === 'id' || name === 'version')
    return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => sayWord(String(one))).join(', ')
  if (typeof value === 'object') return null
  return name === 'notes' || name === 'nextStep' ? sayStored(String(value), 400) : sayWord(String(value))
}

function sayNotes(name: string, row: Row, facts: QueryFacts): string[] {
  const related = new Set([row.record.id, ...openDealsOf(row, facts).map(({ record }) => record.id)])
  const spoken = rowsOf(facts, 'activity')
    .filter((one) => one.kind === 'activity' && one.record.kind !== 'task' && related.has(one.record.about.id))
    .sort((a, b) => ('at' in a.record && 'at' in b.record && a.record.at < b.record.at ? 1 : -1))
  const field =
    'notes' in row.record && row.record.notes ? [`- On the record: ${sayStored(row.record.notes, 400)}`] : []
  if (spoken.length === 0 && field.length === 0) return [`Nothing is noted about ${name}.`]
  const shown = spoken.slice(0, MOST_NOTES).map((one) => `- ${sayRow(one, facts)}`)
  const left = spoken.length - shown.length
  return [`Notes about ${name}:`, ...shown, ...(left > 0 ? [`and ${left} older`] : []), ...field]
}

function sayContacted(name: string, row: Row, facts: QueryFacts): string {
  const deals = row.kind === 'account' ? openDealsOf(row, facts) : []
  const days = [row, ...deals].map((one) => (one.kind === 'deal' ? touchedDay(one, facts) : contactedDay(one, facts)))
  const day = days
    .filter((one) => one !== null)
    .sort()
    .at(-1)
  return day
    ? `${name}: last on ${sayDate(day, facts.nowMs)}.`
    : `Nothing on file says when anybody last spoke to ${name}.`
}

/** What is on file of a record, a line for each kind of thing. */
function sayAll(row: Row, facts: QueryFacts): string[] {
  const lines = [sayRow(row, facts)]
  const { record } = row
  if ('nextStep' in record && record.nextStep) lines.push(`- Next step: ${sayStored(record.nextStep)}`)
  if ('custom' in record) {
    const own = Object.entries(record.custom).slice(0, MOST_NOTES + 3)
    lines.push(...own.map(([field, value]) => `- ${sayWord(plainWords(field))}: ${sayWord(value)}`))
  }
  if ('notes' in record && record.notes) lines.push(`- On the record: ${sayStored(record.notes, 300)}`)
  if (row.kind === 'lead' && row.record.ask) lines.push(`- Asked: ${sayStored(row.record.ask, 300)}`)
  lines.push(...peopleAt(row, facts).map((one) => `- Person: ${sayRow(one, facts)}`))
  lines.push(
    ...openDealsOf(row, facts)
      .slice(0, MOST_NOTES)
      .map((deal) => `- Deal: ${sayRow(deal, facts)}`),
  )
  const about = aboutOf(row, facts)
  const tasks = about.filter(({ kind, done }) => kind === 'task' && !done)
  const spoken = about.filter(({ kind }) => kind !== 'task')
  lines.push(...tasks.slice(0, 3).map((task) => `- Open task: ${sayRow({ kind: 'activity', record: task }, facts)}`))
  lines.push(...spoken.slice(0, 3).map((note) => `- ${sayRow({ kind: 'activity', record: note }, facts)}`))
  if (spoken.length > 3) lines.push(`and ${spoken.length - 3} older notes`)
  return lines
}

const peopleAt = (row: Row, facts: QueryFacts): Row[] =>
  row.kind !== 'account'
    ? []
    : rowsOf(facts, 'contact')
        .filter((one) => one.kind === 'contact' && plainWords(one.record.company ?? '') === plainWords(row.record.name))
        .slice(0, MOST_NOTES)
