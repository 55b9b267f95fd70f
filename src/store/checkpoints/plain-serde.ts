import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint'

type Serde = BaseCheckpointSaver['serde']

/**
 * LangGraph's serializer behind a guard. On its own it answers one BigInt by replacing the whole checkpoint with
 * "[unable to serialize]" and gives a Date back as text, both without an error; here either throws before it is stored.
 * @throws TypeError naming the path of the value that is not plain JSON
 */
export function plainJsonSerde(inner: Serde): Serde {
  return {
    async dumpsTyped(value) {
      assertPlain(value, 'value', new Set())
      return inner.dumpsTyped(value)
    },
    loadsTyped: (type, data) => inner.loadsTyped(type, data),
  }
}

function assertPlain(value: unknown, path: string, above: Set<object>): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return
    case 'number':
      if (!Number.isFinite(value)) refuse(path, String(value))
      return
    case 'object':
      if (value !== null) assertPlainObject(value, path, above)
      return
    default:
      refuse(path, `a ${typeof value}`)
  }
}

function assertPlainObject(value: object, path: string, above: Set<object>): void {
  if (above.has(value)) refuse(path, 'a reference to an object that contains it')
  if (!Array.isArray(value) && !isPlain(value)) refuse(path, `an instance of ${value.constructor.name}`)
  above.add(value)
  for (const [key, inner] of Object.entries(value)) assertPlain(inner, `${path}.${key}`, above)
  above.delete(value)
}

/** Plain objects, and the few classes of LangGraph that it reads back itself (Send, DeltaSnapshot, ...). */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || 'lg_name' in value
}

function refuse(path: string, found: string): never {
  throw new TypeError(`A checkpoint holds plain JSON only, but ${path} is ${found}. Keep an id or a text in the state.`)
}
