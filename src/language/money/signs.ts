import type { Noun } from './lexicon.ts'
import { CENTS, DOLLARS, POUNDS, RUPEES, YENS } from './shared-names.ts'

const sign = (codes: string, usual = true, parts = 1): Noun => ({ codes: codes.split(' '), usual, parts, front: true })

/** Signs of one character (CLDR has most of them; those of old and of shared currencies are added). */
export const SIGNS: ReadonlyMap<string, Noun> = new Map([
  ['$', sign(`${DOLLARS} MXN CLP COP ARS UYU DOP CUP BRL`)],
  ['＄', sign(DOLLARS)],
  ['€', sign('EUR')],
  ['£', sign(POUNDS)],
  ['￡', sign(POUNDS)],
  ['₤', sign(`${POUNDS} TRY`)],
  ['¥', sign(YENS)],
  ['￥', sign(YENS)],
  ['元', sign('CNY TWD')],
  ['円', sign('JPY')],
  ['₹', sign('INR')],
  ['₨', sign(RUPEES)],
  ['₩', sign('KRW KPW')],
  ['₪', sign('ILS')],
  ['₺', sign('TRY')],
  ['₽', sign('RUB')],
  ['₴', sign('UAH')],
  ['₫', sign('VND')],
  ['₦', sign('NGN')],
  ['₱', sign('PHP')],
  ['₡', sign('CRC')],
  ['₲', sign('PYG')],
  ['₵', sign('GHS')],
  ['₸', sign('KZT')],
  ['₭', sign('LAK')],
  ['₮', sign('MNT')],
  ['₾', sign('GEL')],
  ['₼', sign('AZN')],
  ['֏', sign('AMD')],
  ['؋', sign('AFN')],
  ['฿', sign('THB')],
  ['៛', sign('KHR')],
  ['৳', sign('BDT')],
  ['₿', sign('BTC')],
  ['¢', sign(CENTS, false, 100)],
])

/** Letters that a country puts before the dollar sign; lower-case ones may stand apart ("us $ 5", "c $ 16"). */
export const BEFORE_DOLLAR: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['U', 'USD'],
  ['USA', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['C', 'CAD'],
  ['CA', 'CAD'],
  ['CAN', 'CAD'],
  ['CDN', 'CAD'],
  ['NZ', 'NZD'],
  ['S', 'SGD'],
  ['SG', 'SGD'],
  ['HK', 'HKD'],
  ['NT', 'TWD'],
  ['TW', 'TWD'],
  ['MX', 'MXN'],
  ['MEX', 'MXN'],
  ['R', 'BRL'],
  ['J', 'JMD'],
  ['FJ', 'FJD'],
  ['EC', 'XCD'],
  ['TT', 'TTD'],
  ['BZ', 'BZD'],
  ['CLP', 'CLP'],
])

/** Abbreviations that are only read as they are written here: other spellings of them are other words. */
export const WRITTEN: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ['RM', sign('MYR')],
  ['Kč', { codes: ['CZK'], usual: true, parts: 1 }],
  ['zł', { codes: ['PLN'], usual: true, parts: 1 }],
  ['Cdn', sign('CAD')],
  ['CDN', sign('CAD')],
  ['SFr', sign('CHF')],
  ['sFr', sign('CHF')],
  ['FCFA', { codes: ['XAF', 'XOF'], usual: false, parts: 1 }],
  ['CFA', { codes: ['XAF', 'XOF'], usual: false, parts: 1 }],
])

/** Letters that mean money only to people of that country: feet, rooms, Fridays elsewhere. */
export const LOCAL: ReadonlyMap<string, Noun> = new Map([
  ['R', sign('ZAR')],
  ['Fr', sign('CHF')],
  ['Ft', sign('HUF')],
  ['K', sign('ZMW')],
  ['L', sign('HNL')],
  ['Q', sign('GTQ')],
  ['Bs', sign('BOB')],
  ['S', sign('PEN')],
])
