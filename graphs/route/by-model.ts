import { z } from 'zod'
import type { Pack } from '#kernel/pack.ts'
import { promptIn, thresholdIn } from '#ladder/in-pack.ts'
import { spanOf } from '#ladder/span.ts'
import type { Agent } from '#ports/agent.ts'
import type { Model } from '#ports/model.ts'
import type { Routed, ToRoute } from '#ports/router.ts'

/**
 * Asks a model which jobs a message asks for, out of those there are for whoever says it. Its answer is labels from a closed
 * list, each with words that must stand in the message: whatever it says, no more can follow than from the sender typing the
 * verb before their own words. A single job is given the whole message, several their own words each.
 */
export async function routeByModel(
  model: Model,
  pack: Pack,
  agents: readonly Agent[],
  { text, from }: ToRoute,
): Promise<Routed[]> {
  const jobs = jobsFor(agents, from)
  const { instruction } = promptIn(pack, 'jobs')
  const most = thresholdIn(pack, 'examplesShown')
  const list = [...jobs].map(([label, examples]) => `${label}: ${examples.slice(0, most).join(' | ')}`)
  const schema = z.object({ jobs: z.array(z.object({ job: z.enum([...jobs.keys()]), words: z.string() })) })
  const answer = await model.ask({
    tier: 'small',
    name: 'jobs',
    instruction: `${instruction}\nLabels, each with messages that mean it:\n${list.join('\n')}`,
    text,
    schema,
  })
  if (!answer.ok) return []
  const found = answer.value.jobs.flatMap(({ job, words }) => {
    const span = spanOf(text, words)
    return span ? [{ job, said: text.slice(...span) }] : []
  })
  const once = found.filter(
    ({ job, said }, at) => found.findIndex((one) => one.job === job && one.said === said) === at,
  )
  return once.map(({ job, said }) => {
    const [agent = '', intent = ''] = job.split('/')
    return {
      agent,
      intent,
      text: once.length === 1 ? text : said,
      tier: 'model',
      confidence: thresholdIn(pack, 'confidence'),
      margin: thresholdIn(pack, 'margin'),
      after: null,
    }
  })
}

/** The jobs somebody may ask for (`scheduling/book`), with messages that mean them. */
function jobsFor(agents: readonly Agent[], from: ToRoute['from']): ReadonlyMap<string, readonly string[]> {
  const jobs = new Map<string, readonly string[]>()
  for (const { contract, cues } of agents)
    for (const { intent, examples, audience } of cues)
      if ((audience?.includes(from) ?? true) && examples.length > 0) {
        const label = `${contract.id}/${intent}`
        jobs.set(label, [...(jobs.get(label) ?? []), ...examples])
      }
  return jobs
}
