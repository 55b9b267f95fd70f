import type { Evidence } from './evidence.ts'
import type { Seen } from './phrases.ts'

/** Buckets that features are hashed into. */
export const BUCKETS = 2 ** 15

const OWN = new Set(['i', 'me', 'my', 'mine', 'we', 'us', 'our'])
/** Evidence below this is no clue. */
const FAINT = 0.3

/**
 * What the trained reader sees: words, neighbours, first words and the word a request begins with, and which verb of which
 * cue spoke for each job; each hashed into a bucket. Days and times stand as one mark and numbers as another, so that
 * nothing of a single message is learned.
 */
export function featuresOf(seen: Seen, evidence: ReadonlyMap<string, Evidence>): Int32Array {
  const found = new Set<number>()
  const own = seen.words.some((word) => OWN.has(word.plain)) ? 'own' : 'other'
  for (const [job, { weight, verb, object }] of evidence) {
    if (weight < FAINT) continue
    found.add(bucketOf(`${job} = ${verb}`))
    found.add(bucketOf(`${job} ${object} ${own}`))
    found.add(bucketOf(`${job} = ${verb} ${object} ${own}`))
    found.add(bucketOf(`${job} ${Math.round(weight * 5)}`))
  }
  const steps: string[] = []
  let headed = false
  seen.words.forEach((word, at) => {
    const mark = seen.times[at]
    if (mark && seen.times[at - 1] === mark) return
    const step = mark ?? (/^\d/.test(word.plain) ? '#' : word.stem)
    const before = steps.at(-1) ?? '^'
    found.add(bucketOf(step))
    found.add(bucketOf(`${before} ${step}`))
    if (steps.length === 2) found.add(bucketOf(`^ ${steps[0]} ${before} ${step}`))
    const isHead = seen.heads[at] === true && seen.heads[at + 1] !== true
    if (isHead && !headed) found.add(bucketOf(`> ${step}`))
    headed ||= isHead
    steps.push(step)
  })
  found.add(bucketOf(`${steps.at(-1) ?? '^'} $`))
  return Int32Array.from(found)
}

/** FNV-1a over UTF-16 units. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
