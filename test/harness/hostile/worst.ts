import fc from 'fast-check'
import { z } from 'zod'
import { hostileNumber, hostileText, KEYS } from './words.ts'

/** The part of JSON Schema that our schemas come to. */
interface Node {
  $ref?: string
  $defs?: Record<string, Node>
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Node[]
  oneOf?: readonly Node[]
  allOf?: readonly Node[]
  type?: string | readonly string[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Node
  prefixItems?: readonly Node[]
  properties?: Record<string, Node>
  required?: readonly string[]
  additionalProperties?: Node | boolean
}

/** How deep an answer follows a schema that names itself. */
const DEEPEST = 4
const MOST_ITEMS = 5

/** What to put into fields of some names, beside what their schema says: the shape alone does not know what is meant. */
export type Meant = Readonly<Record<string, fc.Arbitrary<unknown>>>

interface Root {
  schema: Node
  meant: Meant
  text: fc.Arbitrary<string>
}

/** Names of a record's fields, and names that had better be none. */
const PATHS = ['name', 'owner', 'stage', 'status', 'amountMinor', 'emails', 'custom.Tier', 'text', 'done', 'override']
const real = ['2026-11-24T15:00:00Z', '2026-11-24', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z']
/** Now and then a moment that there is not. */
const moment = fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...real) }, fc.constant('2026-02-30'))
const rules = ['FREQ=WEEKLY', 'FREQ=DAILY;COUNT=1', 'FREQ=HOURLY;INTERVAL=1', 'FREQ=YEARLY;BYMONTH=12']
const rule = fc.oneof({ weight: 30, arbitrary: fc.constantFrom(null, ...rules) }, hostileText)
const MEANT: Meant = {
  path: fc.constantFrom(...PATHS, 'custom.__proto__', 'custom.constructor', '__proto__', 'version'),
  start: moment,
  end: moment,
  leftOut: fc.array(moment, { maxLength: 2 }),
  added: fc.array(moment, { maxLength: 2 }),
  recurrence: rule,
}

/**
 * Answers of the shape a schema asks for, made of the worst it lets through: hostile words, huge numbers, other people's
 * ids and addresses, fields nobody asked for. Nearly all of them pass the schema; what it refines beyond its shape may not.
 */
export function worstOf(schema: z.ZodType, meant: Meant = {}, pieces?: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return worstOfShape(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), meant, pieces)
}

/** The same for a shape as JSON Schema has it. `pieces`: what half of the texts are taken from. */
export function worstOfShape(shape: object, meant: Meant = {}, pieces?: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const text = pieces ? fc.oneof(pieces, hostileText) : hostileText
  const root = { schema: shape as Node, meant: { ...MEANT, ...meant }, text }
  return worst(root.schema, root, 0)
}

function worst(node: Node, root: Root, depth: number): fc.Arbitrary<unknown> {
  if (node.$ref !== undefined)
    return depth > DEEPEST ? fc.constant(null) : worst(namedIn(root.schema, node.$ref), root, depth + 1)
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  const ways = node.anyOf ?? node.oneOf
  if (ways) return fc.oneof(...ways.map((way) => worst(way, root, depth)))
  if (node.allOf) return worst(Object.assign({}, ...node.allOf) as Node, root, depth)
  const types = [node.type ?? 'anything'].flat()
  return fc.oneof(...types.map((type) => worstOfType(type, node, root, depth)))
}

function worstOfType(type: string, node: Node, root: Root, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return worstText(node, root.text)
    case 'number':
    case 'integer':
      return hostileNumber.map((one) => within(type === 'integer' ? Math.trunc(one) : one, node))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return worstList(node, root, depth)
    case 'object':
      return worstRecord(node, root, depth)
    default:
      return anyJson
  }
}

