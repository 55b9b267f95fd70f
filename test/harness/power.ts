import fs, { readFileSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Home, openHome } from '#app/home.ts'
import { tempFolder, tempHome } from './home.ts'
import type { Reference } from './kill.ts'
import { type Line, openDesk } from './runner.ts'
import { stateOf } from './state.ts'

const KEY_FILE = 'audit.key'

/** A play of which every moment can be gone back to. */
export interface Recording extends Reference {
  /** The file with the key of the audit chain. */
  keyFile: Buffer
  /** The database as it stood beside its log, which holds everything since. */
  database: Buffer
  log: Buffer
  /** For each line: how many bytes of the log were known to be on the disk when its result was given. */
  safeBytes: number[]
  /** The file of checkpoints after each line. */
  checkpoints: Buffer[]
}

/** Plays lines on a desk whose log is never taken into the database, and notes what the disk had promised at each result. */
export async function record(make: (send: (line: Line) => Promise<unknown>) => Promise<Line[]>): Promise<Recording> {
  const home = tempHome()
  const promised = watchDisk(`${home.database}-wal`)
  const desk = await openDesk(home)
  const { sql } = desk.runner.composition
  sql.connection.exec('PRAGMA wal_autocheckpoint = 0')
  const results: Reference['results'] = new Map()
  const safeBytes: number[] = []
  const checkpoints: Buffer[] = []
  const lines = await make(async (line) => {
    const result = await desk.send(line)
    results.set(line.id, { tasks: result.tasks, reply: result.reply })
    safeBytes.push(promised())
    checkpoints.push(readFileSync(home.checkpoints))
    return result
  })
  await sql.write(function* () {})
  const [database, log] = [readFileSync(home.database), readFileSync(`${home.database}-wal`)]
  await desk.close()
  const keyFile = readFileSync(join(home.folder, KEY_FILE))
  return { lines, results, state: stateOf(home.database), keyFile, database, log, safeBytes, checkpoints }
}

/**
 * Watches every flush of a file, waited for in place or not. The answer is the length that the last flush to have ended
 * had made safe.
 */
function watchDisk(file: string): () => number {
  const real = { later: fs.fdatasync, inPlace: fs.fdatasyncSync }
  let safe = 0
  const lengthOf = (handle: number): number =>
    fs.fstatSync(handle).ino === statSync(file).ino ? fs.fstatSync(handle).size : 0
  fs.fdatasync = Object.assign((handle: number, done: fs.NoParamCallback) => {
    const length = lengthOf(handle)
    real.later(handle, (error) => {
      safe = Math.max(safe, length)
      done(error)
    })
  }, real.later)
  fs.fdatasyncSync = (handle) => {
    real.inPlace(handle)
    safe = Math.max(safe, lengthOf(handle))
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    fs.fdatasync = real.later
    fs.fdatasyncSync = real.inPlace
    syncBuiltinESMExports()
  })
  return () => safe
}

/** A home as the power cut left it: the log ends at `offset`; checkpoints are of another moment, or gone. */
export function homeAfterCut({ database, log, keyFile }: Recording, offset: number, checkpoints: Buffer | null): Home {
  const folder = tempFolder('memory')
  writeFileSync(join(folder, KEY_FILE), keyFile)
  writeFileSync(join(folder, 'desk.db'), database)
  writeFileSync(join(folder, 'desk.db-wal'), log.subarray(0, offset))
  if (checkpoints) writeFileSync(join(folder, 'checkpoints.db'), checkpoints)
  return openHome(folder)
}
