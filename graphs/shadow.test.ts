import { expect, test } from 'vitest'
import { z } from 'zod'
import { packOf } from '#kernel/pack.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent, AgentInput, Scope } from '#ports/agent.ts'
import { silentLog } from '#ports/log.ts'
import type { Lookups } from '#ports/lookups.ts'
import type { Model } from '#ports/model.ts'
import type { ModelAccount } from '#ports/models.ts'
import type { ShadowRun } from '#ports/shadows.ts'
import { rememberedLookups, Shadow } from './shadow.ts'

const NOTHING = { type: 'nothing' as const, because: 'said so' }
const input: AgentInput = {
  text: 'hi',
  intent: 'any',
  tier: 'rules' as const,
  request: null,
  question: null,
  answer: null,
}
const model: Model = { name: 'x', ask: () => Promise.reject(new Error('not asked here')) }

/** A shadow of an agent that notes what it is run with. */
function shadowed() {
  const seen: Scope[] = []
  const accounts: ModelAccount[] = []
  const kept: ShadowRun[] = []
  const agent: Agent = {
    contract: {
      id: 'x',
      version: '1.0.0',
      request: z.unknown(),
      lookups: [],
      proposes: [],
      levels: { p95Ms: 1, modelCalls: 1, askRate: 0 },
    },
    cues: [],
    packs: ['1.0.0', '1.1.0'].map((version) => packOf({ version })),
    graph: {
      async invoke(_input, { configurable }) {
        seen.push(configurable.scope)
        return { request: null, ruling: NOTHING, tier: 'rules' }
      },
    },
  }
  const shadow = new Shadow({
    shadows: { candidate: async () => '1.1.0', keep: async (run) => void kept.push(run) },
    models: {
      for(account) {
        accounts.push(account)
        return model
      },
    },
    log: silentLog,
  })
  const ran = (task: string, own: Model | null) => {
    const scope = { model: own, pack: agent.packs[0] } as Scope<Policy>
    shadow.remember({ agent, task, active: '1.0.0', candidate: '1.1.0', input, scope, ruling: NOTHING })
  }
  return { shadow, ran, seen, accounts, kept }
}

test('nothing runs before the task is done with; then on a purse of its own, where the task had a model at all', async () => {
  const { shadow, ran, seen, accounts, kept } = shadowed()
  ran('t1', model)
  ran('t2', null)
  expect(seen).toEqual([])
  await shadow.idle()
  expect(seen.map((scope) => [scope.pack.version, scope.model === null])).toEqual([
    ['1.1.0', false],
    ['1.1.0', true],
  ])
  expect(accounts).toEqual([{ agent: 'x.shadow', task: 'shadow:t1', event: null }])
  expect(kept).toMatchObject([
    { task: 't1', same: true },
    { task: 't2', same: true },
  ])
})

test('no more than twenty wait, and who stops drops them', async () => {
  const many = shadowed()
  for (let nth = 0; nth < 30; nth++) many.ran(`t${nth}`, null)
  await many.shadow.idle()
  expect(many.kept).toHaveLength(20)
  const stopped = shadowed()
  for (let nth = 0; nth < 5; nth++) stopped.ran(`t${nth}`, null)
  stopped.shadow.begin()
  await stopped.shadow.stop()
  expect(stopped.kept.length).toBeLessThan(2)
})

test('a remembered lookup answers as it did the first time; another question is asked', async () => {
  let asked = 0
  const lookups = rememberedLookups({
    'links.base': async () => `${++asked}`,
    'crm.fields': async () => [`${++asked}`],
  } as unknown as Lookups)
  expect(await lookups['links.base']()).toBe('1')
  expect(await lookups['links.base']()).toBe('1')
  expect(await lookups['crm.fields']('deal')).toEqual(['2'])
  expect(await lookups['crm.fields']('lead')).toEqual(['3'])
})
