import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardView } from '#desk/views/flags.ts'
import type { DraftInput, RecordKind } from '#kernel/record.ts'
import { type Harness, harness } from '#test/browser/harness.ts'
import { visit } from '#test/browser/visit.ts'

let made: Harness
let ask: ReturnType<typeof visit>['ask']
let mia: string
let sam: string
beforeEach(async () => {
  made = await harness()
  const visited = visit(made)
  ask = visited.ask
  mia = await visited.signIn()
  sam = await visited.signIn('sam')
})
afterEach(() => made.close())

const DEAL = { name: 'Web shop', stage: 'lead', amountMinor: 500_000, currency: 'EUR', closeDate: '2027-03-31' }
const crm = () => made.made.context.crm
const keep = async <K extends RecordKind>(kind: K, draft: DraftInput<K>, key: string = kind): Promise<string> =>
  (await crm().create(kind, draft, `test-${key}`)).id
/** Sam is no approver: what needs a yes becomes a card of Mia's. */
const samSays = (text: string) => ask('/say', { cookie: sam, form: { text } })

async function card(): Promise<CardView> {
  const { flags } = (await (await ask('/api/flags', { cookie: mia })).json()) as { flags: CardView[] }
  const [one] = flags
  if (!one || flags.length !== 1) throw new Error(`${flags.length} open flags`)
  return one
}
const decide = async (fields: Record<string, string>, verb = 'edit'): Promise<Response> => {
  const { card: shown, decision } = await card()
  return ask(`/api/flags/${shown.flag}/decide`, { cookie: mia, json: { decision, verb, fields } })
}
const flagsPage = async (): Promise<string> => (await ask('/flags', { cookie: mia })).text()

test('each field of a change is a line with what stands there and the words; one is left out, one gets another value', async () => {
  const deal = await keep('deal', DEAL)
  await samSays('Web shop is now proposal at 24k EUR')
  const page = await flagsPage()
  expect(page).toMatch(/type="checkbox"[^>]*name="0\.keep\.amount"[\s\S]*Amount: 5,000 EUR → 24,000 EUR/)
  expect(page).toContain('Stage: lead → proposal')
  const answer = await decide({ '0.keep.stage': 'no', '0.amountMinor': '26000 EUR' })
  expect(await answer.json()).toMatchObject({ receipt: { outcome: 'Edited and approved by Mia Chen' } })
  expect(await crm().get('deal', deal)).toMatchObject({ amountMinor: 2_600_000, stage: 'lead' })
})

test('a change of which every line is left out is declined', async () => {
  const deal = await keep('deal', DEAL)
  await samSays('Web shop is now proposal at 24k EUR')
  const answer = await decide({ '0.keep.stage': 'no', '0.keep.amount': 'no' })
  expect(await answer.json()).toMatchObject({ receipt: { outcome: 'Declined by Mia Chen', tone: 'no' } })
  expect(await crm().get('deal', deal)).toMatchObject(DEAL)
})

test.each([
  [{ '0.stage': 'propsal' }, 'there is no stage "propsal"; the nearest is proposal'],
  [{ '0.amountMinor': '12 apples' }, '"12 apples" is no amount such as 24000 EUR'],
])('what cannot be written is told before the card is spent: %j', async (fields, problem) => {
  await keep('deal', DEAL)
  await samSays('Web shop is now proposal at 24k EUR')
  const answer = await decide(fields)
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { error: { code: 'BAD_EDIT', message: expect.stringContaining(problem) } },
  ])
  expect((await decide({}, 'approve')).status).toBe(200)
})

test.each([
  ['approve', {}, 2_400_000, 0],
  ['decline', {}, 700_000, 0],
  ['edit', { '0.keep': 'note' }, 700_000, 1],
] as const)('what somebody changed meanwhile is shown side by side: %s', async (verb, fields, amountMinor, notes) => {
  const deal = await keep('deal', DEAL)
  await samSays('set Web shop to 24k EUR')
  const now = await crm().get('deal', deal)
  await crm().patch('deal', deal, [{ path: 'amountMinor', before: 500_000, after: 700_000 }], now?.version ?? '')
  await decide({}, 'approve')
  expect(await card()).toMatchObject({ clash: [{ label: 'Amount', mine: '24,000 EUR', theirs: '7,000 EUR' }] })
  expect(await flagsPage()).toMatch(
    /Mine[\s\S]*Theirs[\s\S]*24,000 EUR[\s\S]*Write mine[\s\S]*Keep theirs[\s\S]*Keep theirs, note mine/,
  )
  expect((await decide(fields, verb)).status).toBe(200)
  expect(await crm().get('deal', deal)).toMatchObject({ amountMinor })
  expect(await crm().activitiesOf({ kind: 'deal', id: deal })).toHaveLength(notes)
})

test('a merge says what stays, whose word each field is and what moves, and is asked twice', async () => {
  const winner = await keep('account', { name: 'Acme GmbH', domains: ['acme.example'], country: 'DE' }, 'a1')
  const loser = await keep('account', { name: 'Acme Ltd', notes: 'pays late' }, 'a2')
  await keep('deal', { name: 'Fitting', account: winner }, 'd1')
  await keep('deal', { name: 'Kiosk', account: winner }, 'd2')
  await keep('deal', { name: 'Shelf', account: loser }, 'd3')
  await samSays('merge Acme Ltd into Acme GmbH')
  const shown = await card()
  expect(shown).toMatchObject({
    final: true,
    merge: { kept: 'Acme GmbH', gone: 'Acme Ltd', moves: ['deal Shelf'] },
  })
  expect(shown.merge?.fields).toContainEqual({ label: 'Notes', text: 'pays late', of: 'gone' })
  expect(shown.merge?.fields).toContainEqual({ label: 'Country', text: 'DE', of: 'kept' })
  expect(await flagsPage()).toMatch(
    /<summary>Approve…<\/summary>[\s\S]*nobody can undo it[\s\S]*class="danger"[^>]*value="approve"/,
  )
  expect((await decide({}, 'approve')).status).toBe(200)
  expect(await crm().get('account', loser)).toMatchObject({ id: winner, notes: 'pays late' })
})

test('hostile values in a change are text on the card', async () => {
  const HOSTILE = '<script>alert(1)</script>'
  const deal = await keep('deal', { ...DEAL, name: 'Web shop', nextStep: HOSTILE })
  await samSays('set Web shop to 24k EUR')
  const now = await crm().get('deal', deal)
  expect(now).not.toBeNull()
  expect(await flagsPage()).not.toContain(HOSTILE)
})
