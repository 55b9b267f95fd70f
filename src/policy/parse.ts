import { createHash } from 'node:crypto'
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { DeskError } from '#kernel/errors.ts'
import { crossProblems } from './checks.ts'
import { type Policy, policyOf } from './compile.ts'
import { type Problem, problemsOf } from './problems.ts'
import { PolicyFile } from './schema.ts'
import { isGroup, type Path, withoutEmpty } from './walk.ts'

const MAX_BYTES = 1024 * 1024
/** A policy has no need of aliases; a few are let through, a bomb of them is not. */
const MAX_ALIASES = 100

/** Short name of a policy's exact text: on every task and audit row. */
export function policyVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/**
 * Reads a policy from YAML 1.2 (or JSON).
 * @throws DeskError POLICY_INVALID: the first problem in the message, all others a line each in `details.more`.
 */
export function parsePolicy(text: string, { file }: { file: string }): Policy {
  const { data, lineOf } = read(text, file)
  const parsed = PolicyFile.safeParse(data)
  const problems = [...(parsed.success ? [] : problemsOf(parsed.error.issues, data)), ...crossProblems(data)]
  const located = problems
    .map((problem) => ({ line: lineOf(problem), says: problem.says }))
    .sort((a, b) => a.line - b.line)
  if (!parsed.success || located.length > 0) refuse(file, located)
  return policyOf(parsed.data, { file, version: policyVersion(text), given: data })
}

interface Located {
  line: number
  says: string
}

function read(text: string, file: string): { data: unknown; lineOf: (problem: Problem) => number } {
  if (Buffer.byteLength(text) > MAX_BYTES)
    refuse(file, [{ line: 1, says: 'the file is larger than 1 MB, which is no policy' }])
  const lines = new LineCounter()
  const document = parseYaml(text, lines, file)
  const faults = [...document.errors, ...document.warnings].map((fault) => {
    return { line: lines.linePos(fault.pos[0]).line, says: sayFault(fault.code, fault.message) }
  })
  const twice = repeatedKeys(document).map((offset) => ({ line: lines.linePos(offset).line, says: TWICE }))
  if (faults.length + twice.length > 0) refuse(file, [...faults, ...twice])
  const data = plain(document, file)
  if (!isGroup(data) || Array.isArray(data))
    refuse(file, [{ line: 1, says: 'the file must hold `key: value` lines, beginning with `version: 1`' }])
  return { data: withoutEmpty(PolicyFile, data), lineOf: (problem) => lines.linePos(offsetOf(document, problem)).line }
}

function parseYaml(text: string, lineCounter: LineCounter, file: string): Document.Parsed {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    })
  } catch (error) {
    if (error instanceof RangeError) refuse(file, [{ line: 1, says: 'the file is nested too deeply' }])
    throw error
  }
}

function plain(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError)
      refuse(file, [{ line: 1, says: `aliases (*name) cannot be followed here: ${error.message}` }])
    if (error instanceof RangeError) refuse(file, [{ line: 1, says: 'the file is nested too deeply' }])
    throw error
  }
}

const TWICE = 'this key stands twice in the same group; only one of them can hold'

/** Where keys begin that their group already had. (The parser's own check takes time with the square of the keys.) */
function repeatedKeys(document: Document.Parsed): number[] {
  const found: number[] = []
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (seen.has(keyOf(key)) && isScalar(key)) found.push(key.range?.[0] ?? 0)
        seen.add(keyOf(key))
      }
    },
  })
  return found
}

const FAULTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'this line begins with a tab; indent with spaces',
  MULTIPLE_DOCS: 'the file must be one document, so `---` may stand only at its top',
  TAG_RESOLVE_FAILED: 'a tag (!name) means nothing here',
}

function sayFault(code: string, message: string): string {
  return FAULTS[code] ?? `this is not YAML: ${message}`
}

/** Where the value, or its key, or the nearest group around it begins. */
function offsetOf(document: Document.Parsed, { path, atKey }: Problem): number {
  const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : null
  const pair = isMap(parent) ? parent.items.find((item) => keyOf(item.key) === String(path.at(-1))) : undefined
  if (atKey && pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length) as Path, true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0])
  }
  return 0
}

const keyOf = (key: unknown): string => String(isScalar(key) ? key.value : key)

function refuse(file: string, problems: readonly Located[]): never {
  const [first, ...rest] = problems.map(({ line, says }) => `${file}, line ${line}: ${says}.`.replace(/\?\.$/, '?'))
  throw new DeskError('POLICY_INVALID', { problem: first ?? `${file} cannot be read.`, file, more: rest.join('\n') })
}
