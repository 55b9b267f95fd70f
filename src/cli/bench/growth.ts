import type { Operation } from '#ports/sql.ts'
import { type BenchDesk, booking } from './home.ts'
import { percentiles, round } from './measure.ts'

const EARLY: readonly [number, number] = [500, 600]

export interface Growth {
  messages: number
  earlyP50: number
  lateP50: number
  ratio: number
  bytesPerTask: number
}

/** One conversation that never ends: what its last hundred messages cost, against its sixth hundred, and what is kept of each. */
export async function growth(bench: BenchDesk, messages: number, progress: (done: number) => void): Promise<Growth> {
  const emptyBytes = await usedBytes(bench)
  const times: number[] = []
  for (let nth = 0; nth < messages; nth++) {
    times.push(await bench.ask(booking(nth, 'the long one')))
    await bench.composition.desk.drain()
    if (nth % 100 === 0) progress(nth)
  }
  const early = percentiles(times.slice(...EARLY)).p50
  const late = percentiles(times.slice(-100)).p50
  return {
    messages,
    earlyP50: early,
    lateP50: late,
    ratio: round(late / early),
    bytesPerTask: round(((await usedBytes(bench)) - emptyBytes) / messages, 0),
  }
}

/** Bytes of the database's pages in use, after the log was folded into it. */
async function usedBytes({ composition }: BenchDesk): Promise<number> {
  // Whatever is still open is committed first: an open transaction keeps the log from being folded in.
  await composition.sql.write(nothing)
  const { connection } = composition.sql
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const pragma = (name: string): number => Number(Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0])
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
}

function* nothing(): Operation<void> {}
