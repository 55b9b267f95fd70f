import { BUCKETS } from '#language/intent/features.ts'
import { EVEN, STEEP } from '#language/intent/judge.ts'
import { chance, shuffled } from './chance.ts'
import type { Row } from './rows.ts'

/** A row as the learner sees it. */
export interface Example {
  row: Row
  features: Int32Array
  /** Evidence of the cues for each job, in the order of the jobs. */
  evidence: readonly number[]
}

/** What is learned: a column of weights for each agent (whose job is it at all?) and for each job that was labelled alone. */
export interface Learned {
  columns: readonly string[]
  bias: Float64Array
  /** `weights[bucket * columns.length + column]`. */
  weights: Float64Array
}

const EPOCHS = 6
/** Steps of an agent's column, and of a job's: which of an agent's jobs it is, the cues know better than the labels. */
const RATE = { agent: 0.2, job: 0.1 }
const SHRINK = 1e-4
/** Share of features hidden in each step, so that none is relied on alone. */
const HIDDEN = 0.1
/** Rows that are somebody's job are few in assistants' data and many at a desk. */
const WEIGHT = { job: 4, made: 0.5, nobody: 1 }
/** What remains of that difference, added to the log-odds of every agent. */
const PRIOR = 1.7

/**
 * Logistic regression on top of the cues: the score of a job is what the cues say plus its columns, nobody's is 0, and a
 * row with several right jobs counts their sum. AdaGrad, in an order fixed by a seed.
 */
export function learn(examples: readonly Example[], jobs: readonly string[]): Learned {
  const agents = [...new Set(jobs.map(agentOf))]
  const alone = jobs.filter((job) =>
    examples.some(({ row }) => row.set !== 'cues' && row.right.length === 1 && row.right[0] === job),
  )
  const columns = [...agents, ...alone]
  const columnsOf = jobs.map((job) =>
    [columns.indexOf(agentOf(job)), columns.indexOf(job)].filter((column) => column >= 0),
  )
  const width = columns.length
  const weights = new Float64Array(BUCKETS * width)
  const seenWeights = new Float64Array(BUCKETS * width)
  const bias = new Float64Array(width)
  const seenBias = new Float64Array(width)
  const next = chance(7)

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { row, features, evidence } of shuffled(examples, next)) {
      const shown = features.filter(() => next() >= HIDDEN)
      const share = 1 / Math.sqrt(Math.max(1, shown.length))
      const columnScores = columns.map((_, column) =>
        shown.reduce((sum, at) => sum + (weights[at * width + column] ?? 0) * share, bias[column] ?? 0),
      )
      const gradient = gradientOf(row, jobs, evidence, columnScores, columnsOf)
      for (let column = 0; column < width; column++) {
        const slope = gradient[column] ?? 0
        const rate = column < agents.length ? RATE.agent : RATE.job
        seenBias[column] = (seenBias[column] ?? 0) + slope ** 2
        bias[column] = (bias[column] ?? 0) - (rate * slope) / Math.sqrt((seenBias[column] ?? 0) + 1e-8)
        for (const bucket of shown) {
          const at = bucket * width + column
          const step = slope * share + SHRINK * (weights[at] ?? 0)
          seenWeights[at] = (seenWeights[at] ?? 0) + step ** 2
          weights[at] = (weights[at] ?? 0) - (rate * step) / Math.sqrt((seenWeights[at] ?? 0) + 1e-2)
        }
      }
    }
  }
  for (const agent of agents.keys()) bias[agent] = (bias[agent] ?? 0) + PRIOR
  return { columns, bias, weights }
}

/** How the loss of one row grows with each column. */
function gradientOf(
  row: Row,
  jobs: readonly string[],
  evidence: readonly number[],
  columnScores: readonly number[],
  columnsOf: readonly number[][],
): Float64Array {
  const scores = jobs.map(
    (_, job) =>
      STEEP * ((evidence[job] ?? 0) - EVEN) +
      (columnsOf[job] ?? []).reduce((sum, column) => sum + (columnScores[column] ?? 0), 0),
  )
  const top = Math.max(0, ...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, Math.exp(-top))
  const chances = powers.map((power) => power / total)
  const right = jobs.map((job) => row.right.includes(job))
  const rightTotal = chances.reduce((sum, one, job) => sum + (right[job] ? one : 0), 0)
  const weight = row.right.length === 0 ? WEIGHT.nobody : row.set === 'cues' ? WEIGHT.made : WEIGHT.job
  const gradient = new Float64Array(columnScores.length)
  chances.forEach((one, job) => {
    const slope = weight * (one - (right[job] ? one / rightTotal : 0))
    for (const column of columnsOf[job] ?? []) gradient[column] = (gradient[column] ?? 0) + slope
  })
  return gradient
}

const agentOf = (job: string) => job.split('/')[0] ?? ''
