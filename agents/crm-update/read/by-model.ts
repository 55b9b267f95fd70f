import type { Ruling } from '#kernel/ruling.ts'
import type { Open } from '#ladder/agent-graph.ts'
import { pointAt, said } from '#ladder/point.ts'
import { wordsHeld } from '#ladder/unread.ts'
import { tongueOf } from '#language/tongue.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { type Pointed, pointedIn } from '../prompts.ts'
import type { Query } from '../request/query.ts'
import type { Change, Step, Subject, Write } from '../request/write.ts'
import type { Request } from '../request.ts'
import { fieldNames } from './fields.ts'
import { changeAt, textAt } from './pointed.ts'
import { type Reading, readingOf } from './reading.ts'

/**
 * What the rules took out of a message. Where they found nothing to do, whom they took it to be about was a guess; so are words
 * of a condition that they made nothing of.
 */
export function wordsRead(request: Request, text: string, lost: boolean): string[] {
  if (request.kind === 'write')
    return wordsHeld(
      request.steps.map((step) => (lost && 'subject' in step ? { ...step, subject: null } : step)),
      text,
    )
  return request.kind === 'query'
    ? wordsHeld({ ...request, name: null, set: { ...request.set, unread: null } }, text)
    : [text]
}

/** Whether nothing came of a message, though nothing was asked: nobody on file was found in it, or it has words unread. */
export function isLost(request: Request, ruling: Ruling): boolean {
  if (ruling.type !== 'answer') return false
  return request.kind === 'write' ? !request.dropped : request.kind === 'query' && request.set.unread.length > 0
}

/** A request with the words a model pointed at read into it, by the same readers; what the rules found stands. */
export async function readByModel(
  { text }: AgentInput,
  { understood, asking, missing, isLost, unknown }: Open<Request>,
  scope: Scope<Policy>,
): Promise<Request | null> {
  if (understood.kind !== 'write' && understood.kind !== 'query') return null
  const reading = await readingOf(scope)
  const schema = pointedIn(reading.stages)
  const pointed = await pointAt(scope, { step: 'read', text, schema, facts: { missing: missing.join(', ') } })
  if (!pointed) return null
  const locale = tongueOf(text) ?? reading.locale
  const anew = { ...reading, locale }
  if (understood.kind === 'query') return asQuery(understood, text, pointed) ?? asWrite(text, pointed, anew)
  if (isLost) return asWrite(text, pointed, anew) ?? askedIn(text, pointed)
  const at = asking.kind === 'write' ? (asking.open?.step ?? 0) : 0
  return filledIn(understood, at, unknown ? null : missing, text, pointed, anew)
}

/** What a message says to write, where the rules found nothing. */
function asWrite(text: string, pointed: Pointed, reading: Reading): Write | null {
  const steps: Step[] = [
    ...setsIn(text, pointed, reading),
    ...pointed.notes.flatMap(({ record, text: words }): Step[] => {
      const note = textAt(text, words)
      return note === null ? [] : [{ do: 'note', subject: subjectAt(text, record, null), text: note, activity: 'note' }]
    }),
    ...pointed.tasks.flatMap(({ record, text: words, due }): Step[] => {
      const task = textAt(text, words)
      const day = due === null ? null : changeAt(text, { field: 'due', holds: 'date' }, due, null, reading)?.value
      const date = day?.type === 'date' ? day.date : null
      return task === null
        ? []
        : [{ do: 'task', subject: subjectAt(text, record, null), text: task, due: date, atMs: null, who: '' }]
    }),
  ]
  return steps.length === 0 ? null : blank(steps)
}

const blank = (steps: Step[]): Write => ({
  kind: 'write',
  steps,
  open: null,
  asked: [],
  learned: [],
  sure: false,
  onlyNote: false,
  dropped: false,
})

