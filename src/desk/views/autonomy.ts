import { ACTIONS } from '#kernel/actions/catalogue.ts'
import type { Level, Policy } from '#policy/policy.ts'
import { sectionsOf } from '#policy/scope.ts'
import type { AutonomyOf } from '#ports/channel.ts'

/** From what is done alone to what never is. */
const FROM_FREE: readonly Level[] = ['act', 'act_with_approval', 'suggest', 'never']

/** How far the desk goes alone by a policy: of every section that governs something the desk can do. */
export function autonomyView({ file }: Pick<Policy, 'file'>): AutonomyOf[] {
  const governing = new Set([...ACTIONS.keys()].flatMap((kind) => sectionsOf(kind, { party: 'internal', touches: [] })))
  return Object.entries(file).flatMap(([section, lines]) => {
    if (!governing.has(section) || !hasAutonomy(lines)) return []
    const given = Object.entries(lines.autonomy)
    const levels = FROM_FREE.map((level) => ({
      level,
      what: given.flatMap(([what, at]) => (at === level ? what : [])),
    }))
    return { section, levels: levels.filter(({ what }) => what.length > 0) }
  })
}

const hasAutonomy = (lines: unknown): lines is { autonomy: Readonly<Record<string, Level>> } =>
  typeof lines === 'object' && lines !== null && 'autonomy' in lines
