import { quoted } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import { canonical } from '#kernel/ids.ts'
import type { Principal } from '#kernel/principal.ts'
import type { FieldOp } from '#kernel/record.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import type { DeskContext } from '../context.ts'
import { actionContext } from './action-context.ts'
import { definitionOf } from './judge.ts'

type Args = ActionRow['args']
type Done = Pick<ActionRow, 'kind' | 'args' | 'before' | 'after'>

/** As much of what an action wrote as still stands; null for nothing. */
export function standingArgs({ kind, args, after }: Done, now: unknown): Args | null {
  const { standing } = definitionOf(kind)
  if (standing && now && after) return standing(args, after, now) as Args | null
  return contentOf(now) === contentOf(after) ? args : null
}

/** A change of fields with what is left of it when another one is taken off; null for nothing. */
export function lessOps(args: Args, off: Args): Args | null {
  const paths = new Set(opsOf(off).map(({ path }) => path))
  const ops = opsOf(args).filter(({ path }) => !paths.has(path))
  return ops.length === 0 ? null : { ...args, ops }
}

const opsOf = ({ ops }: Args): readonly FieldOp[] => (ops as FieldOp[] | undefined) ?? []

/** The three views of what somebody changed since: as it was, as we left it, as it is. */
export async function changedError(
  desk: DeskContext,
  principal: Principal,
  { kind, before, after }: Done,
  now: unknown,
  changed: Args,
): Promise<DeskError> {
  const context = await actionContext(desk, principal, [changed, now, before, after])
  const { sayImage } = definitionOf(kind)
  const say = (image: unknown): string =>
    image && sayImage ? sayImage(changed, image, context) : sayEvent(image, context.zone)
  return new DeskError('UNDO_CHANGED', { before: say(before), ours: say(after), now: say(now) })
}

/** A record without its version: one that was changed and changed back is as we left it. */
function contentOf(image: unknown): string {
  if (image === null || typeof image !== 'object') return canonical(image)
  const { version: _version, ...content } = image as { version?: unknown }
  return canonical(content)
}

/** The few fields of an event that a person compares, in words. */
function sayEvent(image: unknown, zone: string): string {
  if (image === null || image === undefined) return 'nothing'
  const event = image as { title?: string; start?: string; end?: string; status?: string; text?: string }
  if (event.start && event.end)
    return `${quoted(event.title ?? '')} ${event.start} to ${event.end}${event.status === 'cancelled' ? ', cancelled' : ''} (${zone})`
  return event.text ?? 'a record'
}