/** Changes of the same record are one step. */
function setsIn(text: string, { changes }: Pointed, reading: Reading): Step[] {
  const bySubject = new Map<string, { subject: Subject; changes: Change[] }>()
  for (const { record, kind, ...one } of changes) {
    const change = changeIn(text, one, reading)
    const subject = subjectAt(text, record, kind)
    if (!change) continue
    const key = `${subject.as}:${subject.words.toLowerCase()}`
    const step = bySubject.get(key) ?? { subject, changes: [] }
    bySubject.set(key, { ...step, changes: [...step.changes.filter(({ field }) => field !== change.field), change] })
  }
  return [...bySubject.values()].map((step) => ({ do: 'set', ...step, note: null }))
}

function changeIn(
  text: string,
  { field, value, stage }: Pick<Pointed['changes'][number], 'field' | 'value' | 'stage'>,
  reading: Reading,
): Change | null {
  const called = field.trim().toLowerCase()
  const names = fieldNames(reading.book)
  const name =
    names.find((one) => one.field.toLowerCase() === called) ?? names.find((one) => one.words.includes(called))
  return name ? changeAt(text, name, value, stage || null, reading) : null
}

const subjectAt = (text: string, words: string | null, as: Subject['as']): Subject => ({
  words: said(text, words)?.words ?? '',
  as,
  company: null,
  record: null,
  other: false,
})

/**
 * A step with what was missing filled in: whom it is about, and fields; what the rules found stands.
 * @param missing the slots that would be asked about; null: whatever the rules did not find
 */
function filledIn(
  request: Write,
  at: number,
  missing: readonly string[] | null,
  text: string,
  pointed: Pointed,
  reading: Reading,
): Write | null {
  const open = request.steps[at]
  if (!open || !('subject' in open)) return null
  const record = [...pointed.changes, ...pointed.notes, ...pointed.tasks].find((one) => said(text, one.record))
  const isOpen = missing ? missing.includes('which') : open.subject.words === ''
  const subject = isOpen && record ? { ...open.subject, ...wordsOf(text, record.record) } : open.subject
  const step =
    open.do === 'set'
      ? { ...open, subject, changes: withMore(open.changes, missing, text, pointed, reading) }
      : { ...open, subject }
  if (JSON.stringify(step) === JSON.stringify(open)) return null
  return { ...request, steps: request.steps.map((one, nth) => (nth === at ? step : one)) }
}

const wordsOf = (text: string, words: string | null): Pick<Subject, 'words'> => ({
  words: said(text, words)?.words ?? '',
})

/** Changes with those that a model points at: of fields that are asked for, or of all that nothing was said of. */
function withMore(
  changes: readonly Change[],
  missing: readonly string[] | null,
  text: string,
  pointed: Pointed,
  reading: Reading,
): Change[] {
  const asked = missing && new Set(missing.map((slot) => FIELDS[slot] ?? slot))
  const isMissing = (field: string) => (asked ? asked.has(field) : changes.every((one) => one.field !== field))
  const more = pointed.changes
    .filter(({ field }) => isMissing(field))
    .flatMap((one) => changeIn(text, one, reading) ?? [])
  return [...changes.filter(({ field }) => more.every((one) => one.field !== field)), ...more]
}

/** What the policy calls the fields it asks for. */
const FIELDS: Readonly<Record<string, string>> = {
  reason: 'lostReason',
  lost_reason: 'lostReason',
  close_date: 'closeDate',
  next_step: 'nextStep',
}

/** A question about a record, where the rules made nothing of its words. */
function asQuery(query: Query, text: string, { question }: Pointed): Query | null {
  const name = said(text, question?.record)?.words ?? null
  if (!question || name === null) return null
  const field = said(text, question.field)?.words.toLowerCase() ?? null
  if (question.asks === 'field' && field === null) return null
  return {
    ...query,
    ask: question.asks,
    name,
    field,
    set: { of: 'record', tests: [], unread: [] },
    sort: null,
    limit: null,
  }
}

const askedIn = (text: string, pointed: Pointed): Query | null =>
  asQuery(
    {
      kind: 'query',
      words: text,
      ask: 'about',
      set: { of: 'record', tests: [], unread: [] },
      name: null,
      record: null,
      field: null,
      sort: null,
      limit: null,
      from: 0,
    },
    text,
    pointed,
  )
