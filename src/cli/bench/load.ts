import { type BenchDesk, booking } from './home.ts'
import { percentiles, round } from './measure.ts'

/** Conversations that speak at the same time. */
const CONVERSATIONS = 32

export interface Load {
  tasksPerSecond: number
  fsyncsPerTask: number
  p99: number
}

/** Many conversations at once, each saying its next thing as soon as the last is answered. */
export async function load(bench: BenchDesk, tasks: number, from: number): Promise<Load> {
  const before = bench.composition.sql.flushes
  const startedMs = performance.now()
  const times: number[] = []
  let nth = from
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, conversation) => {
      while (nth < from + tasks) times.push(await bench.ask(booking(nth++, `load-${conversation}`)))
    }),
  )
  const seconds = (performance.now() - startedMs) / 1000
  await bench.composition.desk.drain()
  return {
    tasksPerSecond: round(times.length / seconds, 0),
    fsyncsPerTask: round((bench.composition.sql.flushes - before) / times.length),
    p99: percentiles(times).p99,
  }
}
