import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WriteBuffer } from './buffer.ts'
import { openCheckpointFile } from './file.ts'
import { type CheckpointRow, prepare } from './rows.ts'

const rowOf = (thread: string, bytes: number): CheckpointRow => {
  const value = ['json', new Uint8Array(bytes)] as const
  return { thread, ns: '', id: '1', parent: null, body: value, metadata: value, changed: [] }
}

test('a full disk has its own code, loses nothing, and what waits is stored once there is room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'))
  const file = join(folder, 'checkpoints.db')
  const database = openCheckpointFile(file)
  const buffer = new WriteBuffer(database, prepare(database), { file, latestOnly: false, delayMs: 60_000 })
  const count = () => Number(database.prepare('SELECT count(*) AS n FROM checkpoints').get()?.n)
  database.exec('PRAGMA max_page_count = 20')
  buffer.add('small', { checkpoint: rowOf('small', 10) })
  buffer.add('big', { checkpoint: rowOf('big', 500_000) })
  expect(() => buffer.flush()).toThrow(expect.objectContaining({ code: 'DISK_FULL' }))
  expect(count()).toBe(0)
  buffer.flush('small')
  expect(count()).toBe(1)
  database.exec('PRAGMA max_page_count = 10000')
  buffer.flush()
  expect(count()).toBe(2)
  buffer.stop()
  database.close()
  rmSync(folder, { recursive: true })
})
