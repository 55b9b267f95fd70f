import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Annotation, Command, END, interrupt, START, StateGraph } from '@langchain/langgraph'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CheckpointOptions, SqliteCheckpoints } from './saver.ts'

let folder: string
const open = (options?: CheckpointOptions) => new SqliteCheckpoints(join(folder, 'checkpoints.db'), options)
const config = (thread: string) => ({ configurable: { thread_id: thread }, durability: 'exit' as const })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const State = Annotation.Root({ asked: Annotation<unknown>(), answer: Annotation<string>() })

/** One node that prepares, one that waits where `wait`. */
function graphOver(saver: SqliteCheckpoints, wait: boolean, prepared: unknown = 'ready') {
  return new StateGraph(State)
    .addNode('prepare', () => ({ asked: prepared }))
    .addNode('wait', () => ({ answer: wait ? interrupt<string, string>('?') : 'none' }))
    .addEdge(START, 'prepare')
    .addEdge('prepare', 'wait')
    .addEdge('wait', END)
    .compile({ checkpointer: saver })
}

/** Rows as another process would see them at this moment. */
function rowsOnDisk(): number {
  const other = new DatabaseSync(join(folder, 'checkpoints.db'), { readOnly: true })
  const count = ['checkpoints', 'channel_values', 'writes']
    .map((table) => Number(other.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n))
    .reduce((sum, n) => sum + n)
  other.close()
  return count
}

test('a pause is on the disk before invoke returns, and another process resumes it', async () => {
  const before = open({ delayMs: 60_000 })
  await graphOver(before, true).invoke({}, config('t'))
  expect(rowsOnDisk()).toBeGreaterThan(0)
  const after = open()
  const result = await graphOver(after, true).invoke(new Command({ resume: 'yes' }), config('t'))
  expect(result).toEqual({ asked: 'ready', answer: 'yes' })
  after.close()
})

test('a run that ends is not written before the delay, and deleting it leaves nothing', async () => {
  const saver = open({ delayMs: 60_000 })
  await graphOver(saver, false).invoke({}, config('t'))
  expect(rowsOnDisk()).toBe(0)
  expect((await saver.getTuple(config('t')))?.checkpoint.channel_values).toMatchObject({ answer: 'none' })
  expect(rowsOnDisk()).toBeGreaterThan(0)
  await saver.deleteThread('t')
  expect(rowsOnDisk()).toBe(0)
  expect(await saver.getTuple(config('t'))).toBeUndefined()
  saver.close()
})

test('what nobody deletes is stored after the delay, and on closing', async () => {
  const saver = open({ delayMs: 5 })
  await graphOver(saver, false).invoke({}, config('t'))
  await expect.poll(rowsOnDisk).toBeGreaterThan(0)
  saver.close()
  const slow = open({ delayMs: 60_000 })
  await graphOver(slow, false).invoke({}, config('u'))
  slow.close()
  const again = open()
  expect(await again.getTuple(config('u'))).toBeDefined()
  again.close()
})

test('only the latest is kept where that is asked for, and it still resumes', async () => {
  const saver = open({ latestOnly: true })
  const graph = graphOver(saver, true)
  const sync = { ...config('t'), durability: 'sync' as const }
  await graph.invoke({}, sync)
  const listed = []
  for await (const tuple of saver.list(config('t'))) listed.push(tuple)
  expect(listed).toHaveLength(1)
  expect(await graph.invoke(new Command({ resume: 'yes' }), sync)).toEqual({ asked: 'ready', answer: 'yes' })
  saver.close()
})

test('a BigInt in the state stops the run instead of killing the thread', async () => {
  const saver = open()
  await expect(graphOver(saver, true, { n: 1n }).invoke({}, config('t'))).rejects.toThrow('plain JSON')
  await expect(graphOver(saver, true, new Date(0)).invoke({}, config('u'))).rejects.toThrow('instance of Date')
  saver.close()
})

test.each(['not a database at all', ''])('a damaged file (%j) is made anew', async (content) => {
  writeFileSync(join(folder, 'checkpoints.db'), content)
  const saver = open()
  await graphOver(saver, true).invoke({}, config('t'))
  expect(await saver.getTuple(config('t'))).toBeDefined()
  saver.close()
  expect(existsSync(join(folder, 'checkpoints.db'))).toBe(true)
})

test('a file of another layout is made anew', async () => {
  const old = new DatabaseSync(join(folder, 'checkpoints.db'))
  old.exec('CREATE TABLE checkpoints (x); PRAGMA user_version = 99')
  old.close()
  const saver = open()
  await graphOver(saver, true).invoke({}, config('t'))
  expect(await saver.getTuple(config('t'))).toBeDefined()
  saver.close()
})
