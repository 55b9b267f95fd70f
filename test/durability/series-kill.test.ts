import { expect, test } from 'vitest'
import type { TripPoint } from '#ports/trip.ts'
import type { Send } from '../harness/conversation.ts'
import { count, cutAt, inPairs, newTally, playWithKills, referenceOf, sayTally } from '../harness/kill.ts'
import type { Line } from '../harness/runner.ts'

/** Before the calendar is written, and after it was, before the ledger knows. */
const POINTS: readonly TripPoint[] = ['after-intent', 'after-port-call']
/** One for every line. */
const KILLS = 5
const TIME_LIMIT_MS = 900_000

/** A series is booked, split, joined again, split anew and ended. */
async function makeSeries(send: Send): Promise<Line[]> {
  const texts = [
    'set up a weekly sync with Mia every monday at 11am',
    'move the sync with Mia to 2pm from 7 December on',
    'undo',
    'move the sync with Mia to 3pm from 14 December on',
    'cancel the sync with Mia from 4 January on',
  ]
  const lines = texts.map((text, at): Line => {
    const from = { kind: 'member' as const, id: 'sam' }
    return { id: `m${at}`, at: `2026-11-23T09:0${at}:00Z`, from, text }
  })
  for (const line of lines) await send(line)
  return lines
}

test(
  'killed around every write of a split: the series is split once, joined once, ended once',
  async () => {
    const reference = await referenceOf(makeSeries)
    expect(reference.state.events?.length).toBe(2)
    const tally = newTally()
    await inPairs(POINTS, async (point) => {
      const play = await playWithKills(reference, (kills) => (kills < KILLS ? cutAt(point, 1) : null))
      count(tally, point, reference, play)
    })
    process.stdout.write(sayTally(tally))
    expect(tally.problems).toEqual([])
    expect(Object.fromEntries(tally.kills)).toEqual(Object.fromEntries(POINTS.map((point) => [point, KILLS])))
  },
  TIME_LIMIT_MS,
)
