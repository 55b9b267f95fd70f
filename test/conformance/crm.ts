import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Deal } from '#kernel/deal.ts'
import type { DraftInput, FieldOp, RecordKind } from '#kernel/record.ts'
import type { Crm } from '#ports/crm.ts'

/** A CRM to be judged, empty, and how to put it away. */
export interface CrmUnderTest {
  crm: Crm
  close(): Promise<void> | void
}

const op = (path: string, before: FieldOp['before'], after: FieldOp['after']): FieldOp => ({ path, before, after })

const WEB_SHOP: DraftInput<'deal'> = {
  name: 'Web shop',
  company: 'Acme',
  stage: 'proposal',
  amountMinor: 2_400_000,
  currency: 'EUR',
  closeDate: '2026-12-31',
  owner: 'mia@northwind.example',
  custom: { Region: 'EU' },
}
const NOTE: DraftInput<'activity'> = {
  kind: 'note',
  about: { kind: 'deal', id: 'd1' },
  at: '2026-11-23T10:00:00Z',
  text: 'Likes short mails',
}
const PERSON = {
  name: 'Ada Quist',
  email: 'Ada@Quist.example',
  phone: '+44 20 7946 0001',
  role: null,
  language: 'fr',
  zone: null,
}
/** One of each kind, and a change to each. */
const EACH: readonly { kind: RecordKind; draft: DraftInput<RecordKind>; change: FieldOp }[] = [
  {
    kind: 'account',
    draft: { name: 'Acme GmbH', domains: ['acme.example'], aliases: ['Acme'], country: 'DE' },
    change: op('aliases', ['Acme'], ['Acme', 'the Berlin people']),
  },
  {
    kind: 'contact',
    draft: { name: 'Jo Ng', emails: ['jo@acme.example', 'jo@home.example'], phones: ['+44 20 7946 0000'] },
    change: op('phones', ['+44 20 7946 0000'], []),
  },
  { kind: 'deal', draft: WEB_SHOP, change: op('stage', 'proposal', 'negotiation') },
  {
    kind: 'lead',
    draft: { person: PERSON, ask: 'A shop', conversations: ['c1'], amountMinor: 800_000, currency: 'GBP' },
    change: op('status', 'new', 'engaged'),
  },
  { kind: 'activity', draft: { ...NOTE, kind: 'task', due: '2026-11-26' }, change: op('done', false, true) },
]

