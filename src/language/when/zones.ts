import { type Context, type Hit, isText, table, tokenAt } from './context.ts'

/** A zone named in the text. */
export interface NamedZone {
  /** IANA name; a fixed offset of whole hours is one of the `Etc/GMT` zones, others are `UTC+05:45` as Luxon writes them. */
  zone: string
  /**
   * Zones that others may mean: the place's own, where the words named standard or summer time of it ("PST" said of July),
   * and the zones of other places that share the abbreviation ("CST" is Chicago's and Shanghai's).
   */
  others?: readonly string[]
  /** What few mean by it: standard time all year, where only the region was named ("PT" said of July). */
  rare?: string
}

/**
 * Names of North American regions that say neither standard nor summer time: the place whose clock is meant, and its standard
 * offset in minutes, which some places of the region (Arizona, Saskatchewan, Jamaica) and some calendar software keep all year.
 */
const REGION = table<readonly [place: string, standard: number]>({
  pacific: ['America/Los_Angeles', -480],
  pt: ['America/Los_Angeles', -480],
  mountain: ['America/Denver', -420],
  mt: ['America/Denver', -420],
  central: ['America/Chicago', -360],
  ct: ['America/Chicago', -360],
  eastern: ['America/New_York', -300],
  et: ['America/New_York', -300],
  atlantic: ['America/Halifax', -240],
})

/** Who lives here means the clock of the region. */
const AMERICAN = /^America\//

/** Abbreviations that keep the local clock of a place, summer time included. */
const LOCAL = table<string>({
  cet: 'Europe/Paris',
  ist: 'Asia/Kolkata',
  sgt: 'Asia/Singapore',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  hkt: 'Asia/Hong_Kong',
  uk: 'Europe/London',
})

/** Abbreviations of a fixed offset in minutes, with the place they belong to. */
const FIXED = table<readonly [number, string]>({
  gmt: [0, 'Etc/UTC'],
  utc: [0, 'Etc/UTC'],
  z: [0, 'Etc/UTC'],
  wet: [0, 'Europe/Lisbon'],
  bst: [60, 'Europe/London'],
  west: [60, 'Europe/Lisbon'],
  mez: [60, 'Europe/Berlin'],
  cest: [120, 'Europe/Paris'],
  mesz: [120, 'Europe/Berlin'],
  eet: [120, 'Europe/Athens'],
  eest: [180, 'Europe/Athens'],
  msk: [180, 'Europe/Moscow'],
  ast: [-240, 'America/Halifax'],
  adt: [-180, 'America/Halifax'],
  est: [-300, 'America/New_York'],
  edt: [-240, 'America/New_York'],
  cst: [-360, 'America/Chicago'],
  cdt: [-300, 'America/Chicago'],
  mst: [-420, 'America/Denver'],
  mdt: [-360, 'America/Denver'],
  pst: [-480, 'America/Los_Angeles'],
  pdt: [-420, 'America/Los_Angeles'],
  akst: [-540, 'America/Anchorage'],
  akdt: [-480, 'America/Anchorage'],
  hst: [-600, 'Pacific/Honolulu'],
  aest: [600, 'Australia/Sydney'],
  aedt: [660, 'Australia/Sydney'],
  acst: [570, 'Australia/Adelaide'],
  acdt: [630, 'Australia/Adelaide'],
  awst: [480, 'Australia/Perth'],
  nzst: [720, 'Pacific/Auckland'],
  nzdt: [780, 'Pacific/Auckland'],
})

/** Local abbreviations that are at the same time an offset of their own. */
const ALSO_FIXED = table<number>({ cet: 60 })

/** Abbreviations of two places: who lives near the first means that one, who lives at the other the other. */
const SHARED = table<readonly [near: RegExp, other: string]>({
  cst: [AMERICAN, 'Asia/Shanghai'],
  ast: [AMERICAN, 'Asia/Riyadh'],
  ist: [/^Asia\/(Kolkata|Calcutta)$/, 'Asia/Jerusalem'],
})

