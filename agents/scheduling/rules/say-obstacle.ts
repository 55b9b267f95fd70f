import { quoted } from '#kernel/display.ts'
import { DAY_MS, sayDuration } from '#kernel/units.ts'
import { sayClock, sayDay, saySlot } from '../say.ts'
import type { Facts } from './facts.ts'
import type { Interval } from './interval.ts'
import type { Obstacle } from './obstacles.ts'
import { zoneAt } from './whereabouts.ts'

/** An obstacle in a sentence, for a member. */
export function sayObstacle(obstacle: Obstacle, span: Interval, facts: Facts): string {
  const { seat, mine, what, block, holiday } = obstacle
  const zone = zoneAt(seat, span.startMs)
  if (what === 'unreadable') return `I could not read ${seat.name}'s calendar.`
  if (what === 'holiday')
    return `${sayDay(span.startMs, { ...facts, zone })} is ${holiday}${mine ? '' : ` for ${seat.name}`}.`
  if (what === 'hours') return `That is ${sayClock(span.startMs, zone)} for ${seat.name}, outside their working hours.`
  if (what === 'protected') return `${seat.name} keeps that time free.`
  if (what === 'travel') return sayWay(obstacle, facts)
  if (block?.what === 'hold')
    return `${mine ? 'Your' : `${seat.name}'s`} time then is kept for somebody it was offered to.`
  const title = block?.title ? quoted(block.title) : 'something'
  const when = block && block.endMs - block.startMs < DAY_MS ? saySlot(block, facts) : 'that day'
  return `${mine ? 'You have' : `${seat.name} has`} ${title} then (${when}).`
}

/** `You would need 25 min from London office, and "Planning" ends at 12:45.` */
function sayWay({ seat, mine, block, way }: Obstacle, facts: Facts): string {
  const who = mine ? 'You' : seat.name
  const title = block?.title ? quoted(block.title) : 'what is there'
  if (!way || !block) return `${who} would still be on the way.`
  if (way.side === 'far') {
    const where = way.place ? ` (${way.place})` : ''
    return `${mine ? 'You are' : `${seat.name} is`} in another city for ${title}${where} that half of the day.`
  }
  const place = way.place ? ` ${way.side === 'before' ? 'from' : 'to'} ${way.place}` : ' on the way'
  const edge =
    way.side === 'before'
      ? `ends at ${sayClock(block.endMs, facts.zone)}`
      : `begins at ${sayClock(block.startMs, facts.zone)}`
  return `${who} would need ${sayDuration(way.needMs)}${place}, and ${title} ${edge}.`
}
