import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { type ComposeOptions, type Composition, compose } from '#app/compose.ts'
import type { Home } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import type { TurnResult } from '#desk/out/result.ts'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import type { Decision, Sender } from '#kernel/inbound.ts'
import { packOf } from '#kernel/pack.ts'
import { Ruling, type RulingDraft } from '#kernel/ruling.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Agent, AgentInput, Scope } from '#ports/agent.ts'
import { silentLog } from '#ports/log.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import type { Trip } from '#ports/trip.ts'
import { openFlagIds } from '../../src/cli/eval/store-views.ts'
import { tempHome } from './home.ts'

/** What an agent that only follows a script rules, by intent. */
export type Script = Readonly<Record<string, (input: AgentInput, scope: Scope) => RulingDraft | Promise<RulingDraft>>>

export interface ScriptedDesk {
  composition: Composition
  home: Home
  clock: SetClock
  /** Starts the job of an intent. */
  start(from: string | Sender, intent: string, conversation?: string): Promise<TurnResult>
  say(from: string | Sender, text: string, conversation?: string): Promise<TurnResult>
  /** Decides the newest open flag. */
  decide(from: string, verb: Decision['verb'], edit?: unknown): Promise<TurnResult>
  close(): Promise<void>
}

export interface ScriptedOptions extends Pick<ComposeOptions, 'agents' | 'calendar' | 'mailer'> {
  home?: Home
  trip?: Trip
  /** More lines of the policy. */
  policy?: string
  at?: string
  /** Versions of the agent's packs. */
  packs?: readonly (string | object)[]
  provider?: ModelProvider | null
}

/** Of all desks of a test: the next one over the same home hears nothing twice. */
let nth = 0

export const START = '2026-11-23T09:00:00Z'
const POLICY = new URL('../../src/cli/eval/policies/northwind.policy.yaml', import.meta.url)

/** A whole desk whose one agent does as it is told, so that what the desk makes of rulings can be seen by itself. */
export async function scriptedDesk(
  script: Script,
  {
    home = tempHome(),
    trip,
    policy = '',
    at = START,
    packs = ['1.0.0'],
    provider = null,
    agents = [scripted(script, packs)],
    calendar,
    mailer,
  }: ScriptedOptions = {},
): Promise<ScriptedDesk> {
  const parsed = parsePolicy(readFileSync(POLICY, 'utf8') + policy, { file: 'scripted' })
  const clock = new SetClock(Date.parse(at))
  const settled: TurnResult[] = []
  const composition = await compose({
    home,
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => parsed,
    channels: ['console', 'slack', 'whatsapp', 'form'].map((name) => quietChannel(name)),
    alarms: false,
    agents,
    settled: (result) => settled.push(result),
    provider,
    ...(trip && { trip }),
    ...(calendar && { calendar }),
    ...(mailer && { mailer }),
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await composition.close()
    isOpen = false
  }
  onTestFinished(close)
  await composition.desk.start()
  async function receive(from: string | Sender, more: object, conversation = 'main'): Promise<TurnResult> {
    const { desk } = composition
    await desk.drain()
    const { seq } = await desk.receiveFromPage({
      id: `event-${++nth}`,
      channel: 'slack',
      conversation,
      from: typeof from === 'string' ? { kind: 'member', id: from } : from,
      atMs: clock.nowMs(),
      kind: 'message',
      ...more,
    })
    await desk.drain()
    const result = settled.find((one) => one.seq === seq)
    if (!result) throw new Error('the turn did not end')
    return result
  }
  return {
    composition,
    home,
    clock,
    start: (from, intent, conversation) =>
      receive(from, { job: { agent: 'scripted', intent, request: {} }, text: intent }, conversation),
    say: (from, text, conversation) => receive(from, { text }, conversation),
    async decide(from, verb, edit) {
      const flag = (await openFlagIds(composition)).at(-1) ?? ''
      return receive(from, { kind: 'decision', decision: { flag, verb, edit } }, `flags:${from}`)
    },
    close,
  }
}

function scripted(script: Script, packs: readonly (string | object)[]): Agent {
  return {
    contract: {
      id: 'scripted',
      version: '1.0.0',
      request: z.record(z.string(), z.unknown()),
      lookups: ['crm.get', 'crm.list', 'crm.find', 'lead.mine', 'history.of', 'history.recent', 'crm.aliases'],
      proposes: [...ACTIONS.keys()],
      levels: { p95Ms: 100, modelCalls: 9, askRate: 1 },
    },
    cues: [
      {
        intent: 'any',
        slash: 'scripted',
        verbs: ['scripted'],
        objects: ['script'],
        refusals: [],
        examples: ['scripted script'],
      },
    ],
    packs: packs.map((pack) => packOf(typeof pack === 'string' ? { version: pack } : pack)),
    graph: {
      async invoke(input, { configurable }) {
        const rule = script[input.intent]
        if (!rule) throw new Error(`the script has no ${input.intent}`)
        return {
          request: input.request ?? {},
          ruling: Ruling.parse(await rule(input, configurable.scope)),
          tier: 'rules',
        }
      },
    },
  }
}
