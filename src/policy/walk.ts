import { z } from 'zod'

type Schema = z.core.$ZodType
export type Path = readonly (string | number)[]

/** What a schema is under its wrappers (default, optional). */
export function bare(schema: Schema): Schema {
  return schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? bare(schema.unwrap())
    : schema
}

/** The default as it would be written, or undefined where there is none. */
export function defaultOf(schema: Schema): unknown {
  if (schema instanceof z.ZodPrefault) return schema.def.defaultValue
  return schema instanceof z.ZodOptional ? defaultOf(schema.unwrap()) : undefined
}

/** What the key or the kind under it says of itself; the key's own words come first. */
export function metaOf(schema: Schema): Record<string, unknown> {
  const inner = schema === bare(schema) ? {} : metaOf(unwrapOnce(schema))
  return { ...inner, ...z.globalRegistry.get(schema) }
}

function unwrapOnce(schema: Schema): Schema {
  return schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? schema.unwrap()
    : schema
}

/** Schema of one key of a group, list or record; undefined where there is no such key. */
export function childOf(schema: Schema, key: string | number): Schema | undefined {
  const inner = bare(schema)
  if (inner instanceof z.ZodObject) return Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined
  if (inner instanceof z.ZodArray) return inner.element
  return inner instanceof z.ZodRecord ? inner.valueType : undefined
}

/** Schema at a path, or undefined where the path leaves the schema. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((at, key) => at && childOf(at, key), schema)
}

/** The closed set of keys a schema takes, or null where the team chooses them. */
export function keysOf(schema: Schema): string[] | null {
  const inner = bare(schema)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : null
}

/** Value at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isGroup(at) && Object.hasOwn(at, key) ? at[key] : undefined), value)
}

/** Visits every value that both the data and the schema have, the outermost first. */
export function visit(
  schema: Schema,
  value: unknown,
  see: (schema: Schema, value: unknown, path: Path) => void,
  path: Path = [],
): void {
  see(schema, value, path)
  if (!isGroup(value)) return
  for (const [name, inner] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name
    const child = childOf(schema, key)
    if (child) visit(child, inner, see, [...path, key])
  }
}

/** The data without keys that were left empty: `outreach:` with every line under it commented out means its defaults. */
export function withoutEmpty(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, at) => withoutEmpty(childOf(schema, at) ?? z.unknown(), item))
  if (!isGroup(value)) return value
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const child = childOf(schema, key)
    return child && inner === null ? [] : [[key, child ? withoutEmpty(child, inner) : inner] as const]
  })
  return Object.fromEntries(kept)
}

export function isGroup(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
