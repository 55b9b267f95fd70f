import { DateTime } from 'luxon'
import type { Deal } from '#kernel/deal.ts'
import { minorDigits } from '#kernel/money.ts'
import type { FieldOp } from '#kernel/record.ts'
import { findEmails, phoneValue } from '#language/person.ts'
import { nearest } from '#policy/nearest.ts'
import { type Entry, entriesOf } from '../names.ts'
import { closing, isClosed, spoken, stageNamed } from '../read/stage.ts'
import type { Change, Value } from '../request/write.ts'
import { askFor, type Need } from './ask.ts'
import { countryFor, type Facts, type RecordPolicy } from './facts.ts'
import { sayMoney } from './say.ts'

/** What a change comes to: field changes, what is told beside them, or what has to be asked first. */
export interface Weighed {
  ops: FieldOp[]
  notes: string[]
  need: Need | null
  /** No field holds it: it is worth a note. */
  unplaced: string | null
}

const done = (...ops: FieldOp[]): Weighed => ({ ops, notes: [], need: null, unplaced: null })
const needs = (need: Need): Weighed => ({ ops: [], notes: [], need, unplaced: null })
const noted = (weighed: Weighed, ...notes: string[]): Weighed => ({ ...weighed, notes: [...weighed.notes, ...notes] })

/** A change of one field, as an operation on the record as it stands. @param sure what is unusual was confirmed */
export function weigh(change: Change, entry: Entry, facts: Facts, policy: RecordPolicy, sure: boolean): Weighed {
  const op = (path: string, after: FieldOp['after']): FieldOp => ({
    path,
    before: standing(entry, path),
    after,
    from: change.from.slice(0, 300),
  })
  const { field, value } = change
  const text = value.type === 'text' ? value.text : value.type === 'date' ? value.words : ''
  switch (field) {
    case 'stage':
      return weighStage(value, entry, op, policy)
    case 'amount':
      return entry.kind === 'deal' ? weighAmount(value, entry.record, op, policy, sure) : unplaced(change)
    case 'closeDate':
      return entry.kind === 'deal' ? weighCloseDate(value, entry.record, op, facts, sure) : unplaced(change)
    case 'owner':
      return weighOwner(text, op, facts, policy)
    case 'phone':
      return entry.kind === 'contact' ? weighPhone(text, entry, op, facts, policy) : unplaced(change)
    case 'email':
      return entry.kind === 'contact' ? weighEmail(text, entry, op, facts) : unplaced(change)
    case 'domain':
      return entry.kind === 'account'
        ? added(entry.record.domains, text.replace(/^www\./iu, '').toLowerCase(), 'domains', op)
        : unplaced(change)
    case 'alias':
      return entry.kind === 'account' ? added(entry.record.aliases, text, 'aliases', op) : unplaced(change)
    case 'until':
      return done()
    default:
      return weighText(change, entry, op, facts, sure)
  }
}

type MakeOp = (path: string, after: FieldOp['after']) => FieldOp

const unplaced = ({ from }: Change): Weighed => ({ ops: [], notes: [], need: null, unplaced: from })

const added = (list: readonly string[], one: string, path: string, op: MakeOp): Weighed =>
  list.some((other) => other.toLowerCase() === one.toLowerCase()) ? done() : done(op(path, [...list, one]))

/** What a record says in a field. */
export function standing({ record }: Entry, path: string): FieldOp['before'] {
  if (path.startsWith('custom.')) return record.custom[path.slice('custom.'.length)] ?? null
  return ((record as unknown as Record<string, unknown>)[path] ?? null) as FieldOp['before']
}

function weighStage(value: Value, entry: Entry, op: MakeOp, policy: RecordPolicy): Weighed {
  const { stages } = policy.crm
  if (entry.kind !== 'deal') return { ops: [], notes: [], need: null, unplaced: null }
  if (value.type === 'outcome') {
    if (value.outcome !== 'agreed') {
      const stage = closing(value.outcome, stages)
      return stage ? done(op('stage', stage)) : needs(askFor.stage('', null, stages))
    }
    const last = stages.filter((stage) => !isClosed(stage)).at(-1)
    if (!last) return needs(askFor.stage('', null, stages))
    const note = `Taken for ${spoken(last)}, the last stage before it is closed: say "won" once it is signed.`
    return entry.record.stage === last ? done() : noted(done(op('stage', last)), note)
  }
  const words = value.type === 'text' ? value.text : ''
  const stage = stageNamed(words, stages)
  return stage ? done(op('stage', stage)) : needs(askFor.stage(words, words ? nearest(words, stages) : null, stages))
}

function weighAmount(value: Value, deal: Deal, op: MakeOp, { company }: RecordPolicy, sure: boolean): Weighed {
  if (value.type !== 'money') return needs(askFor.amount(value.type === 'text' ? value.text : ''))
  const currency = value.currency ?? deal.currency ?? company.currency
  if (value.upTo !== null) return needs(askFor.either('amount', value.amount, value.upTo, currency))
  if (value.other !== null) return needs(askFor.reading('amount', value.amount, value.other, currency))
  const minor = (amount: string) => Math.round(Number(amount) * 10 ** minorDigits(currency))
  const { amountMinor } = deal
  if (!sure && value.was !== null && amountMinor !== null && minor(value.was) !== amountMinor)
    return needs(
      askFor.changed(amountMinor, deal.currency ?? currency, minor(value.was), minor(value.amount), currency),
    )
  const total = value.times === null ? minor(value.amount) : minor(value.amount) * value.times
  const period = value.times === null ? value.per : null
  // A whole that was said as a rate keeps the rate beside it, where nothing else stands.
  const rate =
    value.times === null || deal.notes !== null ? [] : [op('notes', sayTimes(value, minor(value.amount), currency))]
  const ops = [op('amountMinor', total), op('currency', currency), op('period', period), ...rate]
  return noted(done(...ops), ...toldOfAmount(value, deal, currency, minor(value.amount)))
}

