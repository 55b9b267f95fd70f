import { DateTime } from 'luxon'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request, Wish } from '../request.ts'
import { sayAt, sayClock } from '../say.ts'
import { ask, choice, timeValue } from './ask.ts'
import type { Facts } from './facts.ts'

/** A clock without its day, or of nobody knows whose zone: asked about, with everything else that is open of that time. */
export function askWhoseTime(request: Request, facts: Facts, lengthMs: number): RulingDraft | null {
  const { when } = request
  if (!when) return null
  if (request.dayOpen) return ask(phrasesFor(facts).whichDayAt(sayClock(when.startMs, facts.zone)), ['when'])
  const [host] = facts.seats.filter((seat) => seat.address !== facts.me)
  if (!request.zoneOpen || !when.clocked || !host || host.zone === facts.zone) return null
  const readings = when.ambiguous ? when.alternatives.map((one) => one.startMs) : [when.startMs]
  const choices = readings.flatMap((ms) =>
    [facts.zone, host.zone].map((zone) => {
      const startMs = DateTime.fromMillis(ms, { zone: when.zone }).setZone(zone, { keepLocalTime: true }).toMillis()
      const there = phrasesFor(facts).alsoIn(sayClock(startMs, host.zone), host.zone)
      const label = `${sayAt(startMs, facts.zone, facts)} (${facts.zone}), ${there}`
      return choice(label, timeValue({ startMs, endMs: startMs + lengthMs }))
    }),
  )
  const days = readings.length > 1 ? readings.map((ms) => sayDate(ms, when, facts)).join(phrasesFor(facts).or) : null
  return ask(phrasesFor(facts).whoseTime(when.text.trim(), days, facts.zone, host.zone), ['when'], choices)
}

/** `4 March`: with its month in full, because the order of the numbers is what was unclear. */
const sayDate = (ms: number, { zone }: Wish, facts: Facts): string =>
  DateTime.fromMillis(ms, { zone, locale: phrasesIn(languageOf(facts.principal)).dates.locale }).toLocaleString({
    day: 'numeric',
    month: 'long',
  })
