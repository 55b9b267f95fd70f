import type { Home } from '#app/home.ts'
import type { TripPoint } from '#ports/trip.ts'
import type { LineResult } from '../../src/cli/run.ts'
import type { Send } from './conversation.ts'
import { tempHome } from './home.ts'
import { type Cut, runLines } from './process.ts'
import { type Line, openDesk } from './runner.ts'
import { breachesIn, type State, stateOf } from './state.ts'

/** A conversation with what it led to on a desk that nobody killed: the same must come of it with kills on the way. */
export interface Reference {
  lines: Line[]
  /** What each line was answered, by id. */
  results: Map<string, Pick<LineResult, 'tasks' | 'reply'>>
  state: State
}

/** Plays what `make` says, in this process, to its end. */
export async function referenceOf(make: (send: Send) => Promise<Line[]>): Promise<Reference> {
  const home = tempHome()
  const desk = await openDesk(home)
  const results: Reference['results'] = new Map()
  const lines = await make(async (line) => {
    const result = await desk.send(line)
    results.set(line.id, { tasks: result.tasks, reply: result.reply })
    return result
  })
  await desk.close()
  return { lines, results, state: stateOf(home.database) }
}

/** What a play with kills came to. */
export interface Play {
  home: Home
  /** Kills that happened, by the point (or `from outside`). */
  kills: string[]
  /** Lines that were sent again and answered as duplicates. */
  duplicates: number
  /** What differs from the reference or breaks a rule, in words; empty where all is well. */
  problems: string[]
}

/**
 * Plays a conversation with the real program, killed again and again: after each kill it is started anew, and every line
 * whose result was not printed is sent again with its id, in the same order.
 * @param nextCut how the next process is to be cut short; null lets it run to its end
 */
export async function playWithKills(reference: Reference, nextCut: (kills: number) => Cut | null): Promise<Play> {
  const home = tempHome()
  const play: Play = { home, kills: [], duplicates: 0, problems: [] }
  // The last line is a mere tick, so that a kill after the last result is followed by a start too.
  const end = { id: 'end', at: reference.lines.at(-1)?.at ?? '', tick: true as const }
  let left: Line[] = [...reference.lines, end]
  while (left.length > 0) {
    const cut = nextCut(play.kills.length)
    const run = await runLines(home, left, cut ?? undefined)
    for (const [at, result] of run.results.entries()) {
      if (result.duplicate) play.duplicates++
      play.problems.push(...differencesOf(reference, left[at]?.id, result))
    }
    left = left.slice(run.results.length)
    if (run.signal === 'SIGKILL') play.kills.push(pointOf(run.stderr))
    else if (run.status !== 0 || left.length > 0) {
      play.problems.push(`the program ended with status ${run.status} and ${left.length} lines left: ${run.stderr}`)
      return play
    }
  }
  const nowMs = Date.parse(reference.lines.at(-1)?.at ?? '')
  play.problems.push(...breachesIn(home.database, nowMs).map((breach) => JSON.stringify(breach)))
  play.problems.push(...stateDifferences(reference.state, stateOf(home.database)))
  return play
}

const pointOf = (stderr: string): string => /killed at ([\w-]+)/.exec(stderr)?.[1] ?? 'from outside'

function differencesOf(
  { results }: Reference,
  id: string | undefined,
  result: Awaited<ReturnType<typeof runLines>>['results'][number],
): string[] {
  if (result.error || result.id !== id) return [`line ${id} was answered ${JSON.stringify(result)}`]
  const wanted = JSON.stringify(results.get(result.id) ?? { tasks: [], reply: null })
  const got = JSON.stringify({ tasks: result.tasks, reply: result.reply })
  return wanted === got ? [] : [`line ${id}: without kills ${wanted}; with them ${got}`]
}

/** Rows that stand in one state and not in the other, by table. */
export function stateDifferences(wanted: State, got: State): string[] {
  return Object.keys(wanted).flatMap((table) => {
    const texts = (state: State) => new Set((state[table] ?? []).map((row) => JSON.stringify(row)))
    const [left, right] = [texts(wanted), texts(got)]
    const missing = [...left].filter((row) => !right.has(row)).map((row) => `${table}: missing ${row}`)
    const extra = [...right].filter((row) => !left.has(row)).map((row) => `${table}: too much ${row}`)
    return [...missing, ...extra]
  })
}

/** A cut at a named point. */
export const cutAt = (point: TripPoint, nth: number): Cut => ({ at: `${point}:${nth}` })

/** What many plays came to, to be printed and judged. */
export interface Tally {
  plays: number
  lines: number
  /** Kills by point. */
  kills: Map<string, number>
  duplicates: number
  /** Problems with the name of the play they happened in. */
  problems: string[]
}

export const newTally = (): Tally => ({ plays: 0, lines: 0, kills: new Map(), duplicates: 0, problems: [] })

/** Adds one play to a tally. */
export function count(tally: Tally, name: string, reference: Reference, play: Play): void {
  tally.plays++
  tally.lines += reference.lines.length
  tally.duplicates += play.duplicates
  for (const point of play.kills) tally.kills.set(point, (tally.kills.get(point) ?? 0) + 1)
  tally.problems.push(...play.problems.map((problem) => `${name}: ${problem}`))
}

/** The figures of a tally as a small table. */
export function sayTally({ plays, lines, kills, duplicates, problems }: Tally): string {
  const rows = [...kills]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([point, times]) => [`killed ${point}`, times] as const)
  const all = [
    ['conversations', plays],
    ['lines', lines],
    ...rows,
    ['sent again', duplicates],
    ['problems', problems.length],
  ]
  return all.map(([name, figure]) => `  ${String(name).padEnd(26)}${String(figure).padStart(6)}\n`).join('')
}

/** Does the work on every item, two at a time: as many processes as a small machine runs side by side. */
export async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all([worker(), worker()])
}
