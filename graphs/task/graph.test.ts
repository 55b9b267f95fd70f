import { Command, MemorySaver } from '@langchain/langgraph'
import { expect, test } from 'vitest'
import type { Ruling } from '#kernel/ruling.ts'
import type { Stage, Task } from '#kernel/task.ts'
import type { Resumption } from '#ports/tasks.ts'
import { buildTaskGraph } from './graph.ts'
import type { TaskPorts } from './nodes.ts'

const task = { id: 't1', agent: 'x', text: 'do it' } as Task
const propose: Ruling = {
  type: 'propose',
  actions: [{ kind: 'calendar.cancel', args: {}, because: 'said so' }],
  preview: [],
  notes: [],
  choices: [],
  handOffs: [],
}
const ask: Ruling = {
  type: 'ask',
  actions: [],
  question: { text: 'When?', slots: ['when'], choices: [], kind: 'input' },
  offer: null,
  handOffs: [],
}

/** Ports that answer as told and note what was called. */
function ports(told: { rulings: Ruling[]; judged?: Awaited<ReturnType<TaskPorts['gate']['judge']>>; asked?: boolean }) {
  const calls: string[] = []
  const rulings = [...told.rulings]
  const noted = <T>(name: string, answer: T): T => {
    calls.push(name)
    return answer
  }
  const made: TaskPorts = {
    tasks: {
      load: async () => ({
        task,
        stage: 'agent',
        question: null,
        answer: null,
        message: { channel: 'console', subject: null, fields: {}, atMs: 0 },
      }),
      end: async () => void calls.push('end'),
    },
    gate: {
      judge: async () => noted('judge', told.judged ?? 'perform'),
      rejudge: async () => noted('rejudge', 'perform' as const),
    },
    flags: { open: async () => noted('open', 'wait' as const) },
    performer: {
      perform: async () => noted('perform', { asked: told.asked === true && !calls.includes('open') }),
    },
    agent: async () => ({ request: {}, ruling: rulings.shift() ?? propose, tier: 'rules' }),
  }
  return { made, calls }
}

async function pathOf(
  graph: ReturnType<typeof buildTaskGraph>,
  input: Parameters<typeof graph.stream>[0],
): Promise<string[]> {
  const path: string[] = []
  const config = {
    configurable: { thread_id: 't1' },
    durability: 'exit' as const,
    streamMode: 'updates' as const,
    recursionLimit: 12,
  }
  for await (const update of await graph.stream(input, config)) path.push(...Object.keys(update as object))
  return path
}
const start = (next: Stage) => ({ taskId: 't1', next, tier: 'rules' as const, request: null, ruling: null })
const resume = (resumption: Resumption) =>
  new Command<Resumption>({ resume: resumption }) as Parameters<ReturnType<typeof buildTaskGraph>['stream']>[0]

test('what policy allows goes straight through', async () => {
  const { made, calls } = ports({ rulings: [propose] })
  expect(await pathOf(buildTaskGraph(made), start('agent'))).toEqual(['agent', 'gate', 'perform', 'report'])
  expect(calls).toEqual(['judge', 'perform', 'end'])
})

test('what must be asked waits alone, and a yes is judged again before anything is done', async () => {
  const { made, calls } = ports({ rulings: [propose], judged: 'ask' })
  const graph = buildTaskGraph(made, new MemorySaver())
  expect(await pathOf(graph, start('agent'))).toEqual(['agent', 'gate', 'ask', '__interrupt__'])
  expect(calls).toEqual(['judge', 'open'])
  expect(await pathOf(graph, resume({ type: 'decided', verb: 'approve' }))).toEqual([
    'wait',
    'gate',
    'perform',
    'report',
  ])
  expect(calls).toEqual(['judge', 'open', 'rejudge', 'perform', 'end'])
})

test('a no is only reported', async () => {
  const { made, calls } = ports({ rulings: [propose], judged: 'ask' })
  const graph = buildTaskGraph(made, new MemorySaver())
  await pathOf(graph, start('agent'))
  expect(await pathOf(graph, resume({ type: 'decided', verb: 'decline' }))).toEqual(['wait', 'report'])
  expect(calls).not.toContain('perform')
})

test('an answer goes back to the agent', async () => {
  const { made } = ports({ rulings: [ask, propose] })
  const graph = buildTaskGraph(made, new MemorySaver())
  expect(await pathOf(graph, start('agent'))).toEqual(['agent', 'ask', '__interrupt__'])
  expect(await pathOf(graph, resume({ type: 'answer', text: '3pm' }))).toEqual([
    'wait',
    'agent',
    'gate',
    'perform',
    'report',
  ])
})

test('what goes before a question is judged and done first, and the question is asked then', async () => {
  const filed: Ruling = { ...ask, actions: propose.type === 'propose' ? propose.actions : [] }
  const { made, calls } = ports({ rulings: [filed, propose], asked: true })
  const graph = buildTaskGraph(made, new MemorySaver())
  expect(await pathOf(graph, start('agent'))).toEqual(['agent', 'gate', 'perform', 'ask', '__interrupt__'])
  expect(calls).toEqual(['judge', 'perform', 'open'])
  expect(await pathOf(graph, resume({ type: 'answer', text: '3pm' }))).toEqual([
    'wait',
    'agent',
    'gate',
    'perform',
    'report',
  ])
})

test('what may be done is done before the rest is asked', async () => {
  const { made, calls } = ports({ rulings: [propose], asked: true })
  expect(await pathOf(buildTaskGraph(made, new MemorySaver()), start('agent'))).toEqual([
    'agent',
    'gate',
    'perform',
    'ask',
    '__interrupt__',
  ])
  expect(calls).toEqual(['judge', 'perform', 'open'])
})

test.each<[Stage, string[]]>([
  ['gate', ['gate', 'perform', 'report']],
  ['perform', ['perform', 'report']],
  ['report', ['report']],
])('after a crash it enters at %s, and nothing before that runs again', async (stage, path) => {
  const { made } = ports({ rulings: [] })
  expect(await pathOf(buildTaskGraph(made), start(stage))).toEqual(path)
})

test('a slot that is taken again and again ends at the step cap', async () => {
  const { made, calls } = ports({ rulings: [], judged: 'agent' })
  await expect(pathOf(buildTaskGraph(made), start('agent'))).rejects.toThrow(/[Rr]ecursion limit/)
  expect(calls).not.toContain('perform')
})
