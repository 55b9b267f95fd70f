import type { Audience } from '#kernel/cue.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Tier } from '#kernel/ruling.ts'
import type { Pointed } from '#kernel/task.ts'

/** One job found in a message. */
export interface Routed {
  agent: string
  intent: string
  /** The words of the message that are this job's. */
  text: string
  tier: Tier
  /** `1.0.0#0f3a...`: version and hash of the pack by which a model found the job; absent: rules did. */
  routedBy?: string
  /** What the model that found the job pointed at for its agent; absent: nobody asked it. */
  pointed?: Pointed
  /** 0 to 1, and the distance to the second-best reading. */
  confidence: number
  margin: number
  /** Position (in this list) of a job that must end first, or null. */
  after: number | null
}

/** A job that rules found, with no other reading beside it. @param confidence 0 to 1 */
export const foundByRules = (job: Pick<Routed, 'agent' | 'intent' | 'text'>, confidence: number): Routed => ({
  ...job,
  tier: 'rules',
  confidence,
  margin: confidence,
  after: null,
})

/** Whose job is a message? No jobs: nobody's. */
export interface Route {
  jobs: readonly Routed[]
  /** What else the message asks for and nobody can do, in its own words; only beside jobs. */
  left: readonly string[]
}

/** What a message is routed by: its words, who says it, and by which way it came. */
export interface ToRoute {
  text: string
  from: Audience
  channel: string
  subject?: string
  fields?: Readonly<Record<string, string>>
  /** Through whose eyes names in it are looked up, and where; absent: none are. */
  asker?: { principal: Principal; conversation: string }
  /** Number of the event in the journal, on whose account a model is asked. */
  event?: number
  /** No model is asked: what the cues do not know has a meaning where it was said (an answer), or is not said to the desk. */
  rulesOnly?: boolean
}

/** A job that a message means where the agent's last task here wrote something (`done`) or came to nothing yet (`open`). */
export interface GoingOn {
  agent: string
  intent: string
  after: 'done' | 'open'
}

export interface Router {
  route(message: ToRoute): Promise<Route>
  /** What a message means only as going on with what an agent last did for its sender ("no, friday"); none for most messages. */
  goingOn(message: Pick<ToRoute, 'text' | 'from'>): readonly GoingOn[]
}
