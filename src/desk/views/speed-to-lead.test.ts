import { describe, expect, test } from 'vitest'
import { tempHome } from '#test/harness/home.ts'
import { openDesk } from '#test/harness/runner.ts'
import { speedOf, speedToLead } from './speed-to-lead.ts'

const row = (seconds: number | null) => ({ askedMs: 1000, answeredMs: seconds === null ? null : 1000 + seconds * 1000 })

describe('the figures', () => {
  test('of nobody are none', () => {
    expect(speedOf([], 60_000)).toEqual({
      leads: 0,
      answered: 0,
      medianMs: null,
      p95Ms: null,
      slowestMs: null,
      withinShare: null,
    })
  })

  test('are by the nearest rank, whatever the order', () => {
    const rows = [90, 1, 3, 2, 4].map(row)
    expect(speedOf(rows, 60_000)).toMatchObject({ medianMs: 3000, p95Ms: 90_000, slowestMs: 90_000, withinShare: 0.8 })
    expect(speedOf([row(7)], 60_000)).toMatchObject({ medianMs: 7000, p95Ms: 7000, withinShare: 1 })
  })

  test('count who still waits as not answered in time', () => {
    expect(speedOf([row(1), row(null)], 60_000)).toMatchObject({
      leads: 2,
      answered: 1,
      medianMs: 1000,
      withinShare: 0.5,
    })
  })
})

test('a lead that is answered counts once, its second message and what members write do not', async () => {
  const desk = await openDesk(tempHome())
  const lead = { kind: 'stranger' as const, id: 'pia' }
  const said = { channel: 'console', conversation: 'lead-1', from: lead }
  await desk.send({ id: '1', at: '2026-11-23T03:04:00Z', ...said, text: 'do you build web shops? how much?' })
  await desk.send({ id: '2', at: '2026-11-23T03:05:00Z', ...said, text: 'we are 40 people, and need it before Q1' })
  await desk.send({
    id: '3',
    at: '2026-11-23T09:00:00Z',
    from: { kind: 'member', id: 'mia' },
    text: 'any good ones overnight?',
  })
  const { context } = desk.runner.composition
  const { today, month } = await speedToLead(context)
  expect(today).toMatchObject({ leads: 1, answered: 1, withinShare: 1 })
  expect(month).toEqual(today)
})
