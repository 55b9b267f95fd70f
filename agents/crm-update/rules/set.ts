import { cleanLine } from '#kernel/display.ts'
import { canonical } from '#kernel/ids.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { type Entry, labelOf } from '../names.ts'
import { fieldNames } from '../read/fields.ts'
import { spoken, stageNamed } from '../read/stage.ts'
import type { Change, Kind, Step, Write } from '../request/write.ts'
import { noteAbout, taskAbout } from './activity.ts'
import { fieldWords, type Need, NO, ONLY_NOTE, YES } from './ask.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan, told } from './plan.ts'
import { lacking } from './required.ts'
import { standing, weigh } from './values.ts'
import { target } from './which.ts'

type SetStep = Extract<Step, { do: 'set' }>

/** Changes of one record: what is plain is proposed, what is open is asked once, together. */
export function decideSet(step: SetStep, at: number, request: Write, facts: Facts, policy: RecordPolicy): Plan {
  const found = target(step.subject, kindsFor(step, facts), facts, policy)
  if ('unknown' in found) return told(found.unknown)
  if ('need' in found) return asking(withValues(found.need, step, policy))
  const { entry } = found
  const changes = forRecord(step.changes, entry, facts, policy)
  const settled = changes.filter(({ doubt }) => doubt === null || request.sure)
  const doubtful = changes.filter((change) => !settled.includes(change))
  const weighed = settled.map((change) => ({ change, ...weigh(change, entry, facts, policy, request.sure) }))
  const ops = inOrder(weighed.flatMap((one) => one.ops)).filter((op) => canonical(op.before) !== canonical(op.after))
  const lacks = lacking(entry, ops, policy)
  const open = weighed.flatMap(({ need }) => need ?? [])
  const was = (need: Need) => need.slots.every((slot) => request.asked.includes(`${at}.${slot}`))
  const notes = [
    ...weighed.flatMap((one) => one.notes),
    ...(found.recent ? [`Taken to be about ${labelOf(entry, facts.book)}.`] : []),
  ]
  const beside = [
    ...activities(
      step,
      entry,
      weighed.flatMap(({ unplaced }) => unplaced ?? []),
      facts,
    ),
    ...(request.onlyNote ? doubtful.map((change) => noteAbout(entry, change.from, facts)) : []),
  ]
  if (lacks && !was(lacks)) {
    const early = ops.filter(({ path }) => path !== 'stage')
    return asking(lacks, [...updates(entry, early), ...beside], notes)
  }
  const ready = lacks ? ops.filter(({ path }) => path !== 'stage') : ops
  const actions = [...updates(entry, ready), ...beside]
  const [need] = open.filter((one) => !was(one))
  if (need) return asking(named(need, entry, facts), actions, notes)
  if (doubtful.length > 0 && !request.onlyNote) return asking(doubtNeed(doubtful, entry, facts), actions, notes)
  const left = [...(lacks ? [lacks.left] : []), ...open.map(({ text }) => `Left as it is: ${text}`)]
  if (actions.length > 0) return plan(actions, ...notes, ...unplacedNotes(weighed), ...left)
  return told(...(left.length > 0 ? left : [sameAlready(entry, changes, facts)]))
}

/** The kinds of record that have all of these fields; what only one kind has decides. */
function kindsFor({ changes }: SetStep, { book }: Facts): Kind[] {
  const names = fieldNames(book)
  const of = (field: string): readonly Kind[] =>
    field === 'until' ? ['deal'] : (names.find((one) => one.field === field)?.kinds ?? ALL)
  const fitting = ALL.filter((kind) => changes.every(({ field }) => of(field).includes(kind)))
  const kinds =
    fitting.length > 0 ? fitting : ALL.filter((kind) => changes.some(({ field }) => of(field).includes(kind)))
  // A stage is said of people too, where no deal is meant: it is their status then.
  return changes.every(({ field }) => field === 'stage') ? ['deal', 'contact'] : kinds
}

/** As people read a deal: where it stands, what it is worth, when; whatever order it was said in. */
const ORDER = ['stage', 'status', 'amountMinor', 'currency', 'period', 'closeDate', 'owner', 'nextStep', 'lostReason']
const inOrder = (ops: readonly FieldOp[]): FieldOp[] => {
  const place = ({ path }: FieldOp) => (ORDER.includes(path) ? ORDER.indexOf(path) : ORDER.length)
  return ops.toSorted((a, b) => place(a) - place(b))
}

const ALL: readonly Kind[] = ['deal', 'contact', 'account']

