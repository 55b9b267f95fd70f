import { PERIODS } from '#kernel/deal.ts'
import { minorDigits } from '#kernel/money.ts'
import { readMoney } from '#language/money.ts'
import { anyOf, type Read, type Said } from './said.ts'

/** Money somebody wants to spend: integer minor units, and what it is paid for; 0 where they say they have none. */
export interface Budget {
  amountMinor: number
  currency: string
  period: (typeof PERIODS)[number] | null
}

const NONE = anyOf(`
  (?:no|zero|without(?: a| any)?|don't have(?: a| any)?|do not have(?: a| any)?|haven't got(?: a| any)?|not much of a) budget(?: yet| so far| at all)?|budget (?:is )?(?:zero|nothing|none)
  (?:sin|no (?:tenemos|tengo|hay)) presupuesto|(?:pas (?:de|encore de)|aucun|sans) budget|(?:kein|noch kein|ohne) budget`)

/** What an amount is when it is no budget: their turnover, what something costs them, a round they raised. */
const OTHERWISE =
  /(?:revenue|turnover|arr|mrr|raised|funding|round|umsatz|ca de|chiffre d'affaires|facturamos|levee)\W+(?:\p{L}+\W+){0,3}$/u

/**
 * The budget somebody names, in the company's currency where the amount names none: of a range the upper end, for they are
 * ready to go there.
 */
export function readBudget({ text, plain, language, currency }: Said): Read<Budget> | null {
  const none = NONE.exec(plain)
  if (none)
    return {
      value: { amountMinor: 0, currency, period: null },
      span: text.slice(none.index, none.index + none[0].length).trim(),
    }
  const found = readMoney(text, { locale: language, currency, bare: true }).filter(
    ({ span, currency: named, ambiguous }) => named !== 'BTC' && !ambiguous && !OTHERWISE.test(plain.slice(0, span[0])),
  )
  const last = found.findLast(({ amount }) => Number(amount) > 0)
  if (!last) return null
  const code = last.currency ?? currency
  const amountMinor = last.money?.amountMinor ?? Math.round(Number(last.amount) * 10 ** minorDigits(code))
  const first = found.find((one) => one.role !== null && one.span[1] <= last.span[0]) ?? last
  const period = PERIODS.find((one) => one === last.per) ?? null
  return Number.isSafeInteger(amountMinor)
    ? { value: { amountMinor, currency: code, period }, span: text.slice(first.span[0], last.span[1]) }
    : null
}
