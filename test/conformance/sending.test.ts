import { describe, expect, test } from 'vitest'
import { FRONTS } from '../harness/fronts/all.ts'
import { type FrontDesk, frontDesk, openFronts } from '../harness/fronts/desk.ts'
import type { Front, Trouble } from '../harness/fronts/front.ts'

/** Ways in which a provider does not take what it is sent; the console has none. */
const TROUBLES: readonly Trouble[] = [429, 500, 'hang', 'reset', 'taken']
const CHANNELS = Object.entries(FRONTS).filter(([name]) => name !== 'console')

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const A_SECOND = 1000
/** Longer than any channel waits for an answer. */
const PATIENCE_MS = 20_000

type Place = { desk: FrontDesk; front: Front }

async function deskIn(open: (typeof CHANNELS)[number][1]): Promise<Place> {
  const [front] = await openFronts([open])
  if (!front) throw new Error('nothing was opened')
  return { desk: await frontDesk([front]), front }
}

/** Lets seconds pass, of which the desk waits some before it tries again, until something holds. */
async function inTime({ desk }: Place, holds: () => Promise<boolean>): Promise<void> {
  for (let second = 0; !(await holds()); second++) {
    if (second > 60) throw new Error('it did not happen within a minute')
    await desk.pass(A_SECOND)
  }
}

/** Messages that no provider has taken yet, as far as the desk knows. */
const queued = ({ made }: FrontDesk): number =>
  Number(made.sql.connection.prepare("SELECT count(*) AS n FROM outbox WHERE state = 'queued'").get()?.n)

/** Answers: those of one conversation come once and in order, and another conversation does not wait for them. */
async function answers(place: Place, trouble: Trouble): Promise<void> {
  const { front, desk } = place
  front.trouble?.('post', trouble)
  await front.say('sam', "what's on tomorrow")
  await new Promise((resolve) => setTimeout(resolve, 300))
  await front.say('sam', 'help')
  await front.say('lee', 'flags')
  // A limit is the channel's own, and holds for everybody in it.
  if (trouble !== 429) await expect.poll(() => front.told('lee'), { timeout: 5000 }).toHaveLength(1)
  await desk.idle()
  await inTime(place, async () => (await front.told('sam')).length > 1 && (await front.told('lee')).length > 0)
  expect(await front.told('sam')).toEqual([expect.stringMatching(/nothing/i), expect.stringMatching(/^Tell me/)])
  expect(await front.told('lee')).toEqual(['Nothing waits for a decision.'])
}

/** A card, and what whoever asked is told: each comes once, and the card decides. */
async function cards(place: Place, trouble: Trouble): Promise<void> {
  const { front, desk } = place
  front.trouble?.('post', trouble, trouble)
  await front.say('sam', ASK)
  await desk.idle()
  await inTime(place, async () => queued(desk) === 0)
  const shown = await front.cards('mia')
  expect([shown, await front.told('sam')]).toMatchObject([{ length: 1 }, { length: 1 }])
  if (shown[0]) await front.press('mia', shown[0], 'approve')
  await desk.idle()
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
}

/** The end of a card: what was decided is done once, and the card says so in the end. */
async function closing(place: Place, trouble: Trouble): Promise<void> {
  const { front, desk } = place
  await front.say('sam', ASK)
  await desk.idle()
  const [card] = await front.cards('mia')
  if (!card) throw new Error('no card')
  front.trouble?.('close', trouble)
  await front.press('mia', card, 'approve')
  await desk.idle()
  await inTime(place, async () => (await front.cards('mia'))[0]?.open === false)
  expect(await front.cards('mia')).toMatchObject([{ text: expect.stringMatching(/approved by Mia Chen/i) }])
  expect((await desk.made.local.records()).calendar).toHaveLength(1)
  expect((await front.told('sam')).filter((text) => text.startsWith('Booked'))).toHaveLength(1)
}

describe.each(CHANNELS)('what %s does not take', (_name, open) => {
  test.each(TROUBLES)(
    '%s: nothing is lost, nothing is said twice, and order is kept',
    async (trouble) => {
      const places = await Promise.all([deskIn(open), deskIn(open), deskIn(open)])
      const [first, second, third] = places
      await Promise.all([answers(first, trouble), cards(second, trouble), closing(third, trouble)])
      const said = places.flatMap(({ desk }) => desk.logged.filter(({ level }) => level === 'warn'))
      expect(said.length).toBeGreaterThan(0)
      expect(JSON.stringify(said)).not.toMatch(/xoxb-|xapp-|jo@acme/)
    },
    4 * PATIENCE_MS,
  )
})