/** Cities the IANA names do not bear. */
const CITIES = new Map(
  Object.entries({
    beijing: 'Asia/Shanghai',
    montreal: 'America/Toronto',
    mumbai: 'Asia/Kolkata',
    delhi: 'Asia/Kolkata',
    bangalore: 'Asia/Kolkata',
    india: 'Asia/Kolkata',
    seattle: 'America/Los_Angeles',
    'san francisco': 'America/Los_Angeles',
    california: 'America/Los_Angeles',
    boston: 'America/New_York',
    miami: 'America/New_York',
    washington: 'America/New_York',
    houston: 'America/Chicago',
    dallas: 'America/Chicago',
    austin: 'America/Chicago',
    munich: 'Europe/Berlin',
    frankfurt: 'Europe/Berlin',
    hamburg: 'Europe/Berlin',
    germany: 'Europe/Berlin',
    geneva: 'Europe/Zurich',
    barcelona: 'Europe/Madrid',
    milan: 'Europe/Rome',
    edinburgh: 'Europe/London',
    manchester: 'Europe/London',
    japan: 'Asia/Tokyo',
    china: 'Asia/Shanghai',
    israel: 'Asia/Jerusalem',
    'tel aviv': 'Asia/Jerusalem',
  }),
)

let allCities = false

/** The cities that the IANA names bear are added with the first "... time" of the process. */
function cityZone(name: string): string | undefined {
  if (!allCities) addCities()
  return CITIES.get(name)
}

function addCities(): void {
  allCities = true
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const city = name
      .slice(name.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase()
    if (name.includes('/') && !CITIES.has(city)) CITIES.set(city, name)
  }
}

/** Names of zones that are common words or people's names. */
const NO_CITIES = new Set('christmas easter midway oral regina resolute stanley truk wake'.split(' '))
/** Zones with a state in the middle bear names of villages ("Center", "Knox"); those of the poles bear surnames. */
const PLACE_ZONE = /^(?!Antarctica|Etc)[^/]+\/[^/]+$/

/** A city that a text names, in lower case, with its zone. */
export interface City {
  readonly name: string
  readonly zone: string
}

/** The first city named in a text that the zones know ("Dishoom, New York"), or null; at most three words make a city. */
export function cityIn(text: string): City | null {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []
  for (let at = 0; at < words.length; at++) {
    for (let count = 3; count >= 1; count--) {
      const name = words.slice(at, at + count).join(' ')
      const zone = cityZone(name)
      if (zone !== undefined && !NO_CITIES.has(name) && PLACE_ZONE.test(zone)) return { name, zone }
    }
  }
  return null
}

/** Offset of whole hours as an IANA zone (whose signs are turned round), of minutes in Luxon's way. */
const offsetZone = (minutes: number): string =>
  minutes === 0
    ? 'Etc/UTC'
    : minutes % 60 === 0 && Math.abs(minutes) <= 720
      ? `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes / 60)}`
      : `UTC${minutes > 0 ? '+' : '-'}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`

/** "PST", "UTC+2", "+01:00", "Pacific", "Eastern time", "London time"; a bracket around it is read over. */
export function readZone(context: Context, index: number): Hit<NamedZone> | null {
  if (isText(context, index, '(')) {
    const inner = readZone(context, index + 1)
    return inner && isText(context, inner.end, ')') ? { value: inner.value, end: inner.end + 1 } : null
  }
  const token = tokenAt(context, index)
  const offset = numericOffset(context, index)
  if (offset) return offset
  const [near, other] = SHARED.get(token.text) ?? []
  const sharing = near && other && !near.test(context.zone) ? [other] : []
  const fixed = FIXED.get(token.text)
  if (token.entry.mark === 'and') return null
  const joined = token.glued && token.text !== 'z' && tokenAt(context, index - 1).kind !== 'sign'
  if (other === context.zone && !joined) return { value: { zone: other }, end: overTime(context, index + 1) }
  if (fixed && !joined) {
    const more = fixed[0] === 0 ? numericOffset(context, index + 1) : null
    const value = { zone: offsetZone(fixed[0]), others: [fixed[1], ...sharing] }
    return more ?? { value, end: overTime(context, index + 1) }
  }
  const local = LOCAL.get(token.text)
  if (local && !joined && token.text !== 'uk') {
    const offset = ALSO_FIXED.get(token.text)
    const others = [...(offset === undefined ? [] : [offsetZone(offset)]), ...sharing]
    return { value: { zone: local, others }, end: overTime(context, index + 1) }
  }
  return (joined ? null : regionTime(context, index)) ?? cityTime(context, index)
}

