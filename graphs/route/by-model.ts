import { z } from 'zod'
import type { Agent } from '#ports/agent.ts'
import type { Model } from '#ports/model.ts'
import type { Routed, ToRoute } from '#ports/router.ts'

/**
 * Asks the model which job a message is, out of the jobs there are. Its answer is a label from a closed list: whatever
 * it says, no more can follow than from the sender typing the verb.
 */
export async function routeByModel(model: Model, agents: readonly Agent[], { text, from }: ToRoute): Promise<Routed[]> {
  const said = agents.flatMap(({ contract, cues }) =>
    cues.flatMap((cue) =>
      (cue.audience?.includes(from) ?? true) ? [{ ...cue, label: `${contract.id}/${cue.intent}` }] : [],
    ),
  )
  const labels = said.map(({ label }) => label)
  const schema = z.object({ job: z.enum(['none', ...labels]) })
  const examples = said.map(({ label, examples: few }) => `${label}: ${few.slice(0, 2).join(' | ')}`)
  const instruction = `Which job does the message ask for? Answer with one label, or "none".\n${examples.join('\n')}`
  const answer = await model.ask({ tier: 'small', name: 'job', instruction, text, schema })
  if (!answer.ok || answer.value.job === 'none') return []
  const [agent = '', intent = ''] = answer.value.job.split('/')
  return [{ agent, intent, text, tier: 'model', confidence: 0.7, margin: 0.5, after: null }]
}
