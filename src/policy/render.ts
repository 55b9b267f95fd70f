import { z } from 'zod'
import { inline } from './inline.ts'
import { bare, defaultOf, isGroup, metaOf } from './walk.ts'

type Schema = z.core.$ZodType

/** Columns before the comments, and before the end of the line. */
const COMMENT_COLUMN = 44
const MAX_COLUMN = 118

/**
 * A group of keys as commented YAML: every key of the schema once, with the value given, else its default. An optional key
 * without a value becomes a comment that shows how it is written.
 */
export function render(schema: Schema, value: unknown, indent = ''): string[] {
  const group = bare(schema)
  if (!(group instanceof z.ZodObject)) return []
  return Object.entries(group.shape).flatMap(([key, child]) =>
    line(key, child, isGroup(value) ? value[key] : undefined, indent),
  )
}

function line(key: string, schema: Schema, given: unknown, indent: string): string[] {
  const { description, example } = metaOf(schema)
  const about = typeof description === 'string' ? description : ''
  const value = given ?? defaultOf(schema)
  const nested = value === undefined ? null : nestedLines(schema, value, `${indent}  `)
  if (nested) return [...commented(indent, `${key}:`, about), ...nested]
  if (value !== undefined) return commented(indent, `${key}: ${inline(value)}`, about)
  return commented(indent, `# ${key}: ${example === undefined ? '' : inline(example)}`.trimEnd(), about)
}

/** What stands under a key on lines of its own; null where the value stands beside the key. */
function nestedLines(schema: Schema, value: unknown, indent: string): string[] | null {
  const kind = bare(schema)
  if (kind instanceof z.ZodObject) return render(kind, value, indent)
  if (kind instanceof z.ZodArray && metaOf(kind.element).explained === true && Array.isArray(value))
    return value.flatMap((item, at) => entry(kind.element, item, at, indent))
  if (kind instanceof z.ZodRecord && bare(kind.valueType) instanceof z.ZodObject && isGroup(value)) {
    const entries = Object.entries(value)
    return entries.length === 0
      ? null
      : entries.map(([key, inner]) => `${indent}${inline({ [key]: inner }).slice(1, -1)}`)
  }
  return null
}

/** One entry of a list of groups; only the first is explained. */
function entry(schema: Schema, item: unknown, at: number, indent: string): string[] {
  if (at > 0) return [`${indent}- ${inline(item)}`]
  const [first = '', ...rest] = render(schema, item, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

/** A line with what it is about beside it, or above it where the line is long. */
function commented(indent: string, text: string, about: string): string[] {
  const line = `${indent}${text}`
  if (about === '') return [line]
  return line.length < COMMENT_COLUMN && COMMENT_COLUMN + about.length < MAX_COLUMN
    ? [`${line.padEnd(COMMENT_COLUMN)}# ${about}`]
    : [`${indent}# ${about}:`, line]
}
