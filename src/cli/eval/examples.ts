import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import { type Expected, expectedOf, jobsNamed, PUBLIC_SETS, type PublicSet } from './labels.ts'

/** One message of a set, and whose job it is. */
export interface Example {
  set: string
  id: string
  text: string
  expected: Exclude<Expected, 'left out'>
}

/** A line of a set of the user's own: `job` is `agent/intent`, an agent, several of them, or null where it is nobody's. */
const OwnLine = z.object({
  id: z.string().optional(),
  text: z.string().min(1),
  job: z.union([z.string(), z.array(z.string()), z.null()]),
})

/**
 * The labelled messages of a folder: the public sets that are in it, and every `*.jsonl` that lies directly in it.
 * @param jobs what installed agents do, as `agent/intent`
 * @param limit rows of each set at most, evenly spread over it
 * @throws DeskError USAGE naming the folder, or the file and line that cannot be read
 */
export function readExamples(folder: string, jobs: readonly string[], limit: number): Example[] {
  const own = ownFiles(folder)
  const sets = [
    ...PUBLIC_SETS.map((set) => publicExamples(folder, set, jobs)),
    ...own.map((name) => ownExamples(folder, name, jobs)),
  ]
  const examples = sets.flatMap((set) => spread(set, limit))
  if (examples.length === 0)
    throw new DeskError('USAGE', {
      problem: `There is no set in ${folder} that says whose job a message is; docs/cli.md says which are known.`,
    })
  return examples
}

function ownFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
  } catch {
    throw new DeskError('USAGE', { problem: `The folder ${folder} cannot be read; give one with --data.` })
  }
}

function publicExamples(folder: string, set: PublicSet, jobs: readonly string[]): Example[] {
  const files = ['dev', 'test'].map((half) => join(folder, set.folder, `${set.prefix}${half}.jsonl`))
  return files.filter(existsSync).flatMap((file) =>
    rowsOf(file).flatMap(({ row, number }) => {
      const expected = expectedOf(set, row, jobs)
      const text = typeof row.text === 'string' ? row.text : ''
      return expected === 'left out' || text === ''
        ? []
        : [{ set: set.name, id: String(row.id ?? number), text, expected }]
    }),
  )
}

function ownExamples(folder: string, name: string, jobs: readonly string[]): Example[] {
  const file = join(folder, name)
  return rowsOf(file).flatMap(({ row, number }) => {
    const line = OwnLine.safeParse(row)
    if (!line.success) {
      const [issue] = line.error.issues
      throw unreadable(file, number, `\`${issue?.path.join('.') || 'the line'}\`: ${issue?.message}`)
    }
    const { id = String(number), text, job } = line.data
    const expected = jobsNamed([job ?? []].flat(), jobs)
    if (expected === 'left out') throw unreadable(file, number, `no installed agent has the job ${JSON.stringify(job)}`)
    return [{ set: name.replace(/\.jsonl$/, ''), id, text, expected }]
  })
}

function rowsOf(file: string): { row: Record<string, unknown>; number: number }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (!line.trim()) return []
      try {
        return [{ row: z.record(z.string(), z.unknown()).parse(JSON.parse(line)), number: at + 1 }]
      } catch {
        throw unreadable(file, at + 1, 'it is no JSON object')
      }
    })
}

const unreadable = (file: string, line: number, problem: string): DeskError =>
  new DeskError('USAGE', { problem: `${file}, line ${line}, cannot be used: ${problem}.` })

function spread<T>(list: readonly T[], limit: number): T[] {
  if (list.length <= limit) return [...list]
  const step = list.length / limit
  return Array.from({ length: limit }, (_, at) => list[Math.floor(at * step)]).flatMap((one) => one ?? [])
}