/** What every CRM must do, whoever keeps it. */
export function crmConformance(name: string, open: () => Promise<CrmUnderTest>): void {
  describe(`crm: ${name}`, () => {
    let under: CrmUnderTest
    let crm: Crm
    beforeEach(async () => {
      under = await open()
      crm = under.crm
    })
    afterEach(() => under.close())

    const patched = (deal: Deal, ops: readonly FieldOp[], version = deal.version) =>
      crm.patch('deal', deal.id, ops, version)

    describe.each(EACH)('$kind', ({ kind, draft, change }) => {
      test('what was written is read back', async () => {
        const made = await crm.create(kind, draft, 'k1')
        expect(made).toMatchObject(draft)
        expect(await crm.get(kind, made.id)).toEqual(made)
        expect(await crm.list(kind)).toEqual([made])
        expect(await crm.get(kind, 'nobody')).toBeNull()
      })

      test('create is idempotent by key, also at the same moment', async () => {
        const both = await Promise.all([crm.create(kind, draft, 'k1'), crm.create(kind, draft, 'k1')])
        expect(await crm.findByKey(kind, 'k1')).toEqual(both[0])
        expect(await crm.findByKey(kind, 'k2')).toBeNull()
        const other = await crm.create(kind, draft, 'k2')
        expect(both[0]).toEqual(both[1])
        expect(other.id).not.toBe(both[0].id)
        expect(await crm.list(kind)).toHaveLength(2)
      })

      test('a change makes a new version, and an older one is refused', async () => {
        const made = await crm.create(kind, draft, 'k1')
        const changed = await crm.patch(kind, made.id, [change], made.version)
        expect(changed).toEqual({ ...made, [change.path]: change.after, version: changed.version })
        expect(changed.version).not.toBe(made.version)
        const back = op(change.path, change.after, change.before)
        await expect(crm.patch(kind, made.id, [back], made.version)).rejects.toMatchObject({ code: 'CONFLICT' })
        await expect(crm.archive(kind, made.id, made.version)).rejects.toMatchObject({ code: 'CONFLICT' })
        expect(await crm.get(kind, made.id)).toEqual(changed)
        expect({ ...(await crm.patch(kind, made.id, [back], changed.version)), version: '' }).toEqual({
          ...made,
          version: '',
        })
      })

      test('what is put away is found no more, and comes back as it was', async () => {
        const made = await crm.create(kind, draft, 'k1')
        expect(await crm.getArchived(kind, made.id)).toBeNull()
        const version = await crm.archive(kind, made.id, made.version)
        expect([await crm.get(kind, made.id), await crm.list(kind)]).toEqual([null, []])
        expect(await crm.getArchived(kind, made.id)).toEqual({ ...made, version })
        await expect(crm.patch(kind, made.id, [change], version)).rejects.toMatchObject({ code: 'CONFLICT' })
        await expect(crm.restore(kind, made.id, made.version)).rejects.toMatchObject({ code: 'CONFLICT' })
        const restored = await crm.restore(kind, made.id, version)
        expect(restored).toEqual({ ...made, version: restored.version })
        expect(await crm.get(kind, made.id)).toEqual(restored)
      })

      test('a field that it has not is refused, and nothing is written', async () => {
        const made = await crm.create(kind, draft, 'k1')
        for (const path of ['nonsense', 'id', 'version', 'custom', '__proto__', 'constructor'])
          await expect(crm.patch(kind, made.id, [change, op(path, null, 'x')], made.version)).rejects.toMatchObject({
            code: 'NOT_ALLOWED',
          })
        expect(await crm.get(kind, made.id)).toEqual(made)
      })
    })

    describe('fields', () => {
      test('of two writers who saw the same version one wins', async () => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        const both = await Promise.allSettled(
          [2_500_000, 2_800_000].map((after) => patched(deal, [op('amountMinor', 2_400_000, after)])),
        )
        expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      })

      test('a field that is not as it was seen is a conflict that names it; the other fields stay too', async () => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        const stale = patched(deal, [op('nextStep', null, 'legal'), op('stage', 'lead', 'closed_won')])
        await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('"stage"') })
        expect(await crm.get('deal', deal.id)).toEqual(deal)
      })

      test('a field that says it already is left: no conflict, no new version', async () => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        expect(await patched(deal, [op('stage', 'lead', 'proposal')])).toEqual(deal)
      })

      test.each([
        ['half a cent', op('amountMinor', 2_400_000, 0.5)],
        ['an amount without a currency', op('currency', 'EUR', null)],
        ['a currency that is a word', op('currency', 'EUR', 'euro')],
        ['a day that is not', op('closeDate', '2026-12-31', '2026-02-30')],
        ['a number for a name', op('name', 'Web shop', 7)],
      ])('%s is refused', async (_what, bad) => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        await expect(patched(deal, [bad])).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
        expect(await crm.get('deal', deal.id)).toEqual(deal)
      })

      test('any text survives', async () => {
        const text = 'Æther 👩‍👩‍👧 "=HYPERLINK(1)" ‮abc‬ \\n; , : <b>&amp; 漢字 e\u0301'
        const made = await crm.create('deal', { name: text, notes: `${text}\n${text}`, custom: { [text]: text } }, 'k1')
        expect(await crm.get('deal', made.id)).toMatchObject({ name: text, notes: `${text}\n${text}` })
        expect((await crm.get('deal', made.id))?.custom).toEqual({ [text]: text })
      })
    })

    describe('fields of the team’s own', () => {
      test('are set, changed and taken off by name', async () => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        const set = await patched(deal, [op('custom.Net days', null, '60'), op('custom.Region', 'EU', 'UK')])
        expect(set.custom).toEqual({ 'Net days': '60', Region: 'UK' })
        expect(await crm.customFields('deal')).toEqual(['Net days', 'Region'])
        expect(await crm.customFields('account')).toEqual([])
        const off = await crm.patch('deal', deal.id, [op('custom.Region', 'UK', null)], set.version)
        expect(off.custom).toEqual({ 'Net days': '60' })
      })

      test('cannot be called like a field', async () => {
        const deal = await crm.create('deal', WEB_SHOP, 'k1')
        const taken = patched(deal, [op('custom.Stage', null, 'x')])
        await expect(taken).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('"Stage"') })
      })
    })

    describe('finding', () => {
      test('by words that resemble name, alias, company or address; what changed is found anew', async () => {
        const acme = await crm.create('account', { name: 'Acme GmbH', aliases: ['Berlin people'] }, 'a1')
        await crm.create('account', { name: 'Globex', domains: ['globex.example'] }, 'a2')
        const deal = await crm.create('deal', WEB_SHOP, 'd1')
        const names = async (words: string) => (await crm.find('account', words, 5)).map((one) => one.name)
        expect(await names('studio')).toEqual([])
        expect(await names('akme')).toEqual(['Acme GmbH'])
        expect(await names('ACMÉ')).toEqual(['Acme GmbH'])
        expect(await names('berlin')).toEqual(['Acme GmbH'])
        expect(await names('globex.example')).toEqual(['Globex'])
        expect(await crm.find('deal', 'acme shop', 5)).toEqual([deal])
        await crm.patch('account', acme.id, [op('aliases', ['Berlin people'], ['Studio'])], acme.version)
        expect(await names('studio')).toEqual(['Acme GmbH'])
        expect(await names('berlin')).toEqual([])
      })

      test('contacts by any of their addresses, until they change or are put away', async () => {
        const jo = await crm.create('contact', { emails: ['Jo@Acme.example'], phones: ['+44 20 7946 0000'] }, 'c1')
        for (const address of ['jo@acme.example', '0044 20 79460000', 'whatsapp:+442079460000'])
          expect(await crm.contactByAddress(address)).toEqual(jo)
        const moved = await crm.patch(
          'contact',
          jo.id,
          [op('emails', ['Jo@Acme.example'], ['jo@initech.example'])],
          jo.version,
        )
        expect(await crm.contactByAddress('jo@acme.example')).toBeNull()
        expect(await crm.contactByAddress('jo@initech.example')).toEqual(moved)
        const version = await crm.archive('contact', jo.id, moved.version)
        expect(await crm.contactByAddress('jo@initech.example')).toBeNull()
        await crm.restore('contact', jo.id, version)
        expect(await crm.contactByAddress('jo@initech.example')).toMatchObject({ id: jo.id })
      })
    })

    test('leads by their conversations and addresses, until they change or are put away', async () => {
      const lead = await crm.create('lead', { person: PERSON, ask: 'A web shop', conversations: ['c1'] }, 'l1')
      const withKeys = async () =>
        (
          await Promise.all(['in:c1', 'in:c2', 'ada@quist.example', '442079460001'].map((key) => crm.leadsByKey(key)))
        ).map((leads) => leads.length)
      expect(await withKeys()).toEqual([1, 0, 1, 1])
      expect(await crm.leadsByKey('in:c1')).toEqual([lead])
      for (const words of ['quist', 'web shop', 'ada@quist.example'])
        expect(await crm.find('lead', words, 5)).toEqual([lead])
      const moved = await crm.patch('lead', lead.id, [op('conversations', ['c1'], ['c1', 'c2'])], lead.version)
      const one = await crm.patch('lead', lead.id, [op('person', PERSON, { ...PERSON, phone: null })], moved.version)
      expect(await withKeys()).toEqual([1, 1, 1, 0])
      const version = await crm.archive('lead', lead.id, one.version)
      expect(await withKeys()).toEqual([0, 0, 0, 0])
      await crm.restore('lead', lead.id, version)
      expect(await withKeys()).toEqual([1, 1, 1, 0])
    })

    describe('merging', () => {
      const seen = ({ id, version }: { id: string; version: string }) => ({ id, version })
      const two = async () => ({
        winner: await crm.create('account', { name: 'Acme GmbH', domains: ['acme.example'] }, 'a1'),
        loser: await crm.create('account', { name: 'ACME', country: 'DE' }, 'a2'),
      })

      test('two accounts become one: what hung on the loser hangs on the winner, and its id leads there', async () => {
        const { winner, loser } = await two()
        const contact = await crm.create('contact', { name: 'Jo', company: 'Acme' }, 'c1')
        const other = await crm.create('contact', { name: 'Lee', company: 'Acme Studios' }, 'c2')
        const deal = await crm.create('deal', { name: 'Shop', account: loser.id }, 'd1')
        await crm.create('activity', { ...NOTE, about: { kind: 'account', id: loser.id } }, 'n1')
        const won = await crm.merge('account', {
          winner: seen(winner),
          loser: seen(loser),
          ops: [op('country', null, 'DE')],
        })
        expect(won).toMatchObject({ id: winner.id, name: 'Acme GmbH', country: 'DE' })
        expect(won.version).not.toBe(winner.version)
        expect(await crm.get('account', loser.id)).toEqual(won)
        expect(await crm.list('account')).toEqual([won])
        expect(await crm.get('deal', deal.id)).toMatchObject({ account: winner.id })
        expect(await crm.activitiesOf({ kind: 'account', id: winner.id })).toHaveLength(1)
        expect(await crm.get('contact', contact.id)).toMatchObject({ company: 'Acme GmbH' })
        expect(await crm.get('contact', other.id)).toEqual(other)
      })

      test('two contacts too, and the winner is found by what it took over', async () => {
        const winner = await crm.create('contact', { name: 'Jo Ng', emails: ['jo@acme.example'] }, 'c1')
        const loser = await crm.create('contact', { name: 'J. Ng', emails: ['jo@home.example'] }, 'c2')
        const deal = await crm.create('deal', { name: 'Shop', contact: loser.id }, 'd1')
        const emails = op('emails', ['jo@acme.example'], ['jo@acme.example', 'jo@home.example'])
        const won = await crm.merge('contact', { winner: seen(winner), loser: seen(loser), ops: [emails] })
        expect(await crm.contactByAddress('jo@home.example')).toEqual(won)
        expect(await crm.get('deal', deal.id)).toMatchObject({ contact: winner.id })
        const third = await crm.create('contact', { name: 'Jo N.' }, 'c3')
        const last = await crm.merge('contact', { winner: seen(third), loser: seen(won), ops: [] })
        expect(await crm.get('contact', loser.id)).toEqual(last)
      })

      test('all or nothing: a stale version or a bad value leaves everything as it was', async () => {
        const { winner, loser } = await two()
        const deal = await crm.create('deal', { name: 'Shop', account: loser.id }, 'd1')
        const stale = { winner: seen(winner), loser: { id: loser.id, version: 'x' }, ops: [op('country', null, 'DE')] }
        await expect(crm.merge('account', stale)).rejects.toMatchObject({ code: 'CONFLICT' })
        const bad = { winner: seen(winner), loser: seen(loser), ops: [op('name', 'Acme GmbH', 7)] }
        await expect(crm.merge('account', bad)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
        expect(await crm.get('account', winner.id)).toEqual(winner)
        expect(await crm.get('account', loser.id)).toEqual(loser)
        expect(await crm.get('deal', deal.id)).toEqual(deal)
      })

      test('what became another record is not taken out again', async () => {
        const { winner, loser } = await two()
        await crm.merge('account', { winner: seen(winner), loser: seen(loser), ops: [] })
        const version = (await crm.getArchived('account', loser.id))?.version ?? ''
        await expect(crm.restore('account', loser.id, version)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      })
    })

    test('activities of one record only, newest first, without what was put away', async () => {
      const write = (key: string, over: Partial<DraftInput<'activity'>>) =>
        crm.create('activity', { ...NOTE, text: key, ...over }, key)
      await write('old', { at: '2026-11-01T10:00:00Z' })
      await write('new', { kind: 'call' })
      const wrong = await write('wrong', {})
      await write('other deal', { about: { kind: 'deal', id: 'd2' } })
      await write('contact of that id', { about: { kind: 'contact', id: 'd1' } })
      await crm.archive('activity', wrong.id, wrong.version)
      const texts = (await crm.activitiesOf({ kind: 'deal', id: 'd1' })).map((one) => one.text)
      expect(texts).toEqual(['new', 'old'])
      expect(await crm.activitiesOf({ kind: 'deal', id: 'd3' })).toEqual([])
    })
  })
}
