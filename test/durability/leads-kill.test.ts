import { expect, test } from 'vitest'
import type { TripPoint } from '#ports/trip.ts'
import type { Send } from '../harness/conversation.ts'
import { count, cutAt, inPairs, newTally, playWithKills, referenceOf, sayTally } from '../harness/kill.ts'
import type { Line } from '../harness/runner.ts'

const TIME_LIMIT_MS = 900_000
/** Where a lead can be half dealt with: written down and not asked, put to a person and not written down. */
const POINTS: readonly TripPoint[] = ['after-journal', 'after-plan', 'after-port-call', 'after-read-back', 'flag-open']

/** Strangers: one is asked and answers, one is put to a person and written down beside it, one is put away in silence. */
async function makeDay(send: Send): Promise<Line[]> {
  const said: [who: string, text: string][] = [
    ['1', 'do you build websites?'],
    ['2', "I'm a journalist, any comment on the layoffs?"],
    ['1', 'we are 12 people'],
    ['3', 'We offer SEO services, guaranteed #1 ranking'],
    ['4', 'I want to talk to a human'],
  ]
  const lines = said.map(
    ([who, text], at): Line => ({
      id: `m${at}`,
      at: `2026-11-23T09:0${at}:00Z`,
      channel: 'whatsapp',
      conversation: who,
      from: { kind: 'stranger', id: `+44770090010${who}` },
      text,
    }),
  )
  for (const line of lines) await send(line)
  return lines
}

test(
  'a kill anywhere leaves one lead of each sender, one question, one flag of each matter',
  async () => {
    const reference = await referenceOf(makeDay)
    const tally = newTally()
    await inPairs(POINTS, async (point) => {
      const play = await playWithKills(reference, (kills) => (kills < 2 ? cutAt(point, 1) : null))
      count(tally, point, reference, play)
    })
    process.stdout.write(sayTally(tally))
    expect(tally.problems).toEqual([])
    expect(Object.fromEntries(tally.kills)).toEqual(Object.fromEntries(POINTS.map((point) => [point, 2])))
  },
  TIME_LIMIT_MS,
)