/** "PT", "Pacific", "Eastern time", "Eastern daylight time". */
function regionTime(context: Context, index: number): Hit<NamedZone> | null {
  const [place, standard] = REGION.get(tokenAt(context, index).text) ?? []
  if (place === undefined || standard === undefined) return null
  const summer = isText(context, index + 1, 'daylight')
  if (summer || isText(context, index + 1, 'standard')) {
    const value = { zone: offsetZone(summer ? standard + 60 : standard), others: [place] }
    return { value, end: overTime(context, index + 2) }
  }
  const value = AMERICAN.test(context.zone) ? { zone: place } : { zone: place, rare: offsetZone(standard) }
  return { value, end: overTime(context, index + 1) }
}

const overTime = (context: Context, index: number): number =>
  isText(context, index, 'time') || isText(context, index, 'timezone') ? index + 1 : index

/** With its T or its seconds a time was written by a machine, and "-05:00" behind it is an offset; "10:00-12:00" are hours. */
const machineTime = (context: Context, index: number): boolean =>
  isText(context, index - 4, ':') || (isText(context, index - 4, 't') && tokenAt(context, index - 3).glued)

/** "+02:00", "+0245", "-5" right behind a clock time or "UTC", and behind a blank the "+0200" of mail. */
function numericOffset(context: Context, index: number): Hit<NamedZone> | null {
  const sign = tokenAt(context, index)
  const digits = tokenAt(context, index + 1)
  if (sign.text !== '+' && sign.text !== '-' && sign.text !== '−') return null
  if (!digits.glued || digits.kind !== 'digits') return null
  const wide = digits.end - digits.start
  if (!sign.glued && wide !== 4) return null
  const named = FIXED.has(tokenAt(context, index - 1).text)
  const clocked = isText(context, index - 2, ':') || isText(context, index - 2, '.')
  if (!named && !clocked) return null
  if (!named && sign.text !== '+' && sign.glued && !machineTime(context, index)) return null
  if (isText(context, index + 4, ':') && tokenAt(context, index + 4).glued) return null
  const colon =
    wide <= 2 &&
    isText(context, index + 2, ':') &&
    tokenAt(context, index + 3).kind === 'digits' &&
    tokenAt(context, index + 3).glued
  const hours = wide > 2 ? Math.floor(digits.value / 100) : digits.value
  const minutes = wide > 2 ? digits.value % 100 : colon ? tokenAt(context, index + 3).value : 0
  if (hours > 14 || minutes > 59 || wide > 4) return null
  return {
    value: { zone: offsetZone((sign.text === '+' ? 1 : -1) * (hours * 60 + minutes)) },
    end: index + (colon ? 4 : 2),
  }
}

function cityTime(context: Context, index: number): Hit<NamedZone> | null {
  if (tokenAt(context, index).kind !== 'word') return null
  const near = isText(context, index + 1, 'time')
  if (near || isText(context, index + 2, 'time')) {
    const { text } = tokenAt(context, index)
    const zone = cityZone(near ? text : `${text} ${tokenAt(context, index + 1).text}`)
    if (zone) return { value: { zone }, end: index + (near ? 2 : 3) }
  }
  return null
}
