import type { ActionContext } from '#kernel/actions/definition.ts'
import { cleanText, sayWho } from '#kernel/display.ts'
import type { FieldOp, RecordKind } from '#kernel/record.ts'
import { type ActionRow, actionsOn } from '#store/actions/action-rows.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { actionContext } from '../act/action-context.ts'
import { definitionOf } from '../act/judge.ts'
import { isUndo } from '../act/undo.ts'
import type { DeskContext } from '../context.ts'
import { type ChangeLine, changeLines } from './change-lines.ts'
import { undoUntilMs } from './undo-window.ts'
import { principalOf, type Viewer } from './viewer.ts'

/** Something the desk did to a record. */
export interface HistoryEntry {
  action: string
  /** `Set Web shop's stage to won (was proposal)`. */
  sentence: string
  atMs: number
  /** Who asked for it. */
  who: string
  /** Who said yes, where somebody was asked. */
  approved: string | null
  /** Words that the whole of it came from. */
  from: string | null
  /** Field by field, of a change. */
  changes: Omit<ChangeLine, 'ops'>[]
  undone: boolean
  undoUntilMs: number | null
}

const MOST = 100
const LONGEST_WORDS = 300

/** What the desk did to a record, newest first; what undid something is not listed, the undone says so. */
export async function recordHistory(
  desk: DeskContext,
  kind: RecordKind,
  id: string,
  viewer: Viewer,
): Promise<HistoryEntry[]> {
  const rows = await desk.sql.read(function* () {
    const done = (yield* actionsOn(id)).filter((one) => one.kind.startsWith(`${kind}.`) && !isUndo(one))
    const found = []
    for (const action of done.slice(-MOST).reverse())
      found.push({ action, task: yield* taskById(action.task), flag: yield* flagOf(action.task) })
    return found
  })
  const context = await actionContext(desk, principalOf(viewer), [
    rows.map(({ action }) => [action.args, action.before]),
  ])
  return rows.map((row) => entryOf(kind, row, viewer, context))
}

function entryOf(
  kind: RecordKind,
  { action, task, flag }: { action: ActionRow; task: TaskRow | undefined; flag: FlagRow | undefined },
  viewer: Viewer,
  context: ActionContext,
): HistoryEntry {
  const { args, before, status, performedMs } = action
  const sentence = definitionOf(action.kind).say(args, before, 'done', context)
  return {
    action: action.id,
    sentence: cleanText(sentence, { oneLine: true }),
    atMs: performedMs ?? 0,
    who: task ? sayWho(task.task.principal) : context.nameOf(action.principal),
    approved: flag?.verb === 'approve' || flag?.verb === 'edit' ? flag.decidedBy : null,
    from: wordsOf(args.from ?? task?.task.text),
    changes: Array.isArray(args.ops)
      ? changeLines(kind, args.ops as FieldOp[], imageOf(action), context).map(({ ops: _ops, ...line }) => ({
          ...line,
          from: wordsOf(line.from),
        }))
      : [],
    undone: status === 'undone',
    undoUntilMs: undoUntilMs(action, viewer, context.nowMs),
  }
}

/** The record before a change; of a merge, the one that was kept. */
function imageOf({ before }: Pick<ActionRow, 'before'>): Readonly<Record<string, unknown>> | null {
  const image = before as Record<string, unknown> | null
  return (image?.winner as Record<string, unknown> | undefined) ?? image
}

const wordsOf = (words: unknown): string | null =>
  typeof words === 'string' && words.trim() !== ''
    ? cleanText(words, { oneLine: true, maxLength: LONGEST_WORDS })
    : null
