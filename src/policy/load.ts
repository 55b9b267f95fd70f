import { type FSWatcher, readFileSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DeskError } from '#kernel/errors.ts'
import type { Policy } from './compile.ts'
import { type Beside, isListName } from './lists.ts'
import { parsePolicy, policyVersion } from './parse.ts'

/** Editors save in several steps (truncate, write, rename); after the last of them the file is read once. */
const SETTLE_MS = 150

/**
 * Reads a policy file.
 * @throws DeskError POLICY_UNREADABLE, POLICY_INVALID
 */
export function loadPolicy(file: string): Policy {
  return parsePolicy(textOf(file), { file, beside: besideOf(file) })
}

export interface PolicyWatcher {
  stop(): void
}

/**
 * Tells of every new text of a policy file, and of the lists it names: a good one as a policy, a bad one as an error (keep the policy you have). The
 * folder is watched, not the file, because many editors replace it. Nothing is told of the text the file has at the start.
 */
export function watchPolicy(
  file: string,
  { onGood, onBad }: { onGood: (policy: Policy) => void; onBad: (error: DeskError) => void },
): PolicyWatcher {
  let seen = read(file).version
  let settling: NodeJS.Timeout | undefined

  const look = (): void => {
    const now = read(file)
    if (now.version === seen) return
    seen = now.version
    if (now.policy instanceof DeskError) onBad(now.policy)
    else onGood(now.policy)
  }
  const watcher = watched(dirname(file), (name) => {
    if (name !== null && name !== basename(file) && !isListName(name)) return
    clearTimeout(settling)
    settling = setTimeout(look, SETTLE_MS)
  })
  watcher?.on('error', (error) => onBad(unreadable(file, error)))
  if (!watcher) onBad(new DeskError('POLICY_UNREADABLE', { file, problem: UNWATCHED }))

  return {
    stop() {
      clearTimeout(settling)
      watcher?.close()
    },
  }
}

const UNWATCHED = 'its folder cannot be watched for changes; restart the desk after you change it'

/** Null where the system has no watch to give. */
function watched(folder: string, changed: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false }, (_event, name) => changed(name))
  } catch {
    return null
  }
}

/** The file as it stands; a file that cannot be read has the version null. */
function read(file: string): { version: string | null; policy: Policy | DeskError } {
  let version: string | null = null
  try {
    const text = textOf(file)
    const beside = besideOf(file)
    version = policyVersion(text, beside)
    return { version, policy: parsePolicy(text, { file, beside }) }
  } catch (error) {
    if (error instanceof DeskError) return { version, policy: error }
    throw error
  }
}

/** The lists that lie in the folder of a policy. */
const besideOf =
  (file: string): Beside =>
  (name) => {
    if (!isListName(name)) return null
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(dirname(file), name)))
    } catch {
      return null
    }
  }

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    throw unreadable(file, error)
  }
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text; save it as UTF-8',
}

function unreadable(file: string, cause: unknown): DeskError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return new DeskError('POLICY_UNREADABLE', { file, problem: PROBLEMS[code] ?? (code || 'unknown') }, { cause })
}
