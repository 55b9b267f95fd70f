import { type Context, tokenAt } from './context.ts'

const MOVES = new Set(
  'move moves moved moving reschedule rescheduled rescheduling push pushed shift shifted postpone postponed change changed bring switch switched swap swapped verschieben verschiebe verlegen mueve mover cambia cambiar deplace deplacer reporter reporte'.split(
    ' ',
  ),
)

/** How far a verb may stand before the times it moves. */
const REACH = 20

/** "move my 3pm to 4:30" names two times, no range: a verb of moving stands before `index` in the same sentence. */
export function isMoving(context: Context, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const { text } = tokenAt(context, at)
    if (MOVES.has(text)) return true
    if (text === '!' || text === '?' || (text === '.' && !tokenAt(context, at + 1).glued)) return false
  }
  return false
}
