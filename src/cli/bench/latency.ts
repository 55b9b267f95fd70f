import { bareGraphs } from './bare.ts'
import { type BenchDesk, booking } from './home.ts'
import { percentiles, round } from './measure.ts'

const WARM_UP = 300

export interface Latency {
  desk: { p50: number; p99: number }
  bare: { p50: number; p99: number }
  ratio: number
  fsyncsPerTask: number
}

/** Journaled inbound to reply in the outbox, one message at a time, interleaved with the bare graphs on the same calendar. */
export async function latency(bench: BenchDesk, tasks: number): Promise<Latency> {
  const bare = bareGraphs(bench.composition)
  const [deskMs, bareMs]: [number[], number[]] = [[], []]
  let commits = 0
  for (let nth = 0; nth < WARM_UP + tasks; nth++) {
    const event = booking(nth, `conversation-${nth % 20}`)
    const bareTook = await bare(event, nth)
    const before = bench.composition.sql.flushes
    const deskTook = await bench.ask(event)
    await bench.composition.desk.drain()
    if (nth < WARM_UP) continue
    bareMs.push(bareTook)
    deskMs.push(deskTook)
    commits += bench.composition.sql.flushes - before
  }
  const [desk, alone] = [percentiles(deskMs), percentiles(bareMs)]
  return { desk, bare: alone, ratio: round(desk.p50 / alone.p50), fsyncsPerTask: round(commits / tasks) }
}
