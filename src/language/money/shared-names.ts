import { noun, type Words } from './lexicon.ts'

/** Currencies that share a name or a sign, the most usual first. */
export const DOLLARS = 'USD AUD CAD NZD SGD HKD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD ZWL'
export const POUNDS = 'GBP EGP LBP SYP SDG SSP FKP GIP SHP IEP CYP'
export const RUPEES = 'INR PKR LKR NPR MUR SCR'
export const CROWNS = 'SEK NOK DKK ISK CZK SKK EEK'
export const FRANCS = 'CHF XAF XOF XPF RWF BIF GNF DJF KMF CDF FRF BEF LUF'
export const PESOS = 'MXN ARS CLP COP PHP UYU DOP CUP'
export const YENS = 'JPY CNY'
/** Currencies whose hundredth is a cent, centime or centavo. */
export const CENTS = 'USD EUR CAD AUD NZD SGD HKD CHF ZAR MXN BRL MYR KES'
export const PENCE = 'GBP IEP'
export const PENNIES = 'GBP USD'

/** Names that every language writes the same way, and the usual abbreviations of currencies. */
export const INTERNATIONAL: Words = [
  [noun('EUR'), 'euro euros'],
  [noun(RUPEES, { usual: true, front: true }), 'rs'],
  [noun(CROWNS, { front: true }), 'kr'],
  [noun('CNY', { front: true }), 'rmb renminbi yuan yuans kuai'],
  [noun('CNY', { parts: 10 }), 'mao jiao'],
  [noun('CNY', { parts: 100 }), 'fen'],
  [noun('MYR', { front: true }), 'ringgit ringgits ringit'],
  [noun('MYR JPY IDR', { parts: 100 }), 'sen sens'],
  [noun('IDR', { front: true }), 'rp rupiah rupiahs'],
  [noun('PLN'), 'zloty zlotys zlote zlotych zł złoty złotych złote'],
  [noun('CZK'), 'koruna koruny korun'],
  [noun('RON MDL', { usual: true }), 'lei leu'],
  [noun('BGN'), 'leva'],
  [noun('HUF'), 'forint forints'],
  [noun('RUB BYN', { usual: true }), 'ruble rubles rouble roubles'],
  [noun('KRW KPW', { usual: true, weak: true }), 'won'],
  [noun('BRL'), 'reais reales'],
  [noun('BRL', { weak: true }), 'real reals'],
  [noun('PEN', { weak: true }), 'sol soles'],
  [noun('ILS'), 'shekel shekels nis'],
  [noun('SAR QAR YER'), 'riyal riyals'],
  [noun('IRR OMR YER'), 'rial rials'],
  [noun('KWD JOD IQD BHD RSD DZD TND LYD MKD'), 'dinar dinars dinare dinares'],
  [noun('AED MAD'), 'dirham dirhams'],
  [noun('KES TZS UGX SOS'), 'ksh tsh ush'],
  [noun('EGP'), 'geneh genih gineh guineh genihat ginehat'],
  [noun('TRY'), 'lira liras lire'],
  [noun('BTC', { front: true }), 'bitcoin bitcoins btc xbt'],
  [noun('BTC', { parts: 100_000_000 }), 'satoshi satoshis'],
  [noun('DEM'), 'deutschmark deutschmarks'],
  [noun('FIM'), 'markka markkaa'],
  [noun('ESP'), 'peseta pesetas'],
  [noun('NLG ANG AWG'), 'guilder guilders gulden florin florins'],
  [noun('PTE CVE'), 'escudo escudos'],
  [noun('CRC SVC', { usual: true }), 'colones'],
]
