import { describe, expect, test } from 'vitest'
import { FRONTS } from '../harness/fronts/all.ts'
import { type FrontDesk, frontDesk, openFronts } from '../harness/fronts/desk.ts'
import type { Front, ShownCard } from '../harness/fronts/front.ts'

const ASK = 'book 30 min with jo@acme.example on Thursday at 11am'
const VERBS = ['approve', 'edit', 'take over'] as const
type Verb = (typeof VERBS)[number]

/** What each verb leads to: what the card says then, what whoever asked is told, and what stands in the calendar. */
const OUTCOMES: Readonly<Record<Verb, { card: RegExp; told: RegExp; titles: string[] }>> = {
  approve: { card: /approved by Mia Chen/i, told: /^Booked /, titles: ['Sam and Jo'] },
  edit: { card: /edited and approved by Mia Chen/i, told: /^Booked "Kick-off"/, titles: ['Kick-off'] },
  'take over': { card: /taken over by Mia Chen/i, told: /Mia Chen has taken this over/, titles: [] },
}

const decide = (front: Front, card: ShownCard, verb: Verb, member: 'mia' | 'priya' = 'mia'): Promise<void> =>
  verb === 'edit'
    ? front.edit(member, card, 'Kick-off')
    : front.press(member, card, verb === 'approve' ? 'approve' : 'take_over')

/** A desk in all places; Sam asked in one of them for what needs Mia's yes. */
async function askedIn(name: string): Promise<{ desk: FrontDesk; here: Front; card: ShownCard }> {
  const fronts = await openFronts(Object.values(FRONTS))
  const desk = await frontDesk(fronts)
  const here = fronts.find((front) => front.name === name)
  if (!here) throw new Error(`no place ${name}`)
  await here.say('sam', ASK)
  await desk.idle()
  return { desk, here, card: await onlyCard(here) }
}

async function onlyCard(front: Front): Promise<ShownCard> {
  const cards = await front.cards('mia')
  const [card] = cards
  if (!card || cards.length !== 1) throw new Error(`${cards.length} cards in ${front.name}`)
  return card
}

const titles = async ({ made }: FrontDesk): Promise<string[]> =>
  (await made.local.records()).calendar.map(({ title }) => title ?? '')

const lastTold = async (front: Front, member: 'mia' | 'sam' | 'priya'): Promise<string> =>
  (await front.told(member)).at(-1) ?? ''

describe.each(Object.keys(FRONTS))('in %s', (name) => {
  test.each(VERBS)(
    '%s: it is done once, every copy says who decided, whoever asked hears of it, a second press is told',
    async (verb) => {
      const { desk, here, card } = await askedIn(name)
      const elsewhere = desk.fronts.filter((front) => front !== here)
      const copies = await Promise.all(elsewhere.map(onlyCard))
      expect(copies.every((copy) => copy.open)).toBe(true)
      await decide(here, card, verb)
      await desk.idle()
      const { card: says, told, titles: wanted } = OUTCOMES[verb]
      expect(await titles(desk)).toEqual(wanted)
      expect(await lastTold(here, 'sam')).toMatch(told)
      for (const front of desk.fronts) {
        const closed = await onlyCard(front)
        expect([front.name, closed.open, closed.text]).toEqual([front.name, false, expect.stringMatching(says)])
      }
      for (const [at, front] of elsewhere.entries()) {
        await decide(front, copies[at] ?? card, verb === 'approve' ? 'take over' : 'approve')
        await desk.idle()
        expect(await lastTold(front, 'mia')).toMatch(/^Already decided by Mia Chen at /)
      }
      expect(await titles(desk)).toEqual(wanted)
    },
  )

  test.each(VERBS)('%s: who may not decide is told so, and nothing happens', async (verb) => {
    const { desk, here, card } = await askedIn(name)
    await decide(here, (await here.cards('priya'))[0] ?? card, verb, 'priya')
    await desk.idle()
    expect(await lastTold(here, 'priya')).toMatch(/decision belongs to Mia Chen/)
    expect(await desk.flags()).toHaveLength(1)
    expect(await titles(desk)).toEqual([])
    expect((await onlyCard(here)).open).toBe(true)
    await decide(here, await onlyCard(here), verb)
    await desk.idle()
    expect(await desk.flags()).toEqual([])
  })
})
