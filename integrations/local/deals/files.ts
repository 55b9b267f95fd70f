import type { DealDraft } from '#kernel/deal.ts'
import type { Sql } from '#ports/sql.ts'
import { everyRecord } from '../crm/every-record.ts'
import { keepRecord } from '../crm/record-rows.ts'
import { wordsMark } from '../csv/duplicates.ts'
import { readTable } from '../csv/table.ts'
import { writeTable } from '../csv/write.ts'
import type { ImportReport, TextImport } from '../import-file.ts'
import { type Place, takeIn } from '../take-in.ts'
import { amountCell } from './cells.ts'
import { DEAL_COLUMNS, dealReading } from './reading.ts'

/** What a file of deals does not say itself. */
export interface Pipeline {
  /** The policy's stages, in order. */
  stages: readonly string[]
  /** Of amounts that name none. */
  currency: string
}

/**
 * Takes a CSV file of deals in, whole or not at all; a deal that is there already (same id) is updated.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importDeals(
  sql: Sql,
  text: string,
  { stages, currency }: Pipeline,
  options: TextImport,
): Promise<ImportReport> {
  const deals = readTable(text, options.file, dealReading(stages, currency))
  const place: Place<DealDraft> = {
    keep: (id, stored) => keepRecord('deal', id, stored),
    every: () => everyRecord(sql, 'deal'),
    marks: ({ name, company, contact }) => wordsMark(name, company ?? contact),
    nameOf: (deal) => deal.name,
  }
  return takeIn(sql, deals, place, options)
}

/** All deals as CSV, in pieces. */
export function exportDeals(sql: Sql): AsyncGenerator<string> {
  return writeTable(DEAL_COLUMNS, async function* () {
    for await (const { id, stored } of everyRecord<DealDraft>(sql, 'deal')) {
      const { custom, amountMinor, ...cells } = stored
      const amount = amountMinor === null || cells.currency === null ? null : amountCell(amountMinor, cells.currency)
      yield { id, cells: { ...cells, amount }, custom }
    }
  })
}