/** Of a person a stage is the status; a status that is a stage is the stage of a deal. */
function forRecord(changes: readonly Change[], entry: Entry, facts: Facts, { crm }: RecordPolicy): Change[] {
  return changes.map((change) => {
    if (
      change.field === 'status' &&
      entry.kind === 'deal' &&
      change.value.type === 'text' &&
      stageNamed(change.value.text, crm.stages)
    )
      return { ...change, field: 'stage' }
    if (change.field === 'stage' && entry.kind === 'contact') {
      const { value } = change
      const words = value.type === 'outcome' ? value.outcome : value.type === 'text' ? value.text : ''
      return { ...change, field: 'status', value: { type: 'text', text: statusSaid(words, facts) } }
    }
    return change
  })
}

/** "won" for a status that is written "Closed Won". */
function statusSaid(words: string, { book }: Facts): string {
  const used = [...new Set(book.contacts.flatMap(({ status }) => status ?? []))]
  return stageNamed(words, used) ?? words
}

function withValues(need: Need, { changes }: SetStep, { crm }: RecordPolicy): Need {
  const empty = changes.find(({ value }) => value.type === 'text' && value.text === '')
  if (!empty || need.slots.length > 1) return need
  const what =
    empty.field === 'stage'
      ? `, and which stage (${crm.stages.map(spoken).join(', ')})`
      : `, and what ${fieldWords(empty.field)}`
  return { ...need, text: need.text.replace(/\?$/u, `${what}?`), slots: [...need.slots, empty.field] }
}

const updates = (entry: Entry, ops: readonly FieldOp[]): Proposed[] =>
  ops.length === 0
    ? []
    : [
        {
          kind: `${entry.kind}.update`,
          args: { id: entry.record.id, version: entry.record.version, ops: [...ops] },
          because: becauseOf(ops),
        },
      ]

const becauseOf = (ops: readonly FieldOp[]): string =>
  `it was said: ${[...new Set(ops.map(({ from }) => `"${cleanLine(from ?? '', 80)}"`))].join(', ')}`

/** What is put down beside the fields: what no field holds, and the end of a pause as a task. */
function activities(step: SetStep, entry: Entry, unplaced: readonly string[], facts: Facts): Proposed[] {
  const until = step.changes.find(({ field }) => field === 'until')?.value
  return [
    ...unplaced.map((text) => noteAbout(entry, text, facts)),
    ...(step.note ? [noteAbout(entry, step.note, facts)] : []),
    ...(until?.type === 'date' && until.date
      ? [
          taskAbout(
            entry,
            { text: `Take up again: on hold ${until.words}`, due: until.date, owner: entry.record.owner ?? facts.me },
            facts,
          ),
        ]
      : []),
  ]
}

function unplacedNotes(weighed: readonly { change: Change; unplaced: string | null }[]): string[] {
  return weighed.flatMap(({ change, unplaced }) =>
    unplaced === null
      ? []
      : [
          `No field is called "${fieldWords(change.field)}", so I put it in a note; a column of that name in an import makes one.`,
        ],
  )
}

const named = (need: Need, entry: Entry, { book }: Facts): Need => ({
  ...need,
  text: `${labelOf(entry, book)}: ${need.text}`,
})

function doubtNeed(doubtful: readonly Change[], entry: Entry, { book }: Facts): Need {
  const quotedOnes = doubtful.every(({ doubt }) => doubt === 'quoted')
  const words = doubtful.map(({ from }) => `"${cleanLine(from, 80)}"`).join(', ')
  const fields = [...new Set(doubtful.map(({ field }) => fieldWords(field)))].join(' and ')
  const why = quotedOnes ? 'That is what somebody else says' : 'That sounds unsure'
  return {
    text: `${why}: ${words}. Shall I write it as the ${fields} of ${labelOf(entry, book)}?`,
    slots: ['confirm'],
    choices: [
      { label: 'Yes, write it', value: YES },
      { label: 'Only note it', value: ONLY_NOTE },
      { label: 'Leave it', value: NO },
    ],
  }
}

function sameAlready(entry: Entry, changes: readonly Change[], { book }: Facts): string {
  const [change] = changes
  if (!change) return `Nothing was said of ${labelOf(entry, book)} that I could write down.`
  const field = change.field === 'amount' ? 'amount' : change.field
  const now = standing(entry, field)
  return `${labelOf(entry, book)} has that ${fieldWords(change.field)} already${typeof now === 'string' ? `: ${spoken(now)}` : ''}.`
}
