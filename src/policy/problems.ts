import type { z } from 'zod'
import { nearest } from './nearest.ts'
import { PolicyFile } from './schema.ts'
import { isGroup, keysOf, metaOf, type Path, schemaAt, valueAt } from './walk.ts'

/** One thing wrong with a policy, as a sentence without file and line. */
export interface Problem {
  path: Path
  /** The path names a key that should not be there, so its line is that of the key, not of the value. */
  atKey: boolean
  says: string
}

/** More than these are not told: nobody reads on, and each takes time. */
export const MAX_PROBLEMS = 100

type Issue = z.core.$ZodIssue

/** What the schema found, in sentences. A key that is missing because it is misspelt is told of once. */
export function problemsOf(issues: readonly Issue[], data: unknown): Problem[] {
  const meant = new Set<string>()
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, MAX_PROBLEMS).map((key) => unknownKey([...pathOf(issue), key], meant))
      : [],
  )
  const wrong = issues
    .filter((issue) => issue.code !== 'unrecognized_keys' && !meant.has(say(pathOf(issue))))
    .map((issue) => wrongValue(issue, pathOf(issue), data))
  return [...unknown, ...wrong]
}

const pathOf = (issue: Issue): Path => issue.path.filter((key) => typeof key !== 'symbol')

/** @param meant gets the key that was probably meant */
function unknownKey(path: Path, meant: Set<string>): Problem {
  const key = String(path.at(-1))
  const group = path.slice(0, -1)
  const siblings = keysOf(schemaAt(PolicyFile, group) ?? PolicyFile) ?? []
  const near = nearest(key, siblings)
  if (near) meant.add(say([...group, near]))
  const home = near === null ? homeOf(key) : null
  const hint = near
    ? `; did you mean \`${near}\`?`
    : home
      ? `; it belongs under \`${home}\``
      : `; known here: ${siblings.join(', ')}`
  return { path, atKey: true, says: `\`${say(path)}\` is not a key of the policy${hint}` }
}

/** The one group that has this very key, where there is just one. */
function homeOf(key: string): string | null {
  const homes = [[], ...Object.keys(PolicyFile.shape).flatMap((section) => groupsUnder([section]))].filter((path) =>
    keysOf(schemaAt(PolicyFile, path) ?? PolicyFile)?.includes(key),
  )
  return homes.length === 1 && homes[0] ? say(homes[0]) || 'the top' : null
}

function groupsUnder(path: string[]): string[][] {
  const schema = schemaAt(PolicyFile, path)
  const keys = schema && keysOf(schema)
  return keys ? [path, ...keys.flatMap((key) => groupsUnder([...path, key]))] : []
}

function wrongValue(issue: Issue, path: Path, data: unknown): Problem {
  const value = valueAt(data, path)
  const name = `\`${say(path, data)}\``
  if (issue.code === 'invalid_key')
    return { path, atKey: true, says: `${name}: this name must be ${issue.issues[0]?.message}` }
  if (issue.code === 'custom' && issue.params?.key)
    return { path, atKey: true, says: `${name} must be part of ${issue.message}` }
  if (issue.code === 'custom' && issue.params?.sentence) return { path, atKey: false, says: `${name} ${issue.message}` }
  if (value === undefined)
    return { path, atKey: false, says: `\`${say(path, data)}\` is missing; it must be ${issue.message}` }
  const found = isGroup(value) && issue.code === 'custom' ? '' : isPersonal(path) ? '' : `, not ${show(value)}`
  const near = typeof value === 'string' ? nearest(value, wordsOf(issue, path)) : null
  return {
    path,
    atKey: false,
    says: `${name} must be ${issue.message}${found}${near ? `; did you mean \`${near}\`?` : ''}`,
  }
}

/** The words that would have been right. */
function wordsOf(issue: Issue, path: Path): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  const schema = schemaAt(PolicyFile, path)
  const words = schema && metaOf(schema).words
  return typeof words === 'function' ? words() : []
}

/** Values under these keys are not repeated in messages, which may end in a log. */
const PERSONAL = new Set(['email', 'slack', 'discord', 'discord_role', 'whatsapp', 'vip', 'postal_address'])
const isPersonal = (path: Path): boolean => path.some((key) => PERSONAL.has(String(key)))

/** `people[mia].timezone`, `crm.approve_if[2]`: entries of a list by their id, else by their place from 0. */
export function say(path: Path, data?: unknown): string {
  return path.reduce<string>((said, key, at) => {
    if (typeof key !== 'number') return said === '' ? key : `${said}.${key}`
    const id = valueAt(data, [...path.slice(0, at + 1), 'id'])
    return `${said}[${typeof id === 'string' && path.at(-1) !== 'id' ? id : key}]`
  }, '')
}

function show(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  const text = typeof value === 'string' ? `"${value}"` : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text
}
