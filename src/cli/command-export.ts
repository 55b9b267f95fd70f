import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Stores } from '#app/stores.ts'
import { systemClock } from '#app/system.ts'
import { auditLines } from './audit-lines.ts'
import { duplicateLines } from './duplicate-lines.ts'
import { fileProblem } from './files.ts'
import { existingHome, type HomeFlags, readingHome } from './home.ts'
import { type ExportKind, kindOf } from './kinds.ts'
import { write } from './ndjson.ts'

export interface ExportFlags extends HomeFlags {
  /** Records as newline-delimited JSON instead of the kind's own format. */
  json?: boolean
}

/** `nightdesk export KIND FILE|-`. @returns the exit status */
export async function exportFile(named: string, file: string, flags: ExportFlags): Promise<number> {
  const home = existingHome(flags.home)
  const kind = kindOf('export', named)
  return readingHome(home, flags, (stores) => put(pieces(stores, kind, flags.json === true), file))
}

async function* pieces({ sql, local }: Stores, kind: ExportKind, json: boolean): AsyncGenerator<string> {
  if (kind === 'audit') yield* auditLines(sql)
  else if (kind === 'duplicates') yield* duplicateLines(local.crm, json)
  else if (json) for (const record of (await local.records())[kind]) yield `${JSON.stringify(record)}\n`
  else yield* local.exporters[kind](systemClock.nowMs())
}

/** To standard output, or to a file that has its name only once it is whole. */
async function put(text: AsyncIterable<string>, file: string): Promise<number> {
  if (file === '-') {
    for await (const piece of text) await write(piece)
    return 0
  }
  const unfinished = `${file}.part`
  try {
    await pipeline(text, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw fileProblem('write', file, error)
  }
  return 0
}