function worstText({ pattern, format, minLength = 0, maxLength = 100_000 }: Node, words: fc.Arbitrary<string>) {
  const fit = (text: string) => text.padEnd(minLength, 'z').slice(0, maxLength)
  if (format === 'email') return fc.constantFrom('mallory@zzplant.example', 'bruno@halden.example')
  if (format === 'uri') return fc.constantFrom('https://zz.example/x', 'javascript:zz()', 'http://169.254.169.254/')
  if (pattern === undefined) return words.map(fit)
  // Now and then what the pattern forbids.
  return fc.oneof(
    { weight: 9, arbitrary: fc.stringMatching(new RegExp(pattern)) },
    { weight: 1, arbitrary: hostileText },
  )
}

const within = (value: number, { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: Node): number =>
  Math.min(maximum, Math.max(minimum, value))

function worstList(node: Node, root: Root, depth: number): fc.Arbitrary<unknown> {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items, prefixItems } = node
  if (prefixItems) return fc.tuple(...prefixItems.map((one) => worst(one, root, depth + 1)))
  const item = items ? worst(items, root, depth + 1) : anyJson
  const maxLength = Math.max(minItems, Math.min(maxItems, MOST_ITEMS))
  return fc.array(item, { minLength: minItems, maxLength })
}

/** Every field there is, most of the optional ones, and fields that nobody asked for. */
function worstRecord(node: Node, root: Root, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = node
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, root.meant[name] ?? worst(field, root, depth + 1)]),
  )
  const known = fc.record(fields, { requiredKeys: [...required] as never[] })
  const more = typeof additionalProperties === 'object' ? worst(additionalProperties, root, depth + 1) : anyJson
  const unasked = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS, 'admin', 'roles', 'tier'), hostileText), more, {
    maxKeys: 3,
  })
  const isStrict = additionalProperties === false
  return isStrict ? known : fc.tuple(known, unasked).map(([all, beside]) => ownFields({ ...beside }, all))
}

/** Fields as `JSON.parse` makes them: `__proto__` is a field like any other. */
function ownFields(...parts: readonly object[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, value] of parts.flatMap((part) => Object.entries(part)))
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
  return made
}

const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(null, true, [], {}),
  fc.array(hostileText, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...KEYS, 'id', 'total', 'by', 'band'), hostileText, { maxKeys: 3 }),
)

const namedIn = (root: Node, ref: string): Node =>
  ref === '#' ? root : (root.$defs?.[ref.replace('#/$defs/', '')] ?? {})

/** How many levels of nothing an answer of deep nesting has. */
const NESTED = 20_000

/** A value so deep that whoever walks it by recursion falls. */
export function nested(depth = NESTED): unknown {
  let value: unknown = 'zz'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { in: value }
  return value
}

/** Answers that are not of the asked shape: nearly right, prose, fenced, cut off, or anything at all. */
export function garbageOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.tuple(worstOf(schema), fc.nat(), anyJson).map(([value, at, other]) => bent(value, at, other)),
    worstOf(schema).map((value) => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``),
    worstOf(schema).map((value) => [value]),
    fc.tuple(worstOf(schema), fc.nat(40)).map(([value, cut]) => JSON.stringify(value)?.slice(0, -cut)),
    fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
    hostileText,
  )
}

/** A value with another one in the place of one of its fields. */
function bent(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other
  const names = Object.keys(value)
  const name = names[at % Math.max(1, names.length)]
  if (name === undefined) return other
  const rest = Object.entries(value).filter(([one]) => one !== name)
  return ownFields(Object.fromEntries(rest), { [name]: other })
}

/** Pieces of a message, so that what has to stand in it does: its worst answer looks like a good one. */
export function piecesOf(text: string): fc.Arbitrary<string> {
  const words = text.split(/(?<=\s)/)
  return fc.tuple(fc.nat(Math.max(0, words.length - 1)), fc.integer({ min: 1, max: 8 })).map(
    ([from, count]) =>
      words
        .slice(from, from + count)
        .join('')
        .trim() || text,
  )
}
