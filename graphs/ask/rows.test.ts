import { expect, test } from 'vitest'
import type { PastRow, Window } from '#ports/lookups.ts'
import { doneRows } from './rows.ts'

const PAGE = 3
/** A past in which the newest of a window are told, at most three at once. */
const past =
  (rows: readonly PastRow[]) =>
  async ({ fromMs, toMs }: Window): Promise<PastRow[]> =>
    rows
      .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
      .toReversed()
      .slice(0, PAGE)

test('what is older than one look tells is looked for, and told once', async () => {
  const rows = Array.from({ length: 8 }, (_, nth) => ({
    id: `t${nth}.0`,
    record: null,
    sentence: `Did ${nth}`,
    atMs: 10 * nth - (nth % 2),
  }))
  const scope = { lookups: { 'history.done': past(rows) } } as unknown as Parameters<typeof doneRows>[0]
  const told = await doneRows(scope, { fromMs: 10, toMs: 1000 })
  expect(told.map(({ id }) => id)).toEqual(['t7.0', 't6.0', 't5.0', 't4.0', 't3.0', 't2.0'])
})
