import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from './problems.ts'
import { PolicyFile } from './schema.ts'
import { isGroup, withoutEmpty } from './walk.ts'

const MAX_BYTES = 1024 * 1024
/** A policy has no need of aliases; a few are let through, a bomb of them is not. */
const MAX_ALIASES = 100

/** A sentence and the line it is about. */
export interface Located {
  line: number
  says: string
}

export type Read = { data: unknown; lineOf: (problem: Problem) => number } | { faults: Located[] }

/** Plain data of a YAML 1.2 (or JSON) text, with the lines things stand on, or why it is none. Never throws. */
export function readYaml(text: string): Read {
  if (Buffer.byteLength(text) > MAX_BYTES) return fault('the file is larger than 1 MB, which is no policy')
  try {
    return readDocument(text)
  } catch (error) {
    if (error instanceof RangeError) return fault('the file is nested too deeply')
    if (error instanceof ReferenceError) return fault(`an alias (*name) cannot be followed: ${error.message}`)
    throw error
  }
}

/** @throws RangeError (nesting), ReferenceError (aliases) */
function readDocument(text: string): Read {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  })
  const line = (offset: number): number => lines.linePos(offset).line
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    return { line: line(pos[0]), says: FAULTS[code] ?? `this is not YAML: ${message}` }
  })
  const twice = repeatedKeys(document).map(({ key, offset }) => {
    return { line: line(offset), says: `\`${key}\` stands twice in the same group; only one of them can hold` }
  })
  if (faults.length + twice.length > 0) return { faults: [...faults, ...twice] }
  const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
  return isGroup(data) && !Array.isArray(data)
    ? { data: withoutEmpty(PolicyFile, data), lineOf: (problem) => line(offsetOf(document, problem)) }
    : fault('the file must hold `key: value` lines, beginning with `version: 1`')
}

const FAULTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'this line begins with a tab; indent with spaces',
  MULTIPLE_DOCS: 'the file must be one document, so `---` may stand only at its top',
  TAG_RESOLVE_FAILED: 'a tag (!name) means nothing here',
}

const fault = (says: string): Read => ({ faults: [{ line: 1, says }] })

/** Keys that their group already had. (The parser's own check takes time with the square of the keys.) */
function repeatedKeys(document: Document.Parsed): { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = []
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = nameOf(key)
        if (seen.has(name) && isScalar(key)) found.push({ key: name, offset: key.range?.[0] ?? 0 })
        seen.add(name)
      }
    },
  })
  return found
}

/** Where the value, or its key, or the nearest group around it begins. */
function offsetOf(document: Document.Parsed, { path, atKey }: Problem): number {
  const group = path.length > 0 ? document.getIn(path.slice(0, -1), true) : null
  const pair = isMap(group) ? group.items.find((item) => nameOf(item.key) === String(path.at(-1))) : undefined
  if (atKey && isScalar(pair?.key) && pair.key.range) return pair.key.range[0]
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isGroup(node) && Array.isArray(node.range)) return Number(node.range[0])
  }
  return 0
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key)
