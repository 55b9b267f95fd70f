import { readWhen, type WhenFinding } from '#language/when.ts'
import { dayOf, type QueryReading } from './reading.ts'

/** "the past month", "last 2 weeks": where nothing happened in it, that long is meant, and no month of the calendar. */
const LONG =
  /^(?:(?:(?:in|over|for|during|within)\s+)?(?:the\s+)?(?:past|last)|in|over|within)\s+((?:(?:\d+|an?|one|two|three|four|five|six|few|couple of)\s+)?(?:days?|weeks?|fortnights?|months?|quarters?|years?))$/iu

/** The first day of a time in which nothing happened: "for 6 weeks", "in the past month", "since October"; null for others. */
export function dayBack(finding: WhenFinding, reading: QueryReading): string | null {
  const { kind, durationMs, startMs, open, text } = finding
  const back = (ms: number) => dayOf(reading.nowMs - ms, reading)
  if (kind === 'length' && durationMs) return back(durationMs)
  const long = LONG.exec(text.trim())?.[1]
  const [length] = long
    ? readWhen(/^(?:\d|an?\b|one|two|three|four|five|six)/iu.test(long) ? long : `1 ${long}`, reading)
    : []
  if (length?.durationMs) return back(length.durationMs)
  return startMs !== null && startMs <= reading.nowMs && open !== 'before' ? dayOf(startMs, reading) : null
}
