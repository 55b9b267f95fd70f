import type { Context } from './context.ts'
import type { Found } from './found.ts'
import { at } from './tokens.ts'

/**
 * Bookkeepers write losses in brackets. A full amount alone in brackets is negative where it is the whole of its cell: at the
 * start of the text or after ":", "=" or "|", with nothing behind it. "The fee ($500)" is an aside.
 */
export function inBrackets(context: Context, found: Found): boolean {
  const open = at(context.tokens, found.start - 1)
  const close = at(context.tokens, found.end)
  if (open.raw !== '(' || close.raw !== ')' || found.role) return false
  if (found.side.amount.shape !== 'grouped' && found.side.amount.decimals !== 2) return false
  const before = at(context.tokens, found.start - 2).raw
  const after = at(context.tokens, found.end + 1).raw
  return /^(?:|[:=|])$/.test(before) && /^(?:|[|;])$/.test(after)
}
