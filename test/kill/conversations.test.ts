import { expect, test } from 'vitest'
import { TRIP_POINTS } from '#ports/trip.ts'
import { makeConversation } from '../harness/conversation.ts'
import { count, cutAt, inPairs, newTally, playWithKills, referenceOf, sayTally } from '../harness/kill.ts'
import type { Cut } from '../harness/process.ts'
import { Random } from '../harness/random.ts'

const CONVERSATIONS = 200
const LINES = 24
const MOST_KILLS = 3
/** Fewer kills than this at a point, and the suite says nothing about it. */
const LEAST_KILLS_OF_A_POINT = 10
const TIME_LIMIT_MS = 30 * 60_000

/** At a named point, or from outside at a moment of its own. */
const randomCut = (random: Random): Cut =>
  random.chance(0.7)
    ? cutAt(random.pick(TRIP_POINTS), random.int(1, 4))
    : { afterResults: random.int(1, 10), delayMs: random.int(0, 40) }

test(
  `${CONVERSATIONS} random conversations, killed at random: each ends as it would have without`,
  async () => {
    const tally = newTally()
    const seeds = Array.from({ length: CONVERSATIONS }, (_one, at) => at + 1)
    await inPairs(seeds, async (seed) => {
      const random = new Random(seed * 7919)
      const reference = await referenceOf((send) => makeConversation(new Random(seed), LINES, send))
      const play = await playWithKills(reference, (kills) => (kills < MOST_KILLS ? randomCut(random) : null))
      count(tally, `seed ${seed}`, reference, play)
    })
    process.stdout.write(sayTally(tally))
    expect(tally.problems).toEqual([])
    for (const point of [...TRIP_POINTS, 'from outside'])
      expect(tally.kills.get(point) ?? 0, `kills ${point}`).toBeGreaterThanOrEqual(LEAST_KILLS_OF_A_POINT)
  },
  TIME_LIMIT_MS,
)