/** `8,000 EUR a month, 12 times: 96,000 EUR in all`. */
export const sayTimes = (
  { per, times }: Pick<Extract<Value, { type: 'money' }>, 'per' | 'times'>,
  minor: number,
  currency: string,
): string => `${sayMoney(minor, currency)} a ${per}, ${times} times: ${sayMoney(minor * (times ?? 1), currency)} in all`

function toldOfAmount(value: Extract<Value, { type: 'money' }>, deal: Deal, currency: string, minor: number): string[] {
  const say = (amountMinor: number) => sayMoney(amountMinor, currency)
  const yearly = value.per === 'month' ? 12 : value.per === 'quarter' ? 4 : null
  return [
    ...(value.times !== null ? [`${sayTimes(value, minor, currency)}.`] : []),
    ...(value.times === null && yearly
      ? [`Kept as ${say(minor)} a ${value.per}; a year of it is ${say(minor * yearly)}.`]
      : []),
    ...(value.tax ? [`Written as you said it, ${value.tax} of tax; nothing was added or taken off.`] : []),
    ...(deal.currency && deal.currency !== currency && deal.amountMinor !== null
      ? [`It was in ${deal.currency} before; nothing was converted.`]
      : []),
    ...(value.currency === null ? [`No currency was said, so it is ${currency}.`] : []),
  ]
}

function weighCloseDate(value: Value, deal: Deal, op: MakeOp, { nowMs, zone }: Facts, sure: boolean): Weighed {
  if (value.type !== 'date') return needs(askFor.date(value.type === 'text' ? value.text : '', 'no day'))
  if (value.date === null) return needs(askFor.date(value.words, 'not in the calendar'))
  if (value.other !== null) return needs(askFor.day(value.date, value.other))
  const today = DateTime.fromMillis(nowMs, { zone }).toISODate() ?? ''
  if (!sure && value.date < today && !isClosed(deal.stage)) return needs(askFor.past(value.date))
  return done(op('closeDate', value.date))
}

function weighOwner(words: string, op: MakeOp, facts: Facts, policy: RecordPolicy): Weighed {
  const said = words.toLowerCase().replace(/^@/u, '')
  if (said === 'me' || said === 'i' || said === 'myself') return done(op('owner', facts.me))
  const found = policy.people.filter(
    ({ id, name, email }) =>
      id === said || email === said || name.toLowerCase() === said || name.toLowerCase().split(' ').includes(said),
  )
  const [person, ...more] = found
  if (!person || more.length > 0) return needs(askFor.owner(words, found.length > 0 ? found : policy.people))
  return done(op('owner', person.email ?? person.id))
}

function weighPhone(
  text: string,
  entry: Extract<Entry, { kind: 'contact' }>,
  op: MakeOp,
  facts: Facts,
  policy: RecordPolicy,
): Weighed {
  const { phones, company } = entry.record
  const account =
    facts.book.accounts.find(({ name }) => company !== null && name.toLowerCase() === company.toLowerCase()) ?? null
  const value = phoneValue(text, countryFor(account, policy))
  if (!/^\+\d{7,15}$/u.test(value)) return needs(askFor.phone(text))
  return phones[0] === value ? done() : done(op('phones', [value, ...phones.slice(1).filter((one) => one !== value)]))
}

function weighEmail(text: string, entry: Extract<Entry, { kind: 'contact' }>, op: MakeOp, { book }: Facts): Weighed {
  const [found] = findEmails(text)
  if (found?.text.length !== text.trim().length) return needs(askFor.email(text))
  const address = found.value.toLowerCase()
  const { id, emails } = entry.record
  const other = book.contacts.find((one) => one.id !== id && one.emails.some((own) => own.toLowerCase() === address))
  if (other) return needs(askFor.taken(address, other.name ?? other.id))
  return emails[0] === address
    ? done()
    : done(op('emails', [address, ...emails.slice(1).filter((one) => one !== address)]))
}

/** Words take the spelling that is in use for the field; a list of few values is closed to others until somebody says yes. */
function weighText({ field, value, from }: Change, entry: Entry, op: MakeOp, { book }: Facts, sure: boolean): Weighed {
  if (field.startsWith('unknown.')) return { ops: [], notes: [], need: null, unplaced: from }
  const said = value.type === 'date' ? (value.date ?? value.words) : value.type === 'text' ? value.text : ''
  if (said === '') return needs(askFor.value(field))
  const others = entriesOf(book, entry.kind).filter((one) => one.record.id !== entry.record.id)
  const used = [
    ...new Set(
      others.map((one) => standing(one, field)).filter((one): one is string => typeof one === 'string' && one !== ''),
    ),
  ]
  const same = used.find((one) => one.toLowerCase() === said.toLowerCase())
  if (
    !sure &&
    same === undefined &&
    others.length >= CLOSED_FROM &&
    used.length <= CLOSED_VALUES &&
    used.length > 0 &&
    field !== 'name'
  )
    return needs(askFor.unused(field, said, nearest(said, used), used))
  return done(op(field, same ?? said))
}

/** A field that many records have and few values stand in is a list to choose from. */
const CLOSED_FROM = 20
const CLOSED_VALUES = 8
