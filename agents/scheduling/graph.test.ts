import { expect, test } from 'vitest'
import { packInForce } from '#ladder/read-packs.ts'
import { type StreamedGraph, worldOf } from '#test/scenarios/world.ts'
import { Scenario } from '../../src/cli/eval/scenario.ts'
import { graph } from './graph.ts'
import { agent } from './index.ts'

const pack = packInForce(agent)
const turn = {
  from: 'mia',
  text: 'book 30 min with Sam tomorrow at 3pm',
  conversation: 'main',
  channel: 'console',
  expect: { tasks: [] },
}
const scenario = Scenario.parse({ id: '4.1.1', title: 'path', clock: '2026-11-23T08:00:00Z', turns: [turn] })

test('a run takes the one path, and its request survives a round trip through JSON', async () => {
  const { output, path } = await worldOf(scenario, { graph, pack }).say(turn, 'book')
  expect(path).toEqual(['read', 'gather', 'decide'])
  expect(output.tier).toBe('rules')
  expect(agent.contract.request.parse(JSON.parse(JSON.stringify(output.request)))).toEqual(output.request)
})

test('the same input gives the same ruling: a redelivered message decides nothing anew', async () => {
  const [first, second] = await Promise.all([
    worldOf(scenario, { graph, pack }).say(turn, 'book'),
    worldOf(scenario, { graph, pack }).say(turn, 'book'),
  ])
  expect(second.output.ruling).toEqual(first.output.ruling)
})

test('every lookup it uses is named in its contract', async () => {
  const used = new Set<string>()
  const watched: StreamedGraph = {
    stream: (input, options) => {
      const { scope } = options.configurable
      const lookups = new Proxy(scope.lookups, {
        get(target, name: string) {
          used.add(name)
          return Reflect.get(target, name)
        },
      })
      return graph.stream(input, { ...options, configurable: { scope: { ...scope, lookups } } })
    },
  }
  const world = worldOf(scenario, { graph: watched, pack })
  for (const text of [turn.text, 'cancel it', 'book lunch with Dave tomorrow at 1pm'])
    await world.say({ ...turn, text }, text.startsWith('cancel') ? 'cancel' : 'book')
  expect([...used].filter((name) => !agent.contract.lookups.some((known) => known === name))).toEqual([])
})
