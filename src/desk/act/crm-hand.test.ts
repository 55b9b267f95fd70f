import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LocalCrm } from '#integrations/local/crm/local-crm.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { crmHand } from './crm-hand.ts'
import type { Hand } from './hand.ts'

let store: Awaited<ReturnType<typeof localStore>>
let crm: LocalCrm
let hand: Hand
beforeEach(async () => {
  store = await localStore()
  crm = new LocalCrm(store.sql)
  hand = crmHand(crm)
})
afterEach(() => store.close())

const op = (path: string, before: FieldOp['before'], after: FieldOp['after']): FieldOp => ({ path, before, after })
const seen = ({ id, version }: { id: string; version: string }) => ({ id, version })
const DRAFTS = {
  account: { name: 'Acme' },
  contact: { name: 'Jo' },
  deal: { name: 'Shop' },
  lead: { ask: 'A shop' },
} as const

test.each(Object.keys(DRAFTS) as (keyof typeof DRAFTS)[])(
  'a new %s that got through before a crash is found by its key, and made once',
  async (kind) => {
    const args = { draft: DRAFTS[kind] }
    const action = `${kind}.create`
    expect(await hand.landed(action, args, 'k1', null)).toBeNull()
    const { record } = await hand.call(action, args, 'k1')
    expect(await hand.landed(action, args, 'k1', null)).toMatchObject({ record, after: DRAFTS[kind] })
    expect(await hand.verify(action, args, record)).toMatchObject({ asAsked: true, after: { id: record } })
    expect(await hand.call(action, args, 'k1')).toEqual({ record })
    expect(await crm.list(kind as RecordKind)).toHaveLength(1)
  },
)

describe('a change', () => {
  const CHANGE = [op('stage', null, 'lead'), op('nextStep', null, 'call')]
  const made = () => crm.create('deal', { name: 'Shop' }, 'd1')

  test('that got through is known by its fields, whatever was changed since beside them', async () => {
    const deal = await made()
    const args = { ...seen(deal), ops: CHANGE }
    expect(await hand.landed('deal.update', args, 'k1', deal)).toBeNull()
    await hand.call('deal.update', args, 'k1')
    const now = await crm.get('deal', deal.id)
    await crm.patch('deal', deal.id, [op('status', null, 'on hold')], now?.version ?? '')
    expect(await hand.landed('deal.update', args, 'k1', deal)).toMatchObject({
      after: { stage: 'lead', status: 'on hold' },
    })
  })

  test('over another version writes its own fields, and leaves those of others', async () => {
    const deal = await made()
    await crm.patch('deal', deal.id, [op('owner', null, 'sam')], deal.version)
    const args = { ...seen(deal), ops: CHANGE }
    await hand.call('deal.update', args, 'k1')
    expect(await hand.verify('deal.update', args, deal.id)).toMatchObject({
      asAsked: true,
      after: { owner: 'sam', stage: 'lead' },
    })
  })

  test('of a field that somebody else wrote is refused, and nothing of it written', async () => {
    const deal = await made()
    await crm.patch('deal', deal.id, [op('stage', null, 'proposal')], deal.version)
    const call = hand.call('deal.update', { ...seen(deal), ops: [...CHANGE].reverse() }, 'k1')
    await expect(call).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await crm.get('deal', deal.id)).toMatchObject({ stage: 'proposal', nextStep: null })
  })

  test('meets writes of other fields at the same moment and gets through', async () => {
    const deal = await made()
    const others = ['a', 'b'].map((name) =>
      hand.call('deal.update', { ...seen(deal), ops: [op(`custom.${name}`, null, 'x')] }, name),
    )
    await Promise.all([hand.call('deal.update', { ...seen(deal), ops: CHANGE }, 'k1'), ...others])
    expect(await crm.get('deal', deal.id)).toMatchObject({ stage: 'lead', custom: { a: 'x', b: 'x' } })
  })
})

test('what was put away and taken out again before a crash is known to be', async () => {
  const deal = await crm.create('deal', { name: 'Shop' }, 'd1')
  const args = seen(deal)
  expect(await hand.landed('deal.archive', args, 'k1', deal)).toBeNull()
  await hand.call('deal.archive', args, 'k1')
  const away = await hand.landed('deal.archive', args, 'k1', deal)
  expect(away).toMatchObject({ record: deal.id })
  expect(await hand.verify('deal.archive', args, deal.id)).toMatchObject({ asAsked: true })
  const back = seen(away?.after as { id: string; version: string })
  expect(await hand.look('deal.restore', back)).toMatchObject(back)
  expect(await hand.landed('deal.restore', back, 'k2', null)).toBeNull()
  await hand.call('deal.restore', back, 'k2')
  expect(await hand.landed('deal.restore', back, 'k2', null)).toMatchObject({ after: { name: 'Shop' } })
})

test('a merge that got through before a crash is not done again', async () => {
  const [winner, loser] = [
    await crm.create('account', { name: 'Acme GmbH' }, 'a1'),
    await crm.create('account', { name: 'ACME' }, 'a2'),
  ]
  const args = { winner: seen(winner), loser: seen(loser), ops: [op('country', null, 'DE')] }
  const before = await hand.look('account.merge', args)
  expect(before).toEqual({ winner, loser })
  expect(await hand.landed('account.merge', args, 'k1', before)).toBeNull()
  await hand.call('account.merge', args, 'k1')
  expect(await hand.landed('account.merge', args, 'k1', before)).toMatchObject({ record: winner.id })
  expect(await hand.verify('account.merge', args, winner.id)).toMatchObject({ asAsked: true })
})

test('a change that was meant for a record which became another one is made there', async () => {
  const [winner, loser] = [
    await crm.create('account', { name: 'Acme GmbH' }, 'a1'),
    await crm.create('account', { name: 'ACME' }, 'a2'),
  ]
  await crm.merge('account', { winner: seen(winner), loser: seen(loser), ops: [] })
  const args = { ...seen(loser), ops: [op('country', null, 'DE')] }
  expect(await hand.call('account.update', args, 'k1')).toEqual({ record: winner.id })
  expect(await crm.get('account', winner.id)).toMatchObject({ country: 'DE' })
})
