import { canonical } from '#kernel/ids.ts'
import { Ruling } from '#kernel/ruling.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent, AgentInput, AgentOutput, Scope } from '#ports/agent.ts'
import type { Log } from '#ports/log.ts'
import type { Lookups } from '#ports/lookups.ts'
import type { Models } from '#ports/models.ts'
import type { Ruled, Shadows } from '#ports/shadows.ts'

/** Tasks that wait for their shadow; of more the shadow is left out. */
const MOST_WAITING = 20

/** A run of an agent, by which its shadow goes. */
interface Ran {
  agent: Agent
  task: string
  active: string
  candidate: string
  input: AgentInput
  scope: Scope<Policy>
  ruling: AgentOutput['ruling']
}

export interface ShadowParts {
  shadows: Shadows
  models: Models
  log: Log
}

/**
 * Runs the version that is tried in the shadow of an agent: after the task is done with, one at a time, with the very answers that the
 * task's own lookups had, and a purse of its own. It ends with a ruling: there is no gate behind it, and nobody performs anything.
 */
export class Shadow {
  readonly #parts: ShadowParts
  readonly #waiting: Ran[] = []
  #running: Promise<void> | null = null

  constructor(parts: ShadowParts) {
    this.#parts = parts
  }

  candidate(agent: string): Promise<string | null> {
    return this.#parts.shadows.candidate(agent)
  }

  /** Remembers a run; nothing is done of it before `begin`. */
  remember(ran: Ran): void {
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push(ran)
  }

  /** Works off what is remembered. Nobody waits for it. */
  begin(): void {
    if (this.#waiting.length === 0 || this.#running) return
    this.#running = this.#workOff().finally(() => {
      this.#running = null
    })
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    this.begin()
    await this.#running
  }

  /** Drops what waits, and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#waiting.length = 0
    await this.#running
  }

  async #workOff(): Promise<void> {
    for (let ran = this.#waiting.shift(); ran; ran = this.#waiting.shift()) {
      try {
        const { task, active, candidate, ruling } = ran
        const [was, would] = [ruledOf(ruling), await this.#rule(ran)]
        const same = canonical(was) === canonical(would)
        await this.#parts.shadows.keep({ agent: ran.agent.contract.id, task, active, candidate, was, would, same })
      } catch (error) {
        this.#parts.log.error({ task: ran.task, name: (error as Error).name }, 'a shadow could not be kept')
      }
    }
  }

  async #rule({ agent, task, candidate, input, scope }: Ran): Promise<Ruled> {
    const pack = agent.packs.find(({ version }) => version === candidate) ?? scope.pack
    const account = { agent: shadowAccount(agent.contract.id), task: `shadow:${task}`, event: null }
    const model = scope.model && this.#parts.models.for(account)
    try {
      const output = (await agent.graph.invoke(input, {
        configurable: { scope: { ...scope, pack, model } },
      })) as AgentOutput
      return ruledOf(Ruling.parse(output.ruling))
    } catch (error) {
      return { type: 'failed', actions: [], says: (error as Error).message.slice(0, 200), details: [] }
    }
  }
}

/** On whose account a shadow asks a model, so that policy can cap it by itself. */
export const shadowAccount = (agent: string): string => `${agent}.shadow`

/** Lookups that answer the same question the same way ever after, as they did the first time. */
export function rememberedLookups(lookups: Lookups): Lookups {
  const answers = new Map<string, unknown>()
  return new Proxy(lookups, {
    get(target, name) {
      const look = target[name as keyof Lookups] as (...args: unknown[]) => unknown
      return (...args: unknown[]) => {
        const key = `${String(name)} ${JSON.stringify(args)}`
        if (!answers.has(key)) answers.set(key, look(...args))
        return answers.get(key)
      }
    },
  })
}

function ruledOf(ruling: AgentOutput['ruling']): Ruled {
  const actions = 'actions' in ruling ? ruling.actions.map(({ kind, args }) => ({ kind, args })) : []
  const handOffs = 'handOffs' in ruling ? ruling.handOffs.map(({ agent, intent }) => `${agent}/${intent}`) : []
  switch (ruling.type) {
    case 'ask':
      return { type: 'ask', actions, says: ruling.question.text, details: [...ruling.question.slots, ...handOffs] }
    case 'flag':
      return { type: 'flag', actions, says: ruling.headline, details: [ruling.reason] }
    case 'propose':
      return { type: 'propose', actions, says: ruling.notes.join('\n') || null, details: handOffs }
    case 'nothing':
      return { type: 'nothing', actions, says: null, details: [] }
    default:
      return { type: ruling.type, actions, says: ruling.text, details: handOffs }
  }
}
