import type { Policy } from './compile.ts'
import { inline } from './inline.ts'
import { isGroup } from './walk.ts'

/** What changed between two policies, defaults included, a line each: `crm.autonomy.owner: act_with_approval -> act`. */
export function diffPolicies(before: Policy, after: Policy): string[] {
  return changes('', before.file, after.file)
}

function changes(path: string, before: unknown, after: unknown): string[] {
  const [left, right] = [entriesOf(before), entriesOf(after)]
  if (!left || !right) {
    const [from, to] = [say(before), say(after)]
    return from === to ? [] : [`${path}: ${from} -> ${to}`]
  }
  const keys = [...new Set([...left.keys(), ...right.keys()])]
  return keys.flatMap((key) => changes(join(path, key), left.get(key), right.get(key)))
}

const say = (value: unknown): string => (value === undefined ? 'none' : inline(value))

/** Entries of a group by key, and of a list whose entries have ids by `[id]`; null for what is compared whole. */
function entriesOf(value: unknown): Map<string, unknown> | null {
  if (!isGroup(value)) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const named = value.filter((item) => isGroup(item) && typeof item.id === 'string')
  if (named.length < value.length || value.length === 0) return null
  return new Map(value.map((item) => [`[${item.id}]`, item]))
}

const join = (path: string, key: string): string =>
  path === '' || key.startsWith('[') ? `${path}${key}` : `${path}.${key}`
