import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockHome } from '#app/home.ts'
import { TEAM_POLICY, tempFolder, tempHome } from '../harness/home.ts'
import { runLines, runProgram } from '../harness/process.ts'
import { type Line, openDesk } from '../harness/runner.ts'
import { startServer } from '../harness/server.ts'
import { stateOf } from '../harness/state.ts'

const booking: Line = {
  id: 'b1',
  at: '2026-11-23T09:00:00Z',
  from: { kind: 'member', id: 'mia' },
  text: 'book 30 min with Sam tomorrow at 3pm',
}
const tick = (at: string): Line => ({ id: at, at, tick: true })
const oneSentence = /^[^\n]+[.?]\n$/

/** A home in which one meeting was booked. */
async function usedHome() {
  const home = tempHome()
  const desk = await openDesk(home)
  await desk.send(booking)
  await desk.close()
  return home
}

test('a port that is taken is named, with the setting to change', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  )
  onTestFinished(() => void other.close())
  const { status, stderr } = await startServer(tempHome(), { PORT: String(port) }).ended
  expect(stderr).toBe(`Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another port.\n`)
  expect(status).toBe(1)
})

test('a home that cannot be written is named, with the setting to change', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  const home = join(folder, 'file', 'home')
  const { status, stderr } = await runProgram(['run', '-', '--home', home])
  expect(stderr).toBe(
    `Nightdesk cannot write to ${home}: ENOTDIR. Give it write access, or set NIGHTDESK_HOME to another folder.\n`,
  )
  expect(status).toBe(1)
})

/** Writes noise over a part of a file. */
function damage(file: string, from: number, length: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xa7), 0, length, from)
  closeSync(handle)
}

test.each([
  ['header', 0, 100],
  ['schema', 100, 3900],
])('a database with a damaged %s is named and left as it is', async (_part, from, length) => {
  const home = await usedHome()
  damage(home.database, from, length)
  const before = readFileSync(home.database)
  const { status, stderr, results } = await runLines(home, [{ ...booking, id: 'b2' }])
  expect(stderr).toMatch(oneSentence)
  expect(stderr).toMatch(
    /^The database .*desk\.db is damaged: .*\. Move it aside and restore a backup; nothing was changed\.\n$/,
  )
  expect([status, results]).toEqual([1, []])
  expect(readFileSync(home.database).equals(before)).toBe(true)
})

test('pages damaged in the middle of a database are named by the line that meets them', async () => {
  const home = await usedHome()
  damage(home.database, 4096 * 3, statSync(home.database).size - 4096 * 3)
  const { status, stderr, results } = await runLines(home, [{ ...booking, id: 'b2' }])
  const said = results[0]?.error?.message ?? stderr.trim()
  expect(said).toMatch(/^The database .*desk\.db is damaged: .*nothing was changed\.$/)
  expect(status).toBe(1)
})

test('a typo in the policy is named with its line and what was meant; the desk does not start on it', async () => {
  const home = tempHome()
  const policy = join(tempFolder(), 'policy.yaml')
  writeFileSync(policy, readFileSync(TEAM_POLICY, 'utf8').replace('working_hours', 'workng_hours'))
  const { status, stderr } = await runProgram(['run', '-', '--home', home.folder, '--policy', policy])
  expect(stderr).toBe(
    `${policy}, line 16: \`people[0].workng_hours\` is not a key of the policy; did you mean \`working_hours\`?\n`,
  )
  expect(status).toBe(1)
})

test('an option there is not is answered with the one that was meant', async () => {
  const { status, stderr } = await runProgram(['run', '-', '--frok'])
  expect(stderr).toMatch(/^Unknown option '--frok'; did you mean --fork\?\n/)
  expect(status).not.toBe(0)
})

test('a line that is not JSON is answered by its number; the others are worked, and the status says so at the end', async () => {
  const home = tempHome()
  const lines = Array.from({ length: 9 }, (_one, at) => ({ ...booking, id: `n${at}`, text: 'thanks!' }))
  const stdin = lines.map((line, at) => (at === 6 ? '{"id":"n6",' : JSON.stringify(line))).join('\n')
  const run = await runProgram(['run', '-', '--home', home.folder, '--policy', TEAM_POLICY], { stdin })
  expect(run.results[6]).toEqual({
    line: 7,
    error: {
      code: 'MALFORMED_LINE',
      message: expect.stringMatching(/^Line 7 is not a message the desk knows: it is not JSON \(.*\)\.$/),
    },
  })
  expect(run.results.map((result) => result.id)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', undefined, 'n7', 'n8'])
  expect(run.status).toBe(1)
})

test.each([
  [{ ...booking, at: 'yesterday' }, /`at`: an ISO 8601 instant with its offset/],
  [{ ...booking, from: undefined }, /`from` is missing/],
  [{ ...booking, text: undefined }, /`text`, `decide` or `tick` is missing/],
  [{ ...booking, decide: { flag: 'f', verb: 'burn' } }, /`decide\.verb`/],
])('a line that lacks something says what: %j', async (line, problem) => {
  const run = await runLines(tempHome(), [line, booking])
  expect(run.results[0]?.error?.code).toBe('MALFORMED_LINE')
  expect(run.results[0]?.error?.message).toMatch(problem)
  expect(run.results[1]?.tasks[0]?.status).toBe('done')
})

test('a second process on the same home is told of the first, and touches nothing', async () => {
  const home = await usedHome()
  const unlock = lockHome(home, '2026-11-23T09:00:00Z')
  onTestFinished(unlock)
  const before = stateOf(home.database)
  const { status, stderr } = await runLines(home, [{ ...booking, id: 'b2' }])
  expect(stderr).toBe(
    `Another Nightdesk (process ${process.pid}, started 2026-11-23T09:00:00Z) uses ${home.folder}. Stop it, or set NIGHTDESK_HOME to another folder.\n`,
  )
  expect(status).toBe(1)
  expect(stateOf(home.database)).toEqual(before)
})

test('the lock of a process that is gone is taken over', async () => {
  const home = await usedHome()
  writeFileSync(join(home.folder, 'lock'), JSON.stringify({ pid: 2 ** 30, since: '2026-11-20T09:00:00Z' }))
  const { status } = await runLines(home, [{ ...booking, id: 'b2', text: 'thanks!' }])
  expect(status).toBe(0)
})

test('a clock that goes back is refused by the line, and the next line goes on', async () => {
  const run = await runLines(tempHome(), [booking, tick('2026-11-23T08:00:00Z'), tick('2026-11-23T09:30:00Z')])
  expect(run.results[1]?.error).toEqual({
    code: 'CLOCK_WENT_BACK',
    message:
      '`at` is 2026-11-23T08:00:00Z, earlier than the line before (2026-11-23T09:00:00Z). Send the lines in order of time.',
  })
  expect(run.results[2]?.error).toBeUndefined()
  expect(run.status).toBe(1)
})
