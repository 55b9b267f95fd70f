import type { FieldOp } from '#kernel/record.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { pickByName } from '#language/same/pick.ts'
import { type Entry, keyOf, labelOf } from '../names.ts'
import type { Step, Write } from '../request/write.ts'
import { NEW, type Need, NO } from './ask.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { asking, type Plan, plan } from './plan.ts'
import { lacking } from './required.ts'
import { describe } from './say.ts'
import { weigh } from './values.ts'

type Create = Extract<Step, { do: 'create' }>

/** A record of a kind that nothing is known of yet: values are weighed against it like against any other. */
const EMPTY = { id: '', version: '', name: null, owner: null, notes: null, custom: {} }
const EMPTY_DEAL = {
  account: null,
  contact: null,
  company: null,
  pipeline: null,
  stage: null,
  amountMinor: null,
  currency: null,
  period: null,
  closeDate: null,
  nextStep: null,
  lostReason: null,
  status: null,
}
const BLANK: Readonly<Record<Create['record'], Entry>> = {
  account: { kind: 'account', record: { ...EMPTY, name: '', domains: [], aliases: [], country: null } },
  contact: { kind: 'contact', record: { ...EMPTY, emails: [], phones: [], company: null, status: null } },
  deal: { kind: 'deal', record: { ...EMPTY, ...EMPTY_DEAL } },
}

/** A new record. What is on file already is not made twice without a yes; a deal brings the account it is for. */
export function decideCreate(asked: Create, at: number, request: Write, facts: Facts, policy: RecordPolicy): Plan {
  const step = asked.name === '' && asked.record === 'deal' ? { ...asked, name: facts.lead ?? '' } : asked
  if (step.name === '') return asking({ text: `What is the ${step.record} called?`, slots: ['name'], choices: [] })
  const double = request.asked.includes(`${at}.which`) ? null : alreadyThere(step, facts, policy)
  if (double) return asking(double)
  const blank = BLANK[step.record]
  const weighed = step.changes
    .filter(({ doubt }) => doubt === null || request.sure)
    .map((change) => weigh(change, blank, facts, policy, request.sure))
  const [need] = weighed
    .flatMap((one) => one.need ?? [])
    .filter(({ slots }) => !slots.every((slot) => request.asked.includes(`${at}.${slot}`)))
  if (need) return asking(need)
  const ops = weighed.flatMap((one) => one.ops)
  const lacks = lacking({ ...blank, record: { ...blank.record, name: step.name } } as Entry, ops, policy)
  if (lacks && !lacks.slots.every((slot) => request.asked.includes(`${at}.${slot}`))) return asking(lacks)
  const kept = lacks ? ops.filter(({ path }) => path !== 'stage') : ops
  const notes = [...weighed.flatMap((one) => one.notes), ...(lacks ? [lacks.left] : [])]
  return plan(step.record === 'deal' ? deal(step, kept, facts, policy) : [record(step, kept, facts)], ...notes)
}

const fieldsOf = (ops: readonly FieldOp[]): Record<string, unknown> => {
  const own = ops.filter(({ path }) => path.startsWith('custom.'))
  return {
    ...Object.fromEntries(ops.filter((op) => !own.includes(op)).map(({ path, after }) => [path, after])),
    custom: Object.fromEntries(own.map(({ path, after }) => [path.slice('custom.'.length), after])),
  }
}

const titled = (name: string): string =>
  /\p{Lu}/u.test(name) ? name : name.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())

function record(step: Create, ops: readonly FieldOp[], { me }: Facts): Proposed {
  const draft = { owner: me, ...fieldsOf(ops), name: titled(step.name) }
  return { kind: `${step.record}.create`, args: { draft, from: step.name }, because: 'it was asked for' }
}

/** The account is the one on file, or comes first in the same plan. */
function deal(step: Create, ops: readonly FieldOp[], facts: Facts, policy: RecordPolicy): Proposed[] {
  const { book, me } = facts
  const accounts = book.accounts.map((account) => ({
    value: account,
    names: [account.name, ...account.aliases, ...account.domains],
  }))
  const { same, choices } = pickByName(step.name, accounts, policy.crm.match)
  const account = same === 'yes' ? choices[0]?.candidate : undefined
  const company = account?.name ?? titled(step.name)
  const draft = {
    name: company,
    company,
    account: account?.id ?? 'plan:0',
    stage: policy.crm.stages[0] ?? null,
    owner: me,
    ...fieldsOf(ops),
  }
  const made: Proposed = { kind: 'deal.create', args: { draft, from: step.name }, because: 'it was asked for' }
  if (account) return [made]
  return [
    {
      kind: 'account.create',
      args: { draft: { name: company, owner: me }, from: step.name },
      because: 'the deal is for it',
    },
    made,
  ]
}

/** Somebody of the same name or address, or a company of the same name, is on file; an open deal with it, too. */
function alreadyThere(step: Create, facts: Facts, policy: RecordPolicy): Need | null {
  const { book } = facts
  const addresses = step.changes.flatMap(({ field, value }) =>
    field === 'email' && value.type === 'text' ? [value.text.toLowerCase()] : [],
  )
  const entries: Entry[] =
    step.record === 'contact'
      ? book.contacts
          .filter((one) => same(one.name, step.name) || one.emails.some((own) => addresses.includes(own.toLowerCase())))
          .map((one) => ({ kind: 'contact', record: one }))
      : step.record === 'account'
        ? book.accounts
            .filter((one) => [one.name, ...one.aliases].some((name) => same(name, step.name)))
            .map((one) => ({ kind: 'account', record: one }))
        : []
  const [entry] = entries
  if (!entry) return null
  return {
    text: `${describe(entry, facts, policy)} is on file already. Add another ${step.record}?`,
    slots: ['which'],
    choices: [
      { label: `Use ${labelOf(entry, book)}`, value: `record=${keyOf(entry)}` },
      { label: 'Add another', value: NEW },
      { label: 'Leave it', value: NO },
    ],
  }
}

const same = (a: string | null, b: string): boolean =>
  a !== null && pickByName(b, [{ value: a, names: [a] }], { accept: 0.99, ask: 0.99 }).same === 'yes'
