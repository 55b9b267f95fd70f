import { expect, test } from 'vitest'
import { TRIP_POINTS, type TripPoint } from '#ports/trip.ts'
import type { LineResult } from '../../src/cli/run.ts'
import type { Send } from '../harness/conversation.ts'
import { count, cutAt, inPairs, newTally, playWithKills, referenceOf, sayTally } from '../harness/kill.ts'
import { Random } from '../harness/random.ts'
import type { Line } from '../harness/runner.ts'

const KILLS = 6
const TIME_LIMIT_MS = 900_000

/** Points that are passed once in several lines: there every one counts. */
const RARE: readonly TripPoint[] = ['flag-open', 'after-decision']

/** A day on which every point is passed more often than it is to be killed at. */
async function makeDay(send: Send): Promise<Line[]> {
  const lines: Line[] = []
  const say = async (said: Omit<Line, 'id' | 'at'>): Promise<LineResult> => {
    const minute = String(lines.length).padStart(2, '0')
    const line = { id: `m${lines.length + 1}`, at: `2026-11-23T09:${minute}:00Z`, ...said }
    lines.push(line)
    return send(line)
  }
  const member = (id: string) => ({ from: { kind: 'member' as const, id } })
  for (const [at, hour] of ['9am', '10am', '11am', '12pm', '1pm', '2pm', '3pm', '4pm'].entries()) {
    const asked = await say({ ...member('sam'), text: `book 30 min with guest${at}@acme.io on Thursday at ${hour}` })
    await say({ ...member('priya'), text: `book 45 min with Lee on Friday at ${hour}` })
    const flag = asked.tasks[0]?.flag?.id ?? 'none'
    for (const id of ['mia', 'lee'])
      await say({ ...member(id), decide: { flag, verb: at === 3 ? 'decline' : 'approve' } })
    if (at % 3 === 1)
      await say({ ...member('priya'), text: at === 4 ? `move my ${hour} on Friday to Wednesday at ${hour}` : 'undo' })
  }
  await say({ ...member('mia'), text: 'book time with Sam' })
  await say({ ...member('mia'), text: '1' })
  await say({ ...member('lee'), text: 'remind me to send the deck on Friday at 9am' })
  return lines
}

test(
  'the program may be killed at any point: what was acknowledged ends once, and nothing is done twice',
  async () => {
    const reference = await referenceOf(makeDay)
    const tally = newTally()
    await inPairs(TRIP_POINTS, async (point) => {
      const random = new Random(TRIP_POINTS.indexOf(point))
      const nth = () => (RARE.includes(point) ? 1 : random.int(1, 2))
      const play = await playWithKills(reference, (kills) => (kills < KILLS ? cutAt(point, nth()) : null))
      count(tally, point, reference, play)
    })
    process.stdout.write(sayTally(tally))
    expect(tally.problems).toEqual([])
    expect(Object.fromEntries(tally.kills)).toEqual(Object.fromEntries(TRIP_POINTS.map((point) => [point, KILLS])))
  },
  TIME_LIMIT_MS,
)
