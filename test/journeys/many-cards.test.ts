import { expect, test } from 'vitest'
import { FRONTS } from '../harness/fronts/all.ts'
import { type FrontDesk, frontDesk, openFronts } from '../harness/fronts/desk.ts'
import type { Front, ShownCard } from '../harness/fronts/front.ts'

const CARDS = 500
/** Of so many one is approved, the others are taken over. */
const APPROVED = 10
const FIRST_DAY = Date.UTC(2027, 0, 4)
const DAY_MS = 86_400_000
/** Half hours between nine and five. */
const A_DAY = 16

/** A meeting with somebody new, on a working day, at a time of its own. */
function ask(nth: number): string {
  const day = Math.floor(nth / A_DAY)
  const date = new Date(FIRST_DAY + (Math.floor(day / 5) * 7 + (day % 5)) * DAY_MS).toISOString().slice(0, 10)
  const minute = 9 * 60 + (nth % A_DAY) * 30
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `book 30 min with g${nth}@acme.example on ${date} at ${time}`
}

const cardsIn = async (fronts: readonly Front[]): Promise<ShownCard[][]> =>
  Promise.all(fronts.map((front) => front.cards('mia')))

test('many cards are open when the desk is stopped: none is sent again, and each still decides, in whatever place', async () => {
  const fronts = await openFronts(Object.values(FRONTS))
  const first = await frontDesk(fronts)
  const [asking] = fronts
  for (let nth = 0; nth < CARDS; nth++) await asking?.say('sam', ask(nth))
  await first.idle()
  const before = await cardsIn(fronts)
  expect(before.map((cards) => cards.length)).toEqual(fronts.map(() => CARDS))
  await first.stop()

  const desk = await frontDesk(fronts, { home: first.home, clock: first.clock })
  await desk.pass(60_000)
  expect((await cardsIn(fronts)).map((cards) => cards.length)).toEqual(fronts.map(() => CARDS))
  await decideAll(desk, await cardsIn(fronts))
  expect(await desk.flags()).toEqual([])
  expect((await desk.made.local.records()).calendar).toHaveLength(CARDS / APPROVED)
  const closed = (await cardsIn(fronts)).flat()
  expect(closed.filter((card) => card.open)).toHaveLength(0)
  // A page of the console lists the newest receipts only.
  const texts = closed.flatMap(({ text }) => (text === '' ? [] : [text]))
  expect(texts.length).toBeGreaterThan(CARDS)
  expect(texts.filter((text) => !/(?:approved|taken over) by Mia Chen/i.test(text))).toEqual([])
}, 240_000)

/** One after the other, each in the next place: which copy stands for which card is told by the address in it. */
async function decideAll({ fronts, idle }: FrontDesk, shown: ShownCard[][]): Promise<void> {
  for (let nth = 0; nth < CARDS; nth++) {
    const at = nth % fronts.length
    const card = shown[at]?.find(({ text }) => new RegExp(`\\bg${nth}@`, 'i').test(text))
    if (!card) throw new Error(`no card for ${ask(nth)}`)
    await fronts[at]?.press('mia', card, nth % APPROVED === 0 ? 'approve' : 'take_over')
    if (nth % 50 === 0) await idle()
  }
  await idle()
}
