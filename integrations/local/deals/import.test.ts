import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { importAccounts } from '../accounts/files.ts'
import { dealRecords } from '../records.ts'
import { amountCell, amountIn } from './cells.ts'
import { exportDeals, importDeals } from './files.ts'

const PIPELINE = { stages: ['lead', 'qualified', 'proposal', 'closed_won', 'closed_lost'], currency: 'EUR' }

async function taken(text: string) {
  const store = await localStore()
  const report = await importDeals(store.sql, text, PIPELINE, { file: 'deals.csv' })
  const records = await dealRecords(store.sql, () => null)
  return { ...store, report, records, csv: (await gather(exportDeals(store.sql))).join('') }
}

test.each([
  ['words for an amount', 'name,amount\nA,12 apples\n', 2, 'the amount "12 apples" is not a number such as 12000'],
  ['a comma that says two things', 'name,amount\nA,"1,500"\n', 2, 'the amount "1,500" is not a number'],
  ['half a cent', 'name,amount,currency\nA,1.005,EUR\n', 2, 'has more decimals than EUR (2)'],
  ['half a yen', 'name,amount,currency\nA,100.5,JPY\n', 2, 'has more decimals than JPY (0)'],
  ['an amount no number holds', 'name,amount\nA,99999999999999999\n', 2, 'is too large'],
  ['no currency', 'name,amount,currency\nA,1,EURO\n', 2, '"EURO" is no currency'],
  ['a stage with a slip', 'name,stage\nA,lead\nB,propsal\n', 3, 'no stage "propsal"; the nearest is proposal'],
  ['a stage of another team', 'name,stage\nA,x\n', 2, 'no stage "x" (there are: lead, qualified, proposal,'],
  ['a period', 'name,period\nA,monthly\n', 2, 'no period "monthly"; the nearest is month'],
  ['a day that is not', 'name,close date\nA,2026-02-30\n', 2, 'the close date "2026-02-30" is not a date'],
  ['a date in words', 'name,closeDate\nA,end of May\n', 2, 'the close date "end of May" is not a date'],
  [
    'a column mapped twice',
    'name,Value,Deal Value\nA,1,2\n',
    1,
    '2 ("Value") and 3 ("Deal Value") would both be amount',
  ],
  ['nothing to know it by', 'stage,amount\nlead,2\n', 1, 'no column is called name, company or contact'],
  ['a quote that stays open', 'name,notes\nA,"x\ny\n', 2, 'unterminated'],
])('%s is refused with its line', async (_what, csv, line, problem) => {
  await expect(taken(csv)).rejects.toMatchObject({ code: 'IMPORT_INVALID', details: { where: `line ${line}` } })
  await expect(taken(csv)).rejects.toThrow(problem)
})

test('a file with one mistake changes nothing', async () => {
  const { sql, close } = await taken('id,name,amount\n1,A,5\n')
  const bad = 'id,name,amount\n1,B,6\n2,C,x\n'
  await expect(importDeals(sql, bad, PIPELINE, { file: 'd.csv' })).rejects.toThrow('"x" is not a number')
  expect(await dealRecords(sql, () => null)).toMatchObject([{ id: '1', name: 'A', amountMinor: 500, currency: 'EUR' }])
  close()
})

test('two million rows are refused by the limit, without being kept', async () => {
  const { sql, close } = await localStore()
  const rows = `name\n${'A\n'.repeat(2_000_000)}`
  for (const refused of [
    () => importDeals(sql, rows, PIPELINE, { file: 'd.csv' }),
    () => importAccounts(sql, rows, { file: 'a.csv' }),
  ])
    await expect(refused).rejects.toThrow(/holds more than 100000 (deals|accounts)\. Split it/)
  expect(await dealRecords(sql, () => null)).toEqual([])
  close()
})

test('stages are known however they are written, money is kept in minor units of its currency', async () => {
  const { records, csv, close } = await taken(
    'id,name,stage,amount,currency,period,Close Date\n1,A,Closed Won,12000.5,gbp,,2026-03-31\n2,B,,-3,JPY,month,\n3,C,,1.5,KWD,,\n',
  )
  expect(records).toMatchObject([
    { stage: 'closed_won', amountMinor: 1_200_050, currency: 'GBP', closeDate: '2026-03-31', custom: {} },
    { stage: null, amountMinor: -3, currency: 'JPY', closeDate: null, custom: { period: 'month' } },
    { amountMinor: 1500, currency: 'KWD' },
  ])
  expect(csv).toContain('1,A,,,,,closed_won,12000.50,GBP,,2026-03-31')
  expect((await taken(csv)).records).toEqual(records)
  close()
})

test('what an export writes is what an import reads, formulas included', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'=+-@\'",;\r\n\t 1aé') }).map((one) => one || null)
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, notes, own) => {
      const first = await localStore()
      const { keepRecord } = await import('../crm/record-rows.ts')
      const { DealDraft } = await import('#kernel/deal.ts')
      const deal = DealDraft.parse({ name, notes, nextStep: own, custom: { '=x': own ?? '' } })
      await first.sql.write(() => keepRecord('deal', 'd', deal))
      const again = await taken((await gather(exportDeals(first.sql))).join(''))
      expect(again.records).toEqual(await dealRecords(first.sql, () => null))
      first.close()
      again.close()
    }),
    { numRuns: 100 },
  )
})

test('any amount is written and read without a rounding', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
      expect(amountIn(amountCell(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)
    }),
  )
})
