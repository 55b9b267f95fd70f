import type { AccountDraft } from '#kernel/account.ts'
import type { Sql } from '#ports/sql.ts'
import { everyRecord } from '../crm/every-record.ts'
import { keepRecord } from '../crm/record-rows.ts'
import { wordsMark } from '../csv/duplicates.ts'
import { type Reading, RowProblem, readTable } from '../csv/table.ts'
import { writeTable } from '../csv/write.ts'
import type { ImportReport, TextImport } from '../import-file.ts'
import { type Place, takeIn } from '../take-in.ts'

/** The columns of a file of accounts, in the order of an export; several domains or aliases are separated by `;`. */
const COLUMNS = ['name', 'domains', 'aliases', 'country', 'owner', 'notes'] as const

const MOST_ACCOUNTS = 100_000

const reading: Reading<(typeof COLUMNS)[number], AccountDraft> = {
  what: 'accounts',
  most: MOST_ACCOUNTS,
  idPrefix: 'a',
  fields: COLUMNS,
  aliases: {
    id: ['account id', 'company id', 'record id'],
    name: ['account name', 'company name', 'company', 'organization', 'organisation'],
    domains: ['domain', 'company domain name', 'website'],
    aliases: ['alias', 'also known as'],
    country: ['country/region', 'billing country'],
    owner: ['account owner', 'company owner', 'owner email', 'assigned to'],
    notes: ['note', 'comments', 'description'],
  },
  oneOf: ['name'],
  read({ cells: { name, domains, aliases, ...words }, custom }) {
    if (name === null) throw new RowProblem('the account has no name')
    return {
      name,
      domains: several(domains),
      aliases: several(aliases),
      country: words.country,
      owner: words.owner,
      notes: words.notes,
      custom,
    }
  },
  who: (account) => account.domains[0]?.toLowerCase() ?? account.name,
}

const several = (cell: string | null): string[] =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * Takes a CSV file of accounts in, whole or not at all; an account that is there already (same id) is updated.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importAccounts(sql: Sql, text: string, options: TextImport): Promise<ImportReport> {
  const accounts = readTable(text, options.file, reading)
  const place: Place<AccountDraft> = {
    keep: (id, stored) => keepRecord('account', id, stored),
    every: () => everyRecord(sql, 'account'),
    marks: ({ name, aliases, domains }) => [
      ...domains.map((said) => ({ key: `www ${said.toLowerCase().replace(/^www\./, '')}`, said })),
      ...[name, ...aliases].flatMap((word) => wordsMark(word)),
    ],
    nameOf: (account) => account.name,
  }
  return takeIn(sql, accounts, place, options)
}

/** All accounts as CSV, in pieces. */
export function exportAccounts(sql: Sql): AsyncGenerator<string> {
  return writeTable(COLUMNS, async function* () {
    for await (const { id, stored } of everyRecord<AccountDraft>(sql, 'account')) {
      const { custom, domains, aliases, ...cells } = stored
      yield { id, cells: { ...cells, domains: domains.join('; '), aliases: aliases.join('; ') }, custom }
    }
  })
}
