import { cleanLine } from '#kernel/display.ts'
import { sayMoney } from '#kernel/money.ts'
import { sayDate, sayMoment, toMs } from '#kernel/time.ts'
import { ownerOf, type QueryFacts, type Row } from './facts.ts'
import { nameOf } from './names.ts'

/** Text that somebody stored: it is data, so it is quoted, on one line, and cut. */
export const sayStored = (text: string, maxLength = 160): string => `"${cut(text, maxLength)}"`

const cut = (text: string, maxLength: number): string => {
  const line = cleanLine(text, 4000).replaceAll('"', "'")
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line
}

/** A short word out of a field: a stage, a status, a country. */
export const sayWord = (text: string): string => cut(text, 60).replaceAll('_', ' ')

/** The name of whoever has a record; null for nobody. */
export function sayOwner(row: Row, facts: QueryFacts): string | null {
  const owner = ownerOf(row, facts)
  if (owner === null) return null
  return facts.members.find(({ id }) => id === owner)?.name ?? `${cut(owner, 60)} (not on the team)`
}

/** `24,000 EUR a month`, or null. */
export function sayAmount({ record }: Row): string | null {
  if (!('amountMinor' in record) || record.amountMinor === null || record.currency === null) return null
  return sayMoney({ amountMinor: record.amountMinor, currency: record.currency }, record.period)
}

/** One record on one line, as it stands in a list. */
export function sayRow(row: Row, facts: QueryFacts): string {
  const parts = partsOf(row, facts).filter((part) => part !== null)
  const name = row.kind === 'activity' ? null : cut(nameOf(row), 80)
  return name === null ? parts.join(', ') : parts.length === 0 ? name : `${name}: ${parts.join(', ')}`
}

function partsOf(row: Row, facts: QueryFacts): (string | null)[] {
  const owner = sayOwner(row, facts)
  switch (row.kind) {
    case 'deal': {
      const { account, company, stage, status, closeDate, name } = row.record
      const at = facts.onFile.accounts.find(({ id }) => id === account)?.name ?? company
      const shown = at && !(name ?? '').toLowerCase().includes(at.toLowerCase()) ? cut(at, 60) : null
      const closing = closeDate && `closes ${sayDate(closeDate, facts.nowMs)}`
      return [shown, sayAmount(row), stage && sayWord(stage), status && sayWord(status), closing, owner]
    }
    case 'contact': {
      const { company, emails, phones, status } = row.record
      return [company && cut(company, 60), emails[0] ?? null, phones[0] ?? null, status && sayWord(status), owner].map(
        (part) => part && cut(part, 80),
      )
    }
    case 'account': {
      const { country, domains } = row.record
      return [domains[0] ? cut(domains[0], 60) : null, country && sayWord(country), owner]
    }
    case 'lead': {
      const { company, status, score, person } = row.record
      return [
        company.name && company.name !== nameOf(row) ? cut(company.name, 60) : null,
        person.email && cut(person.email, 80),
        status,
        score?.band ?? null,
        owner,
      ]
    }
    case 'activity':
      return activityParts(row.record, facts, owner)
  }
}

function activityParts(
  { kind, at, text, due, done, about, by }: Extract<Row, { kind: 'activity' }>['record'],
  facts: QueryFacts,
  owner: string | null,
): (string | null)[] {
  const subject = subjectOf(about, facts)
  if (kind === 'task')
    return [
      sayStored(text),
      due && `due ${sayDate(due, facts.nowMs)}`,
      done ? 'done' : null,
      subject && `about ${subject}`,
      owner,
    ]
  const who = facts.members.find(({ id, address }) => id === by || address === by?.toLowerCase())?.name ?? null
  return [
    `${sayMoment(toMs(at), facts.zone, facts.nowMs)}${kind === 'call' ? ' (call)' : ''}${who ? `, ${who}` : ''}: ${sayStored(text)}`,
  ]
}

/** What an activity is about, by name. */
function subjectOf({ kind, id }: { kind: string; id: string }, { onFile }: QueryFacts): string | null {
  const lists = { account: onFile.accounts, contact: onFile.contacts, deal: onFile.deals, lead: onFile.leads }
  const record = lists[kind as keyof typeof lists]?.find((one) => one.id === id)
  return record ? cut(nameOf({ kind, record } as Row), 60) : null
}
