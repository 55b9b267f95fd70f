import type { Context } from './context.ts'
import type { Side } from './side.ts'
import { at } from './tokens.ts'

const WEIGHING = new Set('weight weigh weighs weighed weighing pesa pesaba'.split(' '))
/** Right before pounds they speak of a body, further off of a deal. */
const SLIMMING = new Set('lost lose gained gain shed lift lifted'.split(' '))
const HEAVY = new Set('of overweight heavy lighter heavier weight de von mehl'.split(' '))
/** What "grand" is before when it is no thousand. */
const GRAND_THINGS = new Set(
  'piano pianos slam slams final finals prix total opening hotel canyon tour jury master'.split(' '),
)

/** "5 pounds of flour", "lost 10 pounds", "5 grand pianos": amounts by their look only. */
export function isOtherThing(context: Context, side: Side): boolean {
  const next = at(context.tokens, side.end).text
  if (side.amount.grand && GRAND_THINGS.has(next)) return true
  const { currency, amount } = side
  const pounds = currency?.kind === 'word' && currency.codes.includes('GBP') && currency.parts === 1
  if (!pounds || currency.codes.length === 1 || amount.magnitude > 1 || amount.decimals === 2) return false
  // "2 Pfund Zucker": German puts what is weighed right behind.
  const german =
    /^pfund/i.test(at(context.tokens, side.end - 1).raw) && /^\p{Lu}/u.test(at(context.tokens, side.end).raw)
  return (
    german || HEAVY.has(next) || SLIMMING.has(at(context.tokens, side.start - 1).text) || isWeighed(context, side.start)
  )
}

/** Words before an amount in which weighing is looked for. */
const NEAR = 6

function isWeighed(context: Context, index: number): boolean {
  for (let place = Math.max(0, index - NEAR); place < index; place++)
    if (WEIGHING.has(at(context.tokens, place).text)) return true
  return false
}
