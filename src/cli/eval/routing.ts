import { agents } from '#agents/manifest.ts'
import { intentReader } from '#app/intent-reader.ts'
import { pointingsOf } from '#graphs/route/pointings.ts'
import { router } from '#graphs/route/router.ts'
import type { Audience } from '#kernel/cue.ts'
import { packInForce } from '#ladder/read-packs.ts'
import type { IntentReader } from '#language/intent.ts'
import type { Policy } from '#policy/policy.ts'
import type { Routed } from '#ports/router.ts'
import { type Case, type Mode, timed, type Verdict } from './case.ts'
import type { Example } from './examples.ts'
import type { Metered } from './metered.ts'

/** Every job that installed agents do, as `agent/intent`. */
export const JOBS: readonly string[] = [
  ...new Set(agents.flatMap(({ contract, cues }) => cues.map(({ intent }) => `${contract.id}/${intent}`))),
]

/** A reader that understands nothing, so that the model is asked about everything. */
const DEAF: IntentReader = {
  read: () => ({ agent: null, intent: null, confidence: 0, margin: 0, tier: 'rules' }),
  split: (text) => [{ text, agent: null, intent: null, confidence: 0, margin: 0, after: null }],
}

/** The readers of a mode. */
export const readersOf =
  (mode: Mode) =>
  (from: Audience): IntentReader =>
    mode === 'model' ? DEAF : intentReader(agents, from)

/** Judges whose job messages are taken for, as said by a member in a conversation of its own. */
export function routingJudge(
  mode: Mode,
  policy: Policy,
  { models, take }: Metered,
): (example: Example) => Promise<Case[]> {
  const pointings = (from: Audience) => pointingsOf(agents, packInForce, from, policy)
  const routes = router({ agents, readerFor: readersOf(mode), models, pointings })
  return async ({ set, id, text, expected }) => {
    const { value, ms } = await timed(() => routes.route({ text, from: 'member', channel: 'console' }))
    const wanted = expected === 'nobody' ? [] : expected.jobs
    const came = value.jobs.map(jobOf)
    const verdict = verdictOf(wanted, came)
    const differs = `${wanted.join(' or ') || "nobody's job"} wanted, ${came.join(', ') || 'nothing'} came`
    const why = verdict === 'right' ? [] : [differs]
    const agent = wanted[0]?.split('/')[0] ?? 'nobody'
    return [{ suite: set, agent, mode, id, said: text, verdict, why, ms, asked: take() }]
  }
}

const jobOf = ({ agent, intent }: Routed): string => `${agent}/${intent}`

function verdictOf(wanted: readonly string[], came: readonly string[]): Verdict {
  if (came.length === 0) return wanted.length === 0 ? 'right' : 'handed_over'
  return came.some((job) => wanted.includes(job)) ? 'right' : 'wrong'
}
