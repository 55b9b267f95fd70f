import { isoDay } from '#kernel/time.ts'
import type { Policy } from '#policy/policy.ts'
import type { ModelTier } from '#ports/model.ts'
import type { ModelProvider, ModelReply, ModelRequest } from '#ports/model-provider.ts'
import type { ModelAccount } from '#ports/models.ts'
import {
  type CallDraft,
  type CallOutcome,
  type CapOf,
  type Limits,
  reserveCall,
  type Spent,
  settleCall,
} from '#store/model/calls.ts'
import type { DeskContext } from '../context.ts'
import { mostOf, type PriceOf, priceIn, usedOf } from './price.ts'

/** A call that is paid for: the most it can use is put aside. */
export interface Reserved {
  id: number
  call: CallDraft
  price: PriceOf
}

const NOTHING: Spent = { inputTokens: 0, outputTokens: 0, usdMicros: 0 }

/** Pays for calls: the most a call can use is put aside before it is made, and what it did not use is given back after it. */
export class Purse {
  readonly #desk: Pick<DeskContext, 'sql' | 'clock' | 'policy'>
  readonly #provider: Pick<ModelProvider, 'local'>

  constructor(desk: Pick<DeskContext, 'sql' | 'clock' | 'policy'>, provider: Pick<ModelProvider, 'local'>) {
    this.#desk = desk
    this.#provider = provider
  }

  /** Local date of the team. */
  today(): string {
    return isoDay(this.#desk.clock.nowMs(), this.#desk.policy().company.timezone)
  }

  /** @returns which cap forbids the call, where one does */
  async reserve(
    account: ModelAccount,
    tier: ModelTier,
    request: Omit<ModelRequest, 'signal'>,
  ): Promise<Reserved | { over: CapOf }> {
    const policy = this.#desk.policy()
    const price = priceIn(policy.model, this.#provider)
    const most = mostOf(request, price)
    const call: CallDraft = {
      ...account,
      atMs: this.#desk.clock.nowMs(),
      day: this.today(),
      tier,
      model: request.model,
      most,
    }
    const limits = limitsOf(policy, account)
    const reserved = await this.#desk.sql.write(() => reserveCall(call, limits), { lazy: true })
    return 'over' in reserved ? reserved : { id: reserved.id, call, price }
  }

  /** @returns what the call used */
  async settle({ id, call, price }: Reserved, reply: ModelReply, ms: number): Promise<Spent> {
    const used =
      reply.type !== 'failed' ? usedOf(reply.tokens, call.most, call.model, price) : reply.billed ? call.most : NOTHING
    await this.#desk.sql.write(() => settleCall({ id, call, ms, outcome: outcomeOf(reply) }, used), { lazy: true })
    return used
  }
}

const outcomeOf = (reply: ModelReply): CallOutcome =>
  reply.type === 'answer' ? 'ok' : reply.type === 'failed' ? reply.why : reply.type

function limitsOf({ model: { caps }, budget }: Policy, { agent }: ModelAccount): Limits {
  return {
    task: { calls: caps.callsPerTask, tokens: caps.tokensPerTask, usdMicros: budget.perTaskUsdMicros },
    agentUsdMicros: budget.perAgentUsdMicros[agent] ?? null,
    day: { tokens: caps.tokensPerDay, usdMicros: budget.perDayUsdMicros },
  }
}
