import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import { BUCKETS, featuresOf } from './features.ts'
import type { Seen } from './phrases.ts'
import type { TrainedReader } from './reading.ts'

/** The file beside this one: what `scripts/train-intent.ts` learned. */
export const TrainedFile = z.object({
  from: z.string(),
  /** Agents and jobs, one column of weights each. */
  columns: z.array(z.string()),
  bias: z.array(z.number()),
  /** What one step of a weight is worth. */
  step: z.number(),
  /** Base64 of signed bytes, `weights[bucket * columns.length + column]`. */
  weights: z.string(),
})
export type TrainedFile = z.infer<typeof TrainedFile>

const FILE = new URL('./trained.json', import.meta.url)

/** The trained reader of the house. Its file is read when the first message is. */
export function trainedReader(): TrainedReader {
  let reader: TrainedReader | undefined
  return {
    score: (seen, evidence) => {
      reader ??= readerOf(TrainedFile.parse(JSON.parse(readFileSync(FILE, 'utf8'))))
      return reader.score(seen, evidence)
    },
  }
}

/** The reader that a file describes. */
export function readerOf({ columns, bias, step, weights }: TrainedFile): TrainedReader {
  const bytes = Buffer.from(weights, 'base64')
  const table = new Int8Array(bytes.buffer, bytes.byteOffset, BUCKETS * columns.length)
  const width = columns.length

  function score(seen: Seen, evidence: ReadonlyMap<string, Evidence>): Map<string, number> {
    const features = featuresOf(seen, evidence)
    const worth = step / Math.sqrt(Math.max(1, features.length))
    const learned = new Map(
      columns.map((name, column) => {
        let sum = 0
        for (const bucket of features) sum += table[bucket * width + column] ?? 0
        return [name, (bias[column] ?? 0) + sum * worth]
      }),
    )
    return new Map(
      [...evidence.keys()].map((job) => [job, (learned.get(job.split('/')[0] ?? '') ?? 0) + (learned.get(job) ?? 0)]),
    )
  }
  return { score }
}
