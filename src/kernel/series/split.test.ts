import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedRule } from './moved-rule.ts'
import { occurrencesOf, type SeriesShape } from './occurrences.ts'
import { RuleProblem } from './rule.ts'
import { type Cut, splitAt } from './split.ts'
import { momentToWall, wallToMoment } from './wall.ts'

const series = (recurrence: string, over: Partial<SeriesShape> = {}): SeriesShape => ({
  start: '2026-11-02T09:30:00Z',
  end: '2026-11-02T09:45:00Z',
  zone: 'Europe/London',
  recurrence,
  exdates: [],
  rdates: [],
  ...over,
})
const starts = (shape: SeriesShape | null, most = 100) => {
  const found: string[] = []
  for (const one of shape ? occurrencesOf(shape, 0, Date.UTC(2200, 0)) : []) if (found.push(one.start) >= most) break
  return found
}

test('a series without an end is ended at the last date before the cut, and goes on changed', () => {
  const { before, after } = splitAt(series('FREQ=WEEKLY;BYDAY=MO'), {
    from: '2026-11-30T09:30:00Z',
    start: '2026-11-30T09:45:00Z',
    end: '2026-11-30T10:00:00Z',
  })
  expect(before?.recurrence).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261123T093000Z')
  expect(after).toMatchObject({ recurrence: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-11-30T09:45:00Z' })
})

test('COUNT is divided, UNTIL ends the same date as before', () => {
  const counted = splitAt(series('FREQ=WEEKLY;COUNT=10'), { from: '2026-11-23T09:30:00Z' })
  expect([counted.before?.recurrence, counted.after.recurrence]).toEqual(['FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;COUNT=7'])
  const until = series('FREQ=WEEKLY;UNTIL=20261214T093000Z')
  expect(splitAt(until, { from: '2026-11-23T09:30:00Z' }).after.recurrence).toBe('FREQ=WEEKLY;UNTIL=20261214T093000Z')
  const later = splitAt(until, { from: '2026-11-23T09:30:00Z', start: '2026-11-23T09:45:00Z' })
  expect(later.after).toMatchObject({ recurrence: 'FREQ=WEEKLY;UNTIL=20261214T094500Z', end: '2026-11-23T10:00:00Z' })
  const days = series('FREQ=WEEKLY;UNTIL=20261214', { start: '2026-11-02', end: '2026-11-03' })
  expect(splitAt(days, { from: '2026-11-23' }).before?.recurrence).toBe('FREQ=WEEKLY;UNTIL=20261116')
})

test('what is left out goes with its half, under its new name', () => {
  const left = series('FREQ=WEEKLY', { exdates: ['2026-11-09T09:30:00Z', '2026-12-07T09:30:00Z'] })
  const { before, after } = splitAt(left, { from: '2026-11-30T09:30:00Z', start: '2026-12-01T10:30:00Z' })
  expect(before?.exdates).toEqual(['2026-11-09T09:30:00Z'])
  expect(after.exdates).toEqual(['2026-12-08T10:30:00Z'])
})

test('where nothing lies before, there is no earlier half', () => {
  expect(splitAt(series('FREQ=WEEKLY'), { from: '2026-11-02T09:30:00Z' }).before).toBeNull()
  const gone = series('FREQ=WEEKLY', { exdates: ['2026-11-02T09:30:00Z'] })
  expect(splitAt(gone, { from: '2026-11-09T09:30:00Z' }).before).toBeNull()
})

test.each(['2026-11-30T09:31:00Z', '2026-12-01T09:30:00Z', '2026-10-26T09:30:00Z', '2026-11-30'])(
  'a cut where the series has no date (%s) is refused',
  (from) => {
    expect(() => splitAt(series('FREQ=WEEKLY'), { from })).toThrow(RuleProblem)
  },
)

const wall = (text: string) => Date.parse(`${text}Z`)
test.each([
  ['FREQ=WEEKLY;BYDAY=MO', '2026-11-30T09:00:00', '2026-12-01T09:00:00', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-30T09:00:00', '2026-12-01T10:00:00', 'FREQ=WEEKLY;BYDAY=TU,TH,SA'],
  ['FREQ=WEEKLY', '2026-11-30T09:00:00', '2026-12-03T09:00:00', 'FREQ=WEEKLY'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU',
    '2026-11-27T09:00:00',
    '2026-11-28T09:00:00',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,MO;WKST=TU',
  ],
  ['FREQ=MONTHLY;BYDAY=-1TH', '2026-11-26T09:00:00', '2026-11-27T09:00:00', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['FREQ=MONTHLY;BYDAY=-1TH', '2026-11-26T09:00:00', '2026-11-18T09:00:00', 'FREQ=MONTHLY;BYDAY=3WE'],
  ['FREQ=MONTHLY;BYDAY=1MO', '2026-12-07T09:00:00', '2026-12-01T09:00:00', 'FREQ=MONTHLY;BYDAY=1TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15T09:00:00', '2026-12-16T09:00:00', 'FREQ=MONTHLY;BYMONTHDAY=16'],
  [
    'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31',
    '2026-03-31T09:00:00',
    '2026-04-01T09:00:00',
    'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1',
  ],
  ['FREQ=DAILY;BYHOUR=9', '2026-11-30T09:00:00', '2026-11-30T10:30:00', 'FREQ=DAILY;BYHOUR=10'],
])('%s from %s to %s', (rule, from, to, expected) => {
  expect(movedRule(rule, wall(from), wall(to))).toBe(expected)
})

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-15T09:00:00', '2026-12-16T09:00:00'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30T09:00:00', '2026-12-01T09:00:00'],
  ['FREQ=DAILY;BYHOUR=9,14', '2026-11-30T09:00:00', '2026-11-30T10:00:00'],
])('%s does not move as a whole', (rule, from, to) => {
  expect(() => movedRule(rule, wall(from), wall(to))).toThrow(RuleProblem)
})

const interval = fc.integer({ min: 1, max: 3 })
const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
const rules = fc.oneof(
  interval.map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  fc.tuple(interval, weekdays).map(([n, days]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days}`),
  interval.map((n) => `FREQ=WEEKLY;INTERVAL=${n}`),
  fc.tuple(interval, fc.integer({ min: 1, max: 31 })).map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${day}`),
  fc.constantFrom('1MO', '2TU', '-1TH', '-2FR', 'MO').map((day) => `FREQ=MONTHLY;BYDAY=${day}`),
  fc.constant('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
  fc.constant('FREQ=MONTHLY'),
  fc.constant('FREQ=YEARLY'),
)
const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 2, max: 40 }).map((count) => `;COUNT=${count}`),
  fc
    .integer({ min: 100, max: 900 })
    .map(
      (days) => `;UNTIL=${new Date(Date.UTC(2026, 0, days)).toISOString().slice(0, 10).replaceAll('-', '')}T170000Z`,
    ),
)
const cases = fc.record({
  rule: fc.tuple(rules, ends).map((parts) => parts.join('')),
  startDay: fc.integer({ min: 20_454, max: 20_820 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  zone: fc.constantFrom('Europe/London', 'America/New_York', 'Etc/UTC', 'Australia/Lord_Howe'),
  leftOut: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 3 }),
  at: fc.integer({ min: 0, max: 29 }),
  clockMinutes: fc.integer({ min: -300, max: 300 }),
  days: fc.integer({ min: -3, max: 3 }),
})

