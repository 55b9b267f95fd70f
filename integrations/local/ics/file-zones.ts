import ICAL from 'ical.js'
import { IANAZone } from 'luxon'
import { isZone } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'

/** Names tried first where a zone of a file is known by its clock only. */
const WELL_KNOWN = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
]

/** The zones a calendar file speaks of, as IANA names. */
export class FileZones {
  /** Zone of times that name none, and of whole days. */
  floating: string
  readonly #definitions = new Map<string, InstanceType<typeof ICAL.Timezone>>()
  readonly #names = new Map<string, string | null>()

  constructor(floating: string) {
    this.floating = floating
  }

  /** Remembers a VTIMEZONE. */
  define(component: InstanceType<typeof ICAL.Component>): void {
    const tzid = String(component.getFirstPropertyValue('tzid') ?? '')
    this.#definitions.set(tzid, new ICAL.Timezone(component))
    this.#names.delete(tzid)
  }

  /**
   * The IANA zone that a TZID means: by its name, by the IANA name inside it (`/mozilla.org/20050126_1/Europe/London`), or
   * by its clock (Windows names: the zone whose offsets its VTIMEZONE has in the year at hand). Null where none is.
   */
  named(tzid: string, nearMs: number): string | null {
    const known = this.#names.get(tzid)
    if (known !== undefined) return known
    const name = byName(tzid) ?? this.#byClockIfReadable(tzid, nearMs)
    this.#names.set(tzid, name)
    return name
  }

  #byClockIfReadable(tzid: string, nearMs: number): string | null {
    try {
      return this.#byClock(tzid, nearMs)
    } catch {
      // ical.js reads a definition only when asked; one that makes no sense defines nothing.
      return null
    }
  }

  #byClock(tzid: string, nearMs: number): string | null {
    const definition = this.#definitions.get(tzid)
    if (!definition) return null
    const location = definition.component?.getFirstPropertyValue('x-lic-location')
    const named = location ? byName(String(location)) : null
    if (named) return named
    const year = new Date(nearMs).getUTCFullYear()
    const probes = Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 10))
    const offsets = probes.map((ms) => offsetMinutes(definition, ms))
    const candidates = [this.floating, ...WELL_KNOWN, ...Intl.supportedValuesOf('timeZone')]
    return (
      candidates.find((name) => probes.every((ms, index) => IANAZone.create(name).offset(ms) === offsets[index])) ??
      null
    )
  }
}

function offsetMinutes(definition: InstanceType<typeof ICAL.Timezone>, ms: number): number {
  const date = new Date(ms)
  const time = ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 12,
    minute: 0,
    second: 0,
    isDate: false,
  })
  return (definition.utcOffset(time) * 1000) / MINUTE_MS
}

function byName(tzid: string): string | null {
  if (/^(UTC|Z|Etc\/UTC)$/i.test(tzid)) return 'Etc/UTC'
  const parts = tzid.split('/')
  const tails = [parts, parts.slice(-3), parts.slice(-2)].map((tail) => tail.join('/'))
  return tails.find((tail) => tail.includes('/') && isZone(tail)) ?? (isZone(tzid) ? tzid : null)
}
