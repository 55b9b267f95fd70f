// Makes src/language/intent/trained.json again: node scripts/train-intent.ts FOLDER, where FOLDER holds clinc150/ and hwu64/.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import type { Cue } from '#kernel/cue.ts'
import { indexCues } from '#language/intent/cue-index.ts'
import { evidenceOf } from '#language/intent/evidence.ts'
import { featuresOf } from '#language/intent/features.ts'
import { see } from '#language/intent/seen.ts'
import { readerOf, type TrainedFile } from '#language/intent/trained.ts'
import { type CueSet, compileCues, type IntentReader } from '#language/intent.ts'
import { type Example, type Learned, learn } from './intent/learn.ts'
import { madeRows, type Row, readRows } from './intent/rows.ts'

const FROM = 'clinc150 (CC BY 3.0) and hwu64 (CC BY 4.0), see NOTICE; made by scripts/train-intent.ts'
const FOLDS = 5
const STEPS = 127

/** The cues of every agent that has some. */
async function cueSets(): Promise<CueSet[]> {
  const folder = new URL('../agents/', import.meta.url)
  const agents = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    existsSync(new URL(`${entry.name}/cues.ts`, folder)),
  )
  const sets = agents.map(async ({ name }): Promise<CueSet> => {
    const { CUES }: { CUES: readonly Cue[] } = await import(new URL(`${name}/cues.ts`, folder).href)
    return { agent: name, cues: CUES }
  })
  return Promise.all(sets)
}

/** Weights as signed bytes: the largest is 127 steps. */
function fileOf({ columns, bias, weights }: Learned): TrainedFile {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / STEPS
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step))
  return {
    from: FROM,
    columns: [...columns],
    bias: Array.from(bias, (one) => Number(one.toFixed(4))),
    step: Number(step.toPrecision(6)),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

/** Shares of the rows: jobs read right and wrong, and nobody's rows that somebody took. */
function measure(rows: readonly Row[], readerFor: (row: Row) => IntentReader) {
  const count = { jobs: 0, right: 0, wrong: 0, nobody: 0, taken: 0 }
  for (const row of rows) {
    const { agent, intent } = readerFor(row).read(row.text)
    if (row.fair) continue
    if (row.right.length > 0) {
      count.jobs++
      if (row.right.includes(`${agent}/${intent}`)) count.right++
      else if (agent) count.wrong++
    } else {
      count.nobody++
      if (agent) count.taken++
    }
  }
  const share = (part: number, whole: number) => (part / whole).toFixed(3)
  return `recall ${share(count.right, count.jobs)}, wrong ${share(count.wrong, count.jobs)} of ${count.jobs}; false accepts ${share(count.taken, count.nobody)} of ${count.nobody}`
}

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder holds clinc150/ and hwu64/: node scripts/train-intent.ts FOLDER')
const sets = await cueSets()
const index = indexCues(sets)
const { jobs } = index
const toExample = (row: Row): Example => {
  const seen = see(row.text)
  const evidence = evidenceOf(seen, index)
  return { row, features: featuresOf(seen, evidence), evidence: jobs.map((job) => evidence.get(job)?.weight ?? 0) }
}
const labelled = readRows(folder, jobs).map(toExample)
const made = madeRows(sets).map(toExample)

const file = fileOf(learn([...labelled, ...made], jobs))
const target = new URL('../src/language/intent/trained.json', import.meta.url)
// One line a field, as the formatter likes it.
const fields = Object.entries(file).map(
  ([name, value]) => `  "${name}": ${JSON.stringify(value).replace(/,(?! )/g, ', ')}`,
)
const text = `{\n${fields.join(',\n')}\n}\n`
writeFileSync(target, text)

const plain = compileCues(sets)
const foldOf = new Map(labelled.map(({ row }, at) => [row, at % FOLDS]))
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  compileCues(
    sets,
    readerOf(fileOf(learn([...labelled.filter(({ row }) => foldOf.get(row) !== fold), ...made], jobs))),
  ),
)
const say = (line: string) => process.stdout.write(`${line}\n`)
say(`${text.length} bytes, ${file.columns.length} columns`)
for (const set of ['clinc150', 'hwu64']) {
  const rows = labelled.map(({ row }) => row).filter((row) => row.set === set)
  say(`${set}, cues alone:             ${measure(rows, () => plain)}`)
  say(
    `${set}, with what was learned (held out in ${FOLDS} folds): ${measure(rows, (row) => folds[foldOf.get(row) ?? 0] ?? plain)}`,
  )
}
