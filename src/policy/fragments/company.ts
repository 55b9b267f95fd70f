import type { z } from 'zod'
import { currency, keys, language, list, oneOf, region, text, zone } from '../kinds.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** Where a team talks: the channel and the conversation in it. */
const place = text.regex(/^(slack|discord|whatsapp|console):\S+$/, {
  error: 'a channel and a place in it, such as slack:C0123ABC or discord:998877665544332211',
})

export const Company = keys({
  name: text.meta({ example: 'Northwind Studio' }).describe('what the company is called'),
  timezone: zone.meta({ example: 'Europe/London' }).describe('IANA name, never an offset'),
  language: language.prefault('en').describe('language the team is written to'),
  currency: currency.prefault('EUR').describe('currency of figures that name none'),
  date_order: oneOf(['dmy', 'mdy', 'ymd']).prefault('dmy').describe('how 03/04 is read'),
  week_starts: oneOf(['monday', 'sunday', 'saturday']).prefault('monday').describe('what "this week" begins with'),
  fiscal_year_start: oneOf(MONTHS).prefault('january').describe('month in which Q1 begins'),
  postal_address: text.optional().meta({ example: '1 High St, London' }).describe('required before any cold e-mail'),
  holidays: list(region, '[GB-ENG]')
    .prefault([])
    .describe('regions whose public holidays are days off, such as GB-ENG'),
  ops_channel: place
    .optional()
    .meta({ example: 'slack:C0123ABC' })
    .describe('where decisions for the whole team and notices go; each person is written to alone without it'),
})

export function companyOf(file: z.output<typeof Company>) {
  const [channel = '', conversation = ''] = file.ops_channel?.split(/:(.*)/s) ?? []
  return {
    name: file.name,
    timezone: file.timezone,
    language: file.language,
    currency: file.currency,
    dateOrder: file.date_order,
    weekStarts: file.week_starts,
    /** 1 is January. */
    fiscalYearStartMonth: MONTHS.indexOf(file.fiscal_year_start) + 1,
    postalAddress: file.postal_address ?? null,
    holidays: file.holidays,
    opsChannel: file.ops_channel === undefined ? null : { channel, conversation },
  }
}
