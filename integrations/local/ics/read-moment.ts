import type ICAL from 'ical.js'
import { wallToMs } from '#kernel/series/wall.ts'
import { toIso } from '#kernel/time.ts'
import type { FileZones } from './file-zones.ts'

export type Property = InstanceType<typeof ICAL.Property>

/** What is wrong with one property, as the end of a sentence. */
export class PropertyProblem extends Error {
  /** Name in the file, so that its line can be found. */
  readonly property: string
  constructor(property: string, problem: string) {
    super(problem)
    this.property = property
  }
}

/** A moment with the zone in which it was written; whole days have the zone of the calendar. */
export interface FileMoment {
  moment: string
  zone: string
}

/** The moments of a DTSTART, EXDATE, RDATE, ... @throws PropertyProblem */
export function momentsOf(property: Property, zones: FileZones): FileMoment[] {
  const tzid: unknown = property.getParameter('tzid')
  return property.jCal
    .slice(3)
    .map((value: unknown) =>
      momentOf(
        property.name,
        String(Array.isArray(value) ? value[0] : value),
        typeof tzid === 'string' ? tzid : null,
        zones,
      ),
    )
}

function momentOf(name: string, raw: string, tzid: string | null, zones: FileZones): FileMoment {
  const clock = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?(Z)?$/.exec(raw)
  const wall = clock ? Date.parse(`${clock[1]}${clock[2] ?? 'T00:00:00'}Z`) : Number.NaN
  // Dates roll over silently (30 February is 2 March), so the text is compared with what was understood.
  if (!clock || Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(`${clock[1]}${clock[2] ?? ''}`))
    throw new PropertyProblem(name, `${name.toUpperCase()} ${raw} is no date`)
  if (!clock[2]) return { moment: raw, zone: zones.floating }
  if (clock[3]) return { moment: toIso(wall), zone: 'Etc/UTC' }
  const zone = tzid === null ? zones.floating : zones.named(tzid, wall)
  if (zone === null) throw new PropertyProblem(name, `nothing says what the zone "${tzid}" is`)
  return { moment: toIso(wallToMs(wall, zone)), zone }
}
