import { nearest } from './nearest.ts'
import { type Problem, say } from './problems.ts'
import { PolicyFile } from './schema.ts'
import { defaultOf, isGroup, metaOf, type Path, schemaAt, valueAt, visit } from './walk.ts'

/*
 * What only the whole file shows. These look at the data as it was written, so that they speak up even where the schema has
 * found something else.
 */

/** Everything wrong between the lines of a file. */
export function crossProblems(data: unknown): Problem[] {
  return [...strangers(data), ...repeated(data), ...unnamed(data), ...ownBackup(data), ...unreachable(data)]
}

/** People who are named and are not there. */
function strangers(data: unknown): Problem[] {
  const people = listAt(data, ['people']).map((one) => textAt(one, ['id']))
  const ids = people.filter((id) => id !== null)
  const found: Problem[] = []
  visit(PolicyFile, data, (schema, value, path) => {
    const { refersTo, or } = metaOf(schema)
    if (refersTo !== 'person' || typeof value !== 'string') return
    const known = [...ids, ...(Array.isArray(or) ? or.map(String) : [])]
    if (!known.includes(value)) found.push(missing(data, path, value, 'nobody under `people` has that id', known))
  })
  return found
}

/** Keys that no two entries of a list may share. */
const UNIQUE = { people: ['id', 'email', 'slack', 'discord', 'whatsapp'], rules: ['id'] }

function repeated(data: unknown): Problem[] {
  return Object.entries(UNIQUE).flatMap(([list, keys]) =>
    keys.flatMap((key) => {
      const seen = new Set<string>()
      return listAt(data, [list]).flatMap((item, at): Problem[] => {
        const value = textAt(item, [key])?.toLowerCase()
        if (value === undefined || !seen.has(value)) {
          if (value !== undefined) seen.add(value)
          return []
        }
        const path = [list, at, key]
        const what = key === 'id' ? `the id "${value}"` : `this ${key}`
        return [{ path, atKey: false, says: `\`${say(path)}\` gives ${what} a second time; every one must be its own` }]
      })
    }),
  )
}

/** Stages and meeting types that are named and are not there. */
function unnamed(data: unknown): Problem[] {
  const stages = namesOf(['crm', 'stages'], data)
  const types = namesOf(['scheduling', 'meeting_types'], data)
  const required = Object.keys(groupAt(data, ['crm', 'required']))
  const pages = Object.entries(groupAt(data, ['booking', 'pages']))
  return [
    ...required
      .filter((stage) => !stages.includes(stage))
      .map((stage) => missing(data, ['crm', 'required', stage], stage, '`crm.stages` has no such stage', stages, true)),
    ...pages.flatMap(([slug, page]) =>
      listAt(page, ['types']).flatMap((type, at) => {
        const path = ['booking', 'pages', slug, 'types', at]
        return typeof type !== 'string' || types.includes(type)
          ? []
          : [missing(data, path, type, '`scheduling.meeting_types` has no such type', types)]
      }),
    ),
  ]
}

function ownBackup(data: unknown): Problem[] {
  return listAt(data, ['people']).flatMap((one, at): Problem[] => {
    const [id, backup] = [textAt(one, ['id']), textAt(one, ['backup'])]
    if (id === null || id !== backup) return []
    const path = ['people', at, 'backup']
    return [{ path, atKey: false, says: `\`${say(path, data)}\` must be somebody else` }]
  })
}

/** Lines of the routing that come after the one that takes everything. */
function unreachable(data: unknown): Problem[] {
  const routes = listAt(data, ['leads', 'routing'])
  const last = routes.findIndex((route) => textAt(route, ['else']) !== null)
  if (last < 0 || last === routes.length - 1) return []
  const path = ['leads', 'routing', last + 1]
  return [{ path, atKey: false, says: `\`${say(path)}\` is never reached; the \`else\` line must be the last` }]
}

function missing(
  data: unknown,
  path: Path,
  name: string,
  why: string,
  known: readonly string[],
  atKey = false,
): Problem {
  const near = nearest(name, known)
  const hint = near ? `did you mean \`${near}\`?` : `known: ${known.join(', ') || 'none'}`
  return { path, atKey, says: `\`${say(path, data)}\` names "${name}", and ${why}; ${hint}` }
}

/** Entries of a list or keys of a group, as written or by default. */
function namesOf(path: Path, data: unknown): string[] {
  const schema = schemaAt(PolicyFile, path)
  const value = valueAt(data, path) ?? (schema && defaultOf(schema))
  return Array.isArray(value) ? value.map(String) : isGroup(value) ? Object.keys(value) : []
}

function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path)
  return Array.isArray(value) ? value : []
}

function groupAt(data: unknown, path: Path): Record<string, unknown> {
  const value = valueAt(data, path)
  return isGroup(value) && !Array.isArray(value) ? value : {}
}

function textAt(data: unknown, path: Path): string | null {
  const value = valueAt(data, path)
  return typeof value === 'string' ? value : null
}
