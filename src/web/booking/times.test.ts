import { expect, test } from 'vitest'
import { bookingDesk, POLICY, startsIn } from '#test/harness/booking.ts'
import { narrowed, narrowingOf } from './narrow.ts'
import { byDay } from './times.ts'
import { wordsFor } from './words.ts'

const clocks = (page: string): string[] => [...page.matchAll(/aria-label="([^"]+)"/g)].map((found) => found[1] ?? '')

test('times are on the visitor’s own wall, by their own days', async () => {
  const desk = await bookingDesk()
  const tokyo = await desk.visitor().text('/book/mia/discovery?zone=Asia/Tokyo&on=2026-11-26')
  // Nine to five in London is six in the evening to two at night in Tokyo.
  expect(clocks(tokyo)).toContain('Thursday 26 November, 18:00')
  expect(clocks(tokyo)).toContain('Friday 27 November, 01:30')
  expect(tokyo).toContain('<option value="Asia/Tokyo" selected')
  const none = await desk.visitor().text('/book/mia/discovery?zone=Moon/Base')
  expect(none).toContain('<option value="Europe/London" selected')
})

test('the hosts’ hours stay on their wall when the clocks change, and so do the visitor’s', async () => {
  const desk = await bookingDesk({ at: '2026-10-19T09:00:00Z' })
  const london = await desk.visitor().text('/book/plain?on=2026-10-23')
  expect(clocks(london)).toContain('Friday 23 October, 09:00')
  expect(clocks(london)).toContain('Monday 26 October, 09:00')
  expect(startsIn(london)).toContain('2026-10-23T08:00:00Z')
  expect(startsIn(london)).toContain('2026-10-26T09:00:00Z')
  // America changes a week later: that week London is four hours ahead of New York.
  const newYork = await desk.visitor().text('/book/plain?on=2026-10-23&zone=America/New_York')
  expect(clocks(newYork)).toContain('Friday 23 October, 04:00')
  expect(clocks(newYork)).toContain('Monday 26 October, 05:00')
})

test('an hour that comes twice is told apart', () => {
  const starts = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((iso) => ({
    startMs: Date.parse(iso),
    endMs: Date.parse(iso) + 1_800_000,
  }))
  const [day] = byDay(starts, { locale: 'en-GB', zone: 'Europe/London' })
  expect(day?.starts.map(({ clock }) => clock)).toEqual(['01:30 BST', '01:30 GMT'])
})

test('pages of several people have the times of all of them', async () => {
  const policy = POLICY.replace('name: Sam Reed', 'name: Sam Reed, timezone: America/New_York')
  const desk = await bookingDesk({ policy })
  const page = await desk.visitor().text('/book/team/one_on_one?on=2026-11-26')
  const thursday = startsIn(page).filter((start) => start.startsWith('2026-11-26'))
  expect([thursday[0], thursday.at(-1)]).toEqual(['2026-11-26T14:00:00Z', '2026-11-26T16:30:00Z'])
})

test('an address may narrow and never widen', async () => {
  const desk = await bookingDesk()
  const all = startsIn(await desk.visitor().text('/book/mia/discovery?on=2026-11-30'))
  const page = await desk.visitor().text('/book/mia/discovery?from=2026-11-30&to=2026-12-01&part=afternoon')
  const some = startsIn(page)
  expect(some.length).toBeGreaterThan(4)
  expect(some.every((start) => all.includes(start))).toBe(true)
  expect(some.every((start) => start.slice(11, 13) >= '12' && start < '2026-12-02')).toBe(true)
  expect(page).toContain('You see the times that were picked for you.')
  const nonsense = narrowingOf({ from: 'yesterday', to: '1', part: 'constructor' })
  expect(nonsense).toEqual({ from: null, to: null, part: null })
  expect(narrowed([{ startMs: 0, endMs: 1 }], nonsense, 'Etc/UTC')).toHaveLength(1)
})

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'es', 'es-MX'],
  ['pt-BR,fr;q=0.5', 'fr', 'fr'],
  ['de', 'de', 'de'],
  ['en-US,en;q=0.9', 'en', 'en-US'],
  ['en;q=0.1,de;q=0', 'en', 'en-GB'],
  ['zz-!!,;;q=x', 'en', 'en-GB'],
  [undefined, 'en', 'en-GB'],
])('who asks for %s is answered in %s', (header, language, locale) => {
  const found = wordsFor(header)
  expect([found.words.language, found.locale]).toEqual([language, locale])
})

test('a whole page is in the visitor’s language', async () => {
  const desk = await bookingDesk()
  const answer = await desk.visitor().ask('/book/mia/discovery', { headers: { 'accept-language': 'de-AT' } })
  const page = await answer.text()
  expect(page).toContain('lang="de"')
  expect(page).toContain('Wählen Sie eine Zeit')
  expect(clocks(page)[0]).toMatch(/^(Montag|Dienstag|Mittwoch), \d+\. November, \d\d:\d\d$/)
})
