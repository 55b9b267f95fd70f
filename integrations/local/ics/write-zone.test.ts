import ICAL from 'ical.js'
import { IANAZone } from 'luxon'
import { expect, test } from 'vitest'
import { zoneComponent } from './write-zone.ts'

test.each([
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
])('%s as ical.js reads it has the clock of the IANA data', (zone) => {
  const text = zoneComponent(zone, 2009, 2027).toString()
  const read = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)))
  for (let ms = Date.UTC(2010, 0); ms < Date.UTC(2027, 0); ms += 11 * 3_600_000 + 1000) {
    const offset = IANAZone.create(zone).offset(ms)
    const there = new Date(ms + offset * 60_000)
    const time = ICAL.Time.fromDateTimeString(there.toISOString().slice(0, 19))
    const near = [-3, 3].some((hours) => IANAZone.create(zone).offset(ms + hours * 3_600_000) !== offset)
    if (!near) expect([there.toISOString(), read.utcOffset(time) / 60]).toEqual([there.toISOString(), offset])
  }
})
