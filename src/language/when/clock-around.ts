import { bareHour, type Clock, named, oclock, spoken, written } from './clock.ts'
import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { notAnHour } from './followers.ts'
import { grainOf, length, lengthMs } from './lengths.ts'
import { wholeNumber } from './numbers.ts'
import { finer, MINUTE } from './wall.ts'

const PAST = new Set(['past', 'after', 'from', 'nach', 'passees'])
const BEFORE = new Set(['to', 'before', 'till', 'of', 'vor'])

/** "half past seven", "quarter to noon", "25 minutes to 4pm", "ten past 9", "halb drei". */
export function aroundTheHour(context: Context, index: number): Hit<Clock> | null {
  const counted = fromTheHour(context, index)
  if (counted) return counted
  const article = isText(context, index, 'a') ? index + 1 : index
  const fraction = tokenAt(context, article).entry.fraction
  if (isText(context, index, 'halb')) {
    const hour = hourAfter(context, index + 1)
    return (
      hour && {
        value: { ...hour.value, hour: hour.value.hour - 1, minute: 30, grain: 'minute', bare: false },
        end: hour.end,
      }
    )
  }
  const british = isText(context, index, 'half') ? hourAfterHalf(context, index + 1) : null
  if (british) return british
  const number = fraction ? { value: fraction, end: article + 1 } : wholeNumber(context, index)
  if (!number || number.value < 1 || number.value > 59) return null
  const saidMinutes = tokenAt(context, number.end).entry.unit?.grain === 'minute'
  const link = saidMinutes ? number.end + 1 : number.end
  const word = tokenAt(context, link).text
  const direction = PAST.has(word) ? 1 : BEFORE.has(word) ? -1 : 0
  if (direction === 0) return null
  const hour = hourAfter(context, link + 1)
  if (hour?.value.minute !== 0) return null
  const inWords = tokenAt(context, index).kind === 'word' && number.value % 5 === 0 && isText(context, index - 1, 'at')
  const certain = saidMinutes || fraction !== undefined || inWords
  const range = tokenAt(context, index - 1).entry.mark === 'from' || isText(context, index - 1, 'the')
  if ((word === 'to' || word === 'till') && !certain && (number.value < 13 || hour.value.hour > 12 || range))
    return null
  if ((word === 'from' || word === 'before') && !(certain && hour.value.sure)) return null
  if ((word === 'after' || word === 'of') && !(hour.value.sure && number.value % 5 === 0)) return null
  const total = hour.value.hour * 60 + direction * number.value
  return {
    value: { ...hour.value, hour: Math.floor(total / 60), minute: total % 60, grain: 'minute', bare: false },
    end: hour.end,
  }
}

/** "half four" is half past four; "half nine people" and "half one" of something are not. */
function hourAfterHalf(context: Context, index: number): Hit<Clock> | null {
  const hour = bareHour(context, index)
  const { value } = hour ?? {}
  if (!hour || value === undefined || value.hour < 1 || value.hour > 12 || value.minute !== 0) return null
  if (notAnHour(context, hour.end) || value.approximate) return null
  return { value: { ...value, minute: 30, grain: 'minute', bare: false, sure: false }, end: hour.end }
}

/** "an hour before noon", "30 minutes after 3pm": so long from a time that is sure. */
function fromTheHour(context: Context, index: number): Hit<Clock> | null {
  const by = length(context, index)
  if (!by || !finer(grainOf(by.value), 'day')) return null
  const { mark } = tokenAt(context, by.end).entry
  if (mark !== 'before' && mark !== 'after') return null
  const hour = hourAfter(context, by.end + 1)
  if (!hour?.value.sure) return null
  const minutes = Math.round(lengthMs(by.value) / MINUTE) * (mark === 'before' ? -1 : 1)
  const total = (((hour.value.hour * 60 + hour.value.minute + minutes) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  const value = {
    ...hour.value,
    hour: Math.floor(total / 60),
    minute: total % 60,
    grain: 'minute' as const,
    bare: false,
  }
  return { value, end: hour.end }
}

const DAY_MINUTES = 24 * 60

function hourAfter(context: Context, index: number): Hit<Clock> | null {
  return (
    named(context, index) ??
    written(context, index, false) ??
    spoken(context, index, false) ??
    bareHourAnd(context, index)
  )
}

function bareHourAnd(context: Context, index: number): Hit<Clock> | null {
  const bare = bareHour(context, index)
  return bare && (oclock(context, bare.end, bare.value, true) ?? bare)
}
