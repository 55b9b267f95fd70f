import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifyAudit } from '#desk/watch/audit.ts'
import { openSqlite } from '#store/sqlite.ts'
import { makeConversation } from '../harness/conversation.ts'
import { stateDifferences } from '../harness/kill.ts'
import { homeAfterCut, type Recording, record } from '../harness/power.ts'
import { Random } from '../harness/random.ts'
import { openDesk } from '../harness/runner.ts'
import { breachesIn, readOnly, stateOf } from '../harness/state.ts'
import { frameEnds } from '../harness/wal.ts'

const SEED = 39
const LINES = 24
/** Every so many commits one is played on to the end; all of them are looked at. */
const PLAYED_ON = 3
const TIME_LIMIT_MS = 900_000

/** What an acknowledged line promised and the disk does not have, in words. */
function broken(recording: Recording, database: string, acknowledged: number): string[] {
  return readOnly(database, (connection) => {
    const find = connection.prepare("SELECT state, result FROM inbound WHERE key LIKE '%:' || ?")
    return recording.lines.slice(0, acknowledged).flatMap(({ id, tick }) => {
      const row = tick ? undefined : find.get(id)
      if (tick) return []
      const kept = row?.state === 'done' ? JSON.parse(String(row.result)) : null
      const { tasks, reply } = recording.results.get(id) ?? {}
      return JSON.stringify([kept?.tasks, kept?.reply]) === JSON.stringify([tasks, reply]) ? [] : [`${id} is not there`]
    })
  })
}

test(
  'the power may fail at any byte of the log: what was acknowledged is there, and the rest is made good when sent again',
  async () => {
    const recording = await record((send) => makeConversation(new Random(SEED), LINES, send as never))
    expect(recording.safeBytes[0], 'the first result was given after a flush').toBeGreaterThan(0)
    const ends = frameEnds(recording.log)
    const commits = ends.filter((end) => end.commits)
    const safe = (offset: number) => recording.safeBytes.filter((bytes) => bytes <= offset).length
    let played = 0
    for (const [at, { offset, commits: isCommit }] of ends.entries()) {
      const cut = isCommit || at % 3 === 0 ? offset : offset - 1 - ((at * 911) % 4000)
      const acknowledged = safe(cut)
      const ahead = recording.checkpoints[acknowledged] ?? null
      const home = homeAfterCut(recording, cut, at % 2 === 0 ? ahead : null)
      const where = `cut at byte ${cut} of ${recording.log.length}, after line ${acknowledged}`
      if (acknowledged > 0) {
        const sql = openSqlite(home.database)
        expect((await verifyAudit(sql, home.auditKey, [])).problem, where).toBeNull()
        await sql.close()
        expect(broken(recording, home.database, acknowledged), where).toEqual([])
      }
      if (isCommit && commits.findIndex((one) => one.offset === offset) % PLAYED_ON === 0) {
        played++
        const again = homeAfterCut(recording, cut, at % 2 === 0 ? ahead : null)
        const desk = await openDesk(again)
        for (const line of recording.lines.slice(acknowledged)) await desk.send(line)
        await desk.close()
        expect(stateDifferences(recording.state, stateOf(again.database)), where).toEqual([])
        expect(breachesIn(again.database, Date.parse(recording.lines.at(-1)?.at ?? '')), where).toEqual([])
        rmSync(again.folder, { recursive: true })
      }
      rmSync(home.folder, { recursive: true })
    }
    process.stdout.write(`  ${ends.length} frames, ${commits.length} commits, ${played} played on to the end\n`)
    expect(played).toBeGreaterThan(10)
  },
  TIME_LIMIT_MS,
)
