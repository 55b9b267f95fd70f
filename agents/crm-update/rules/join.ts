import type { FieldOp } from '#kernel/record.ts'
import { pickByName } from '#language/same/pick.ts'
import { type Entry, labelOf } from '../names.ts'
import type { Step } from '../request/write.ts'
import { noteAbout } from './activity.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan, told } from './plan.ts'
import { standing } from './values.ts'
import { target } from './which.ts'

/** Somebody works elsewhere now: the record follows them, and a note keeps where they were. */
export function decideJoin(step: Extract<Step, { do: 'join' }>, facts: Facts, policy: RecordPolicy): Plan {
  const found = target({ ...step.subject, company: step.left ?? step.subject.company }, ['contact'], facts, policy)
  if ('unknown' in found) return told(found.unknown)
  if ('need' in found) return asking(found.need)
  const { entry } = found
  if (entry.kind !== 'contact') return told('Only a person changes companies.')
  const company = step.company === null ? null : nameOnFile(step.company, facts)
  const before = standing(entry, 'company')
  if (company === before) return told(`${labelOf(entry, facts.book)} is at ${String(before)} already.`)
  const from = [step.left && `left ${step.left}`, step.company && `now at ${step.company}`].filter(Boolean).join(', ')
  const op: FieldOp = { path: 'company', before, after: company, from }
  const note = `${before ? `Left ${String(before)}` : 'Came'}${company ? `, now at ${company}` : ''}`
  const [mail] = entry.record.emails
  const hint = mail && before ? [`${mail} is still their address on file: tell me the new one when you have it.`] : []
  return plan([updateOf(entry, op), noteAbout(entry, note, facts)], ...hint)
}

const updateOf = ({ record }: Entry, op: FieldOp) => ({
  kind: 'contact.update',
  args: { id: record.id, version: record.version, ops: [op] },
  because: `it was said: "${op.from ?? ''}"`,
})

/** As the account on file is written; else as it was said, with a capital. */
function nameOnFile(words: string, { book }: Facts): string {
  const accounts = book.accounts.map((account) => ({ value: account.name, names: [account.name, ...account.aliases] }))
  const { same, choices } = pickByName(words, accounts)
  return same === 'yes' ? (choices[0]?.candidate ?? words) : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
