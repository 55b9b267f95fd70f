import { type Context, endsClean, isText, tokenAt } from './context.ts'
import { readZone } from './zones.ts'

/** Words that may follow a time without being counted by its number ("at 3 with Bob", "the 21st works"). */
const AFTER_TIMES = new Set(
  'with for to in on and or but if so then is was will would works work please thanks thank sharp instead because as at by from when while via where can could should i we you he she they it my our the a an this that not ok okay about re regarding until til till till etc ist wird mit y e con et ou avec und oder pour para'.split(
    ' ',
  ),
)

/** Does the name of a thing stand at `index`, so that the number before it counts or numbers that ("10 students", "the 5th trip")? */
export function isThing(context: Context, index: number): boolean {
  const token = tokenAt(context, index)
  if (token.kind !== 'word' || token.capital || AFTER_TIMES.has(token.text)) return false
  return Object.keys(token.entry).length === 0 && readZone(context, index) === null
}

/** Signs and words behind a number that make it something else than an hour: units, amounts, counted things. */
export function notAnHour(context: Context, index: number): boolean {
  const { entry, text } = tokenAt(context, index)
  if ((entry.unit && text.length > 1) || text === 'of') return true
  if (entry.part && !isText(context, index, 'tonight')) return true
  if (entry.month !== undefined && !entry.weak) return true
  if (!endsClean(context, index) || '%$€£'.includes(text || ' ')) return true
  return isThing(context, index)
}
