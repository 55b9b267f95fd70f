import { z } from 'zod'
import type { Pack } from '#kernel/pack.ts'
import type { Pointed } from '#kernel/task.ts'
import { promptIn, thresholdIn } from '#ladder/in-pack.ts'
import { spanOf } from '#ladder/span.ts'
import type { Agent } from '#ports/agent.ts'
import type { Model } from '#ports/model.ts'
import type { Routed, ToRoute } from '#ports/router.ts'
import type { AgentPointing, Pointings } from './pointings.ts'

/** Messages that mean a job, by the job's label (`scheduling/book`). */
type Jobs = ReadonlyMap<string, readonly string[]>

/**
 * Asks a model which jobs a message asks for, out of those there are for whoever says it, and in the same call for the words that
 * their agents would point at. Its answer is labels from a closed list and words that must stand in the message: whatever it says,
 * no more can follow than from the sender typing the verb before their own words. A single job is given the whole message, several
 * their own words each.
 */
export async function routeByModel(
  model: Model,
  pack: Pack,
  agents: readonly Agent[],
  pointings: Pointings,
  { text, from }: ToRoute,
): Promise<Routed[]> {
  const jobs = jobsFor(agents, from)
  const schema = schemaFor(jobs, pointings)
  if (!schema) return []
  const answer = await model.ask({
    tier: 'small',
    name: 'jobs',
    instruction: instructionFor(pack, jobs, pointings),
    text,
    schema,
  })
  if (!answer.ok) return []
  const found = answer.value.jobs.flatMap(({ words, ...one }) => {
    const span = spanOf(text, words)
    return span ? [{ ...one, said: text.slice(...span) }] : []
  })
  const once = found.filter(
    ({ job, said }, at) => found.findIndex((one) => one.job === job && one.said === said) === at,
  )
  return once.map(({ job, said, read }) => {
    const [agent = '', intent = ''] = job.split('/')
    const pointing = pointings.get(agent)
    return {
      agent,
      intent,
      text: once.length === 1 ? text : said,
      tier: 'model',
      routedBy: `${pack.version}#${pack.hash}`,
      ...(pointing && { pointed: pointedBy(pointing, read, answer.leftOut ?? 0) }),
      confidence: thresholdIn(pack, 'confidence'),
      margin: thresholdIn(pack, 'margin'),
      after: null,
    }
  })
}

/** What is wanted, the labels with some of their messages, and how each agent wants its words. */
function instructionFor(pack: Pack, jobs: Jobs, pointings: Pointings): string {
  const most = thresholdIn(pack, 'examplesShown')
  const list = [...jobs].map(([label, examples]) => `${label}: ${examples.slice(0, most).join(' | ')}`)
  const asked = [...pointings].filter(([agent]) => [...jobs.keys()].some((label) => agentOf(label) === agent))
  return [
    promptIn(pack, 'jobs').instruction,
    'Labels, each with messages that mean it:',
    ...list,
    ...asked.map(([agent, { instruction }]) => `\n\`read\` for a label of ${agent}:\n${instruction}`),
  ].join('\n')
}

/** A job with its words, and beside them what its agent points at, where it does; null where there are no jobs. */
function schemaFor(jobs: Jobs, pointings: Pointings) {
  const labelsOf = Map.groupBy(jobs.keys(), (label) => (pointings.has(agentOf(label)) ? agentOf(label) : ''))
  const forms = [...labelsOf].map(([agent, labels]) => {
    const read = pointings.get(agent)?.schema.nullable() ?? z.null().optional()
    return z.object({ job: z.enum(labels), words: z.string(), read })
  })
  const [first, ...others] = forms
  return first ? z.object({ jobs: z.array(z.discriminatedUnion('job', [first, ...others])) }) : null
}

const agentOf = (label: string): string => label.split('/')[0] ?? ''

const pointedBy = ({ step, pack }: AgentPointing, value: unknown, leftOut: number): Pointed => ({
  step,
  pack,
  value: value ?? null,
  leftOut,
})

/** The jobs somebody may ask for. */
function jobsFor(agents: readonly Agent[], from: ToRoute['from']): Jobs {
  const jobs = new Map<string, readonly string[]>()
  for (const { contract, cues } of agents)
    for (const { intent, examples, audience } of cues)
      if ((audience?.includes(from) ?? true) && examples.length > 0) {
        const label = `${contract.id}/${intent}`
        jobs.set(label, [...(jobs.get(label) ?? []), ...examples])
      }
  return jobs
}
