import { expect, test } from 'vitest'
import { SLACK_POLICY, type SlackDesk, slackDesk, until } from '../harness/slack/desk.ts'
import type { Posted } from '../harness/slack/server.ts'

const POLICY = `${SLACK_POLICY}crm: {autonomy: {field: act_with_approval, amount: act_with_approval}, approve_if: []}\n`

interface Form {
  callback_id: string
  private_metadata: string
  blocks: { block_id?: string; optional?: boolean; element?: { type: string; initial_options?: unknown[] } }[]
}
type Inputs = Record<string, { value: Record<string, unknown> }>

/** A desk with one deal, a change of which was asked for by Sam and is shown to Mia. */
async function asked(words: string): Promise<{ desk: SlackDesk; card: Posted; deal: string }> {
  const desk = await slackDesk({ policy: POLICY })
  const { crm } = desk.made.local
  const account = await crm.create('account', { name: 'Globex', owner: 'sam@northwind.example' }, 'a1')
  const draft = {
    name: 'Globex rollout',
    account: account.id,
    stage: 'qualified',
    amountMinor: 800_000,
    currency: 'EUR',
  }
  const deal = await crm.create('deal', { ...draft, owner: 'sam@northwind.example' }, 'd1')
  await desk.say('U0SAM', words)
  return { desk, card: cardIn(desk), deal: deal.id }
}

function cardIn({ slack }: SlackDesk): Posted {
  const card = slack.messages.findLast(({ blocks }) => JSON.stringify(blocks).includes('card.edit'))
  if (!card) throw new Error(`no card: ${slack.messages.map(({ text }) => text).join(' / ')}`)
  return card
}

async function openedForm(desk: SlackDesk, card: Posted, user = 'U0MIA'): Promise<Form> {
  const before = desk.slack.callsOf('views.open').length
  await desk.press(user, card, 'card.edit')
  await until(() => desk.slack.callsOf('views.open').length > before)
  return desk.slack.callsOf('views.open').at(-1)?.args.view as Form
}

async function save(desk: SlackDesk, { callback_id, private_metadata }: Form, values: Inputs, user = 'U0MIA') {
  const view = { id: `V${Object.keys(values).length}`, callback_id, private_metadata, state: { values } }
  const answer = await desk.slack.deliver('interactive', { type: 'view_submission', user: { id: user }, view })
  await desk.idle()
  return answer
}

const ticked = (yes: boolean) => ({ value: { type: 'checkboxes', selected_options: yes ? [{ value: 'yes' }] : [] } })
const typed = (value: string) => ({ value: { type: 'plain_text_input', value } })

test('each field of a change has a box; what is not ticked is left out, what was typed over is written', async () => {
  const { desk, card, deal } = await asked('set the next step of globex to send contract and the amount to 9000 EUR')
  const form = await openedForm(desk, card)
  const boxes = form.blocks.filter(({ element }) => element?.type === 'checkboxes')
  expect(boxes.map(({ block_id }) => block_id)).toEqual(expect.arrayContaining(['0.keep.nextStep', '0.keep.amount']))
  expect(boxes.every(({ optional, element }) => optional && element?.initial_options?.length === 1)).toBe(true)
  const answer = await save(desk, form, {
    '0.keep.nextStep': ticked(false),
    '0.keep.amount': ticked(true),
    '0.amountMinor': typed('9500 EUR'),
  })
  expect(answer).toEqual({})
  expect(await desk.made.local.crm.get('deal', deal)).toMatchObject({ amountMinor: 950_000, nextStep: null })
  expect(card.text).toMatch(/^Edited and approved by Mia Chen/)
})

test('with no box ticked nothing is written, and the card says declined', async () => {
  const { desk, card, deal } = await asked('set the next step of globex to send contract and the amount to 9000 EUR')
  const form = await openedForm(desk, card)
  await save(desk, form, { '0.keep.nextStep': ticked(false), '0.keep.amount': ticked(false) })
  expect(await desk.made.local.crm.get('deal', deal)).toMatchObject({ amountMinor: 800_000, nextStep: null })
  expect(card.text).toMatch(/^Declined by Mia Chen/)
})

test('a conflict is settled in the form: anything but yours or note is said at its field, and note keeps theirs', async () => {
  const { desk, card, deal } = await asked('set the amount of globex to 9000 EUR')
  const { crm } = desk.made.local
  const now = await crm.get('deal', deal)
  await crm.patch('deal', deal, [{ path: 'amountMinor', before: 800_000, after: 700_000 }], now?.version ?? '')
  await desk.press('U0MIA', card, 'card.approve')
  const conflict = cardIn(desk)
  expect(conflict.text).toMatch(/keep yours or theirs/)
  const form = await openedForm(desk, conflict, 'U0MIA')
  expect(form.blocks.map(({ block_id }) => block_id)).toContain('0.keep')
  expect(await save(desk, form, { '0.keep': typed('both') })).toMatchObject({
    response_action: 'errors',
    errors: { '0.keep': expect.stringMatching(/neither yours nor note/) },
  })
  expect(await save(desk, form, { '0.keep': typed('note'), '0.amountMinor': typed('9000 EUR') })).toEqual({})
  expect(await crm.get('deal', deal)).toMatchObject({ amountMinor: 700_000 })
  expect(await crm.activitiesOf({ kind: 'deal', id: deal })).toMatchObject([
    { text: expect.stringMatching(/^Not written/) },
  ])
})
