import { MINUTE_MS } from '#kernel/units.ts'
import { cityIn } from '#language/when/zones.ts'
import type { Block } from './busy.ts'
import type { SchedulingPolicy } from './facts.ts'
import { wordsOf } from './names.ts'

export type TravelPolicy = SchedulingPolicy['travel']

/** Where a meeting is, as far as the way there goes. Null stands for wherever its people are anyway. */
export interface Spot {
  /** The team's name for the place, else what the calendar says. */
  readonly name: string
  /** The policy knows the place: ways to it may have their own time. */
  readonly known: boolean
  /** Lower case; null where no city is named: it is in the city people are in. */
  readonly city: string | null
  readonly airport: boolean
}

/** A call, or a place that is none: `call` blocks the way to somewhere, `here` needs no way. */
export type Where = Spot | 'call' | 'here'

const CALL =
  /\b(?:zoom|google meet|meet|teams|skype|webex|phone|call|whatsapp|slack|discord|facetime|video|online|remote|virtual|hangouts?)\b|https?:\/\/|^\+?[\d ()-]{7,}$/i
/** Rooms are where people work, whatever their number. */
const ROOM =
  /^(?:the |our |in |at )?(?:meeting |conference |board)?(?:room|office|hq|headquarters|home|kitchen|desk|lobby)\b/i
const AIRPORT = /\b(?:airport|terminal \w+|heathrow|gatwick|stansted|schiphol|flughafen|a[eé]roport|aeropuerto)\b/i

/** Ways are counted in steps of this. */
const STEP_MS = 5 * MINUTE_MS

/** What the location of an event says of where it is. */
export function whereOf(location: string | null, travel: TravelPolicy): Where {
  const text = location?.trim() ?? ''
  if (text === '') return 'here'
  const place = placeIn(text, travel)
  if (place === travel.base && place !== null) return 'here'
  if (place === null && CALL.test(text)) return 'call'
  if (place === null && ROOM.test(text)) return 'here'
  const names = place === null ? text : `${text} ${place}`
  return {
    name: place ?? titled(text),
    known: place !== null,
    city: cityIn(names)?.name ?? null,
    airport: AIRPORT.test(names),
  }
}

/** A place written without capitals gets them. */
const titled = (text: string): string =>
  text === text.toLowerCase() ? text.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : text

/** The place of the policy whose name or alias stands in the text; the longest one wins ("London office" before "London"). */
function placeIn(text: string, travel: TravelPolicy): string | null {
  const said = ` ${wordsOf(text).join(' ')} `
  const names = new Set([
    ...(travel.base === null ? [] : [travel.base]),
    ...Object.keys(travel.placesMs),
    ...Object.values(travel.placesMs).flatMap((to) => Object.keys(to)),
    ...Object.keys(travel.aliases),
  ])
  let best: { name: string; length: number } | null = null
  for (const name of names) {
    for (const alias of [name, ...(travel.aliases[name] ?? [])]) {
      const words = wordsOf(alias).join(' ')
      if (words !== '' && said.includes(` ${words} `) && words.length > (best?.length ?? 0))
        best = { name, length: words.length }
    }
  }
  return best?.name ?? null
}

/**
 * Time needed between two meetings of one person for the way alone, margins in it; 0 where there is no way. A call needs the
 * person to have arrived, unless the policy lets calls lie on the way.
 */
export function wayMs(from: Where, to: Where, travel: TravelPolicy): number {
  if (from === to || (travel.callsOk && (from === 'call' || to === 'call'))) return 0
  const start = spotOr(from, travel)
  const end = spotOr(to, travel)
  if (start === null && end === null) return 0
  const [a, b] = [start?.name ?? null, end?.name ?? null]
  if (a !== null && b !== null && wordsOf(a).join(' ') === wordsOf(b).join(' ')) return 0
  const named = travel.mode === 'matrix' && a !== null && b !== null
  const known = named ? (travel.placesMs[a]?.[b] ?? travel.placesMs[b]?.[a]) : undefined
  const airportMs = end?.airport ? travel.airportMarginMs : 0
  return Math.ceil(((known ?? travel.defaultMs) + travel.marginMs + airportMs) / STEP_MS) * STEP_MS
}

/** Where people are who are nowhere else: the policy's base, or a place without a name. */
function spotOr(where: Where, travel: TravelPolicy): { name: string; airport: boolean } | null {
  if (typeof where === 'object') return where
  return travel.base === null ? null : { name: travel.base, airport: false }
}

/** Whether two meetings are in different cities: nobody is in both on one half of a day. */
export function isFar(one: Where, other: Where, homeCity: string): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return false
  return (one.city ?? homeCity) !== (other.city ?? homeCity)
}

/** The ways between a meeting that is looked for and whatever stands in somebody's calendar. */
export interface Ways {
  readonly where: Where
  /** From the block to the meeting, and from the meeting to the block. */
  toMs(block: Pick<Block, 'location'>): number
  fromMs(block: Pick<Block, 'location'>): number
  /** The block keeps its person in another city. */
  isFar(block: Pick<Block, 'location'>, homeCity: string): boolean
  /** What the other end of the way is called, where it has a name. */
  placeOf(block: Pick<Block, 'location'>): string | null
}

export const NO_WAYS: Ways = {
  where: 'here',
  toMs: () => 0,
  fromMs: () => 0,
  isFar: () => false,
  placeOf: () => null,
}

/** The ways to and from a meeting at that location; each place is read once. */
export function waysTo(location: string | null, travel: TravelPolicy): Ways {
  const where = whereOf(location, travel)
  const read = new Map<string, Where>()
  const whereIs = (block: Pick<Block, 'location'>): Where => {
    if (block.location === null) return 'here'
    const known = read.get(block.location)
    if (known !== undefined) return known
    const found = whereOf(block.location, travel)
    read.set(block.location, found)
    return found
  }
  return {
    where,
    toMs: (block) => (block.location === null && where === 'here' ? 0 : wayMs(whereIs(block), where, travel)),
    fromMs: (block) => (block.location === null && where === 'here' ? 0 : wayMs(where, whereIs(block), travel)),
    isFar: (block, homeCity) => isFar(whereIs(block), where, homeCity),
    placeOf: (block) => sayWhere(whereIs(block), travel),
  }
}

/** The city a zone is named after. */
export const cityOfZone = (zone: string): string =>
  zone
    .slice(zone.lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
    .toLowerCase()

/** What the place is called in a sentence: where somebody sets out from. */
export const sayWhere = (where: Where, travel: TravelPolicy): string | null =>
  typeof where === 'object' ? where.name : travel.base