function played({
  rule,
  startDay,
  minute,
  zone,
  leftOut,
  at,
  clockMinutes,
  days,
}: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
  const start = wallToMoment(startDay * 86_400_000 + minute * 60_000, zone, false)
  const end = new Date(Date.parse(start) + 1_800_000).toISOString().replace('.000', '')
  const whole = series(rule, { start, end, zone })
  const all = starts(whole, 60)
  const exdates = [...new Set(leftOut.flatMap((place) => all[place] ?? []))]
  const from = all[Math.min(at, all.length - 1)] ?? start
  const stepped = (moment: string, stepMs: number) => wallToMoment(momentToWall(moment, zone) + stepMs, zone, false)
  const cut: Cut = { from, start: stepped(from, days * 86_400_000 + clockMinutes * 60_000) }
  return { whole: { ...whole, exdates }, all, exdates, from, cut, stepped }
}
const isSorted = (list: readonly string[]) => list.every((one, at) => at === 0 || (list[at - 1] ?? '') < one)

test('on other times of the day: what lies before stays, what lies ahead moves, none is lost and none comes twice', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { whole, all, exdates, from, cut, stepped } = played({ ...one, days: 0 })
      // Moves over midnight, and hours that the clocks skip, are the next test's.
      const sameDay = (moment: string) => {
        const [was, is] = [moment, stepped(moment, one.clockMinutes * 60_000)].map((m) => momentToWall(m, whole.zone))
        return Math.floor((was ?? 0) / 86_400_000) === Math.floor((is ?? 0) / 86_400_000)
      }
      fc.pre(all.every(sameDay) && new Set(all.map((m) => momentToWall(m, whole.zone) % 86_400_000)).size === 1)
      fc.pre(
        all.every(
          (m) =>
            momentToWall(stepped(m, one.clockMinutes * 60_000), whole.zone) ===
            momentToWall(m, whole.zone) + one.clockMinutes * 60_000,
        ),
      )
      const { before, after } = splitAt(whole, cut)
      const kept = all.filter((start) => !exdates.includes(start))
      expect(starts(before, 60)).toEqual(kept.filter((start) => start < from))
      const ahead = kept.filter((start) => start >= from)
      expect(starts(after, ahead.length)).toEqual(ahead.map((start) => stepped(start, one.clockMinutes * 60_000)))
      if (all.length < 60) expect(starts(after, 100)).toHaveLength(ahead.length)
    }),
    { numRuns: 600 },
  )
})

test('on other days too: as many as before, in order, the first where it was asked for', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { whole, all, exdates, from, cut } = played(one)
      let halves: ReturnType<typeof splitAt>
      try {
        halves = splitAt(whole, cut)
      } catch (error) {
        expect(error).toBeInstanceOf(RuleProblem)
        return
      }
      const kept = all.filter((start) => !exdates.includes(start))
      expect(starts(halves.before, 60)).toEqual(kept.filter((start) => start < from))
      const later = starts(halves.after, 100)
      expect(isSorted(later)).toBe(true)
      if (!exdates.includes(from)) expect(later[0]).toBe(cut.start)
      if (all.length < 60) expect(later).toHaveLength(kept.filter((start) => start >= from).length)
    }),
    { numRuns: 600 },
  )
})
