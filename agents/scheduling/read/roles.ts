import type { Request, Wish } from '../request.ts'
import type { Times } from './times.ts'

/** What each time in a text is for. */
export interface Roles {
  /** Where something shall be, or what window is asked about. */
  readonly when: Wish | null
  /** When the event that is meant is now. */
  readonly whichWhen: Wish | null
  readonly lengthMs: number | null
  readonly shiftMs: number | null
}

const TARGET = /\b(?:to|until|till|for|into|onto|instead|at)\s*(?:the |a |be |begin |start )*(?:at |on )?$/iu
const ONLY_TARGET = /\b(?:to|until|till|into|onto)\s*(?:the |a |be |begin |start )*(?:at |on )?$/iu
const EARLIER = /\b(?:earlier|forward|sooner|ahead|bring|up by)\b/iu
const OWNED = /\b(?:my|the|our|this|that|from|his|her|their|['’]s)\s*$/iu

/** Words that make a length a way to go rather than a duration ("instead of 4 hours"). */
const SHIFT =
  /\b(?:by|later|earlier|sooner|forward|back|late|push\w*|delay\w*|postpon\w*|bump\w*|shift\w*|tarde|retraso|retard|sp[aä]ter|versp[aä]t\w*)(?![\p{L}])/iu
/** Little words at the front of a time belong to what leads to it. */
const LEAD = /^(?:(?:for|to|until|till|at|on|from|the)\s+)+/iu

/** The text up to a time, its own little words included. */
const leadOf = (wish: Wish, text: string): string =>
  text.slice(0, (wish.span?.[0] ?? 0) + (LEAD.exec(wish.text)?.[0].length ?? 0))

/** Tells the times of a text apart by the words before them. */
export function rolesOf(kind: Request['kind'], text: string, times: Times): Roles {
  const { wishes, lengths } = times
  const lengthMs = lengths[0]?.lengthMs ?? null
  if (kind === 'move' || kind === 'late') return moveRoles(text, wishes, lengthMs)
  if (kind === 'cancel' || kind === 'update')
    return { when: null, whichWhen: wishes[0] ?? null, lengthMs, shiftMs: null }
  return { when: bestOf(wishes), whichWhen: null, lengthMs, shiftMs: null }
}

function moveRoles(text: string, wishes: readonly Wish[], lengthMs: number | null): Roles {
  const shifts = lengthMs !== null && SHIFT.test(text)
  const shiftMs = !shifts ? null : EARLIER.test(text) ? -lengthMs : lengthMs
  const [first, ...rest] = wishes
  if (!first) return { when: null, whichWhen: null, lengthMs: null, shiftMs }
  const split = rest.length === 0 ? fromTo(first, text) : null
  if (split) return { ...split, lengthMs: null, shiftMs: null }
  const before = (wish: Wish) => leadOf(wish, text)
  const target =
    wishes.findLast((wish) => ONLY_TARGET.test(before(wish))) ??
    (shiftMs === null ? wishes.slice(1).findLast((wish) => TARGET.test(before(wish))) : undefined) ??
    (shiftMs === null && (wishes.length > 1 || !OWNED.test(before(first))) ? wishes.at(-1) : undefined)
  const which = wishes.find((wish) => wish !== target) ?? null
  return { when: target ?? null, whichWhen: which, lengthMs: null, shiftMs: target ? null : shiftMs }
}

/** Another meeting that goes somewhere too. */
const AND_ANOTHER = /\band\s+(?:the|my|our)\s+\S.*\bto\b/isu

/** "The standup to 3pm, and the review to Thursday": two meetings, each with its own time. */
export function movesSeveral(text: string, wishes: readonly Wish[]): boolean {
  const targets = wishes.filter((wish) => ONLY_TARGET.test(leadOf(wish, text)))
  const [first, second] = targets
  if (!first?.span || !second?.span) return false
  return AND_ANOTHER.test(text.slice(first.span[1], second.span[1]))
}

/** "my 3pm to 4pm", "from 10 to 11" in a move is not a stretch but where it was and where it goes. */
function fromTo(wish: Wish, text: string): { when: Wish; whichWhen: Wish } | null {
  if (wish.kind !== 'range' || !wish.clocked || wish.partOfDay || !/\bto\b/iu.test(wish.text)) return null
  if (ONLY_TARGET.test(leadOf(wish, text))) return null
  return {
    whichWhen: { ...wish, kind: 'point', endMs: wish.startMs },
    when: { ...wish, kind: 'point', startMs: wish.endMs },
  }
}

/** The wish that says most: a day with a clock before a day, a day before a bare clock; alternatives side by side become one window. */
function bestOf(wishes: readonly Wish[]): Wish | null {
  const weight = (wish: Wish) => (wish.dated ? 2 : 0) + (wish.clocked ? 1 : 0)
  const [first, second] = wishes
  if (first && second && first.wholeDays && second.wholeDays && wishes.length === 2) {
    const span: Wish['span'] = first.span && second.span ? [first.span[0], second.span[1]] : null
    return {
      ...first,
      kind: 'range',
      text: `${first.text} or ${second.text}`,
      span,
      endMs: Math.max(first.endMs, second.endMs),
    }
  }
  return [...wishes].sort((a, b) => weight(b) - weight(a))[0] ?? null
}
