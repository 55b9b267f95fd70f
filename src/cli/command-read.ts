import { DeskError } from '#kernel/errors.ts'
import { unknownWord } from './kinds.ts'
import { linesOf, writeLine } from './ndjson.ts'

type Reader = (row: { id: string; text: string }) => unknown

/** The readers there are, each loaded when it is asked for. */
const READERS: Record<string, () => Promise<Reader>> = {
  intent: async () => {
    const [{ readIntentRow }, { intentReader }, { agents }] = await Promise.all([
      import('./read-intent.ts'),
      import('#app/intent-reader.ts'),
      import('#agents/manifest.ts'),
    ])
    const reader = intentReader(agents)
    return (row) => readIntentRow(reader, row)
  },
  money: async () => (await import('./read-money.ts')).readMoneyLine as Reader,
  person: async () => (await import('./read-person.ts')).readPersonLine as Reader,
  same: async () => (await import('./read-same.ts')).readSameLine as unknown as Reader,
  when: async () => (await import('./read-when.ts')).readWhenLine as Reader,
}

export const READER_KINDS: readonly string[] = Object.keys(READERS)

/** `nightdesk read KIND FILE|-`: one JSON object a line in, one a line out. */
export async function read(kind: string, file: string): Promise<number> {
  const load = READERS[kind]
  if (!load) throw new DeskError('USAGE', { problem: unknownWord('reader', kind, READER_KINDS) })
  const reader = await load()
  let status = 0
  for await (const { number, text } of linesOf(file)) {
    try {
      await writeLine(reader(JSON.parse(text) as { id: string; text: string }))
    } catch (error) {
      status = 1
      process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  return status
}
