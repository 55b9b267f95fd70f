import type { Question } from '#kernel/ruling.ts'
import { choiceMeant, takesBack, yesOrNo } from '#language/answers.ts'
import { sheetOf } from '#language/sheet.ts'
import { accountOf, entryOf } from '../names.ts'
import type { Change, Step, Value, Write } from '../request/write.ts'
import { NEW, NO, ONLY_NOTE, YES } from '../rules/ask.ts'
import { readChanges } from './changes.ts'
import { nameIn } from './leftover.ts'
import { readAmount } from './money.ts'
import type { Reading } from './reading.ts'
import { spotsIn } from './spot.ts'

/** What the answer to a question about this slot is a value of. */
const FIELD_OF: Readonly<Record<string, string>> = {
  close_date: 'closeDate',
  reason: 'lostReason',
  lost_reason: 'lostReason',
  next_step: 'nextStep',
}

/** The request with an answer worked into it. */
export function applyAnswer(request: Write, question: Question, answer: string, reading: Reading): Write {
  const at = request.open?.step ?? 0
  const step = request.steps[at]
  const known: Write = {
    ...request,
    learned: [],
    asked: [...request.asked, ...question.slots.map((slot) => `${at}.${slot}`)],
  }
  const chosen = choiceMeant(question.choices, answer)
  if (chosen === NO || (chosen === null && takesBack(answer))) return { ...known, dropped: true }
  if (chosen === YES || (chosen === null && yesOrNo(answer) === 'yes')) return { ...known, sure: true }
  if (chosen === ONLY_NOTE) return { ...known, onlyNote: true }
  if (chosen === NEW || !step) return known
  if (chosen?.startsWith('record=')) return withRecord(known, at, step, chosen.slice('record='.length), reading)
  const changed = chosen ? withChange(step, changeOf(chosen, answer)) : withWords(step, question.slots, answer, reading)
  return { ...known, steps: known.steps.map((one, index) => (index === at ? changed : one)) }
}

/** Which one was meant. A name that means one account from now on is learned; one of several deals of an account is not. */
function withRecord(request: Write, at: number, step: Step, key: string, { book }: Reading): Write {
  const entry = entryOf(key, book)
  if (!entry || !('subject' in step)) {
    // Somebody on file instead of a new record: what was said of the new one is said of them.
    const set: Step | null =
      entry && step.do === 'create'
        ? {
            do: 'set',
            subject: { words: step.name, as: null, company: null, other: false, record: key },
            changes: step.changes,
            note: null,
          }
        : null
    return set ? { ...request, steps: request.steps.map((one, index) => (index === at ? set : one)) } : request
  }
  const { words } = step.subject
  const account = entry.kind === 'deal' ? accountOf(entry.record, book) : null
  const learnt = account ? `account:${account.id}` : entry.kind === 'deal' ? null : key
  const several = account
    ? book.accounts.filter(({ name, aliases }) =>
        [name, ...aliases].some((one) => one.toLowerCase().includes(words.toLowerCase())),
      ).length > 1
    : true
  return {
    ...request,
    learned: words !== '' && learnt && several && !step.subject.other ? [{ words, record: learnt }] : [],
    steps: request.steps.map((one, index) =>
      'subject' in one && (index === at || (words !== '' && one.subject.words === words))
        ? { ...one, subject: { ...one.subject, record: key } }
        : one,
    ),
  }
}

/** `stage=proposal`, `amount=24000 EUR`, `closeDate=2026-12-01`, `custom.region=EMEA`. */
function changeOf(chosen: string, answer: string): Change {
  const [field = '', ...rest] = chosen.split('=')
  return { field, value: valueIn(field, rest.join('=')), from: answer, doubt: null }
}

function valueIn(field: string, text: string): Value {
  const money = field === 'amount' ? /^(\S+) ([A-Z]{3})$/u.exec(text) : null
  if (money)
    return {
      type: 'money',
      amount: money[1] ?? '0',
      currency: money[2] ?? null,
      per: null,
      times: null,
      tax: null,
      upTo: null,
      was: null,
      other: null,
    }
  return field === 'closeDate' ? { type: 'date', date: text, other: null, words: text } : { type: 'text', text }
}

/** The change in the place of the one that was asked about; of an amount, what was said of its period stays. */
function withChange(step: Step, change: Change): Step {
  if (!('changes' in step)) return step
  const before = step.changes.find(({ field }) => field === change.field)
  const merged: Change =
    change.value.type === 'money' && before?.value.type === 'money'
      ? {
          ...change,
          value: { ...change.value, per: before.value.per, times: before.value.times, tax: before.value.tax },
        }
      : change
  return { ...step, changes: [...step.changes.filter((one) => one !== before), merged] }
}

/** Free words: a name, or values of what was asked. */
function withWords(step: Step, slots: readonly string[], answer: string, reading: Reading): Step {
  let next = step
  if (slots.includes('which') && 'subject' in next) {
    const [spot] = spotsIn(answer, reading.book)
    const words = spot?.words ?? nameIn(answer)
    if (words !== '') next = { ...next, subject: { ...next.subject, words, record: null } }
  }
  if (slots.includes('name') && next.do === 'create') return { ...next, name: answer.trim() }
  if (slots.includes('note') && next.do === 'note') return { ...next, text: answer.trim() }
  if (slots.includes('owner') && next.do === 'task') return { ...next, who: answer.trim() }
  const fields = slots.filter((slot) => slot !== 'which' && slot !== 'confirm').map((slot) => FIELD_OF[slot] ?? slot)
  for (const change of changesIn(answer, fields, next, reading)) next = withChange(next, change)
  return next
}

function changesIn(answer: string, fields: readonly string[], step: Step, reading: Reading): Change[] {
  const { changes } = readChanges(sheetOf(answer), reading, true)
  const found = changes
    .filter(({ field }) => fields.includes(field))
    .map((change): Change => ({ ...change, doubt: null }))
  const open = fields.filter((field) => !found.some((change) => change.field === field))
  const [only] = open
  if (only === undefined || open.length > 1 || (found.length > 0 && only !== 'lostReason')) return found
  const named = only === 'value' && 'changes' in step ? (step.changes.at(-1)?.field ?? 'value') : only
  const amount = named === 'amount' ? readAmount(answer, reading) : null
  return [
    ...found,
    { field: named, value: amount?.value ?? { type: 'text', text: answer.trim() }, from: answer, doubt: null },
  ]
}
