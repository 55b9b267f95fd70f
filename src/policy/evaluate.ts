import type { Facts } from '#kernel/actions/definition.ts'
import { type Money, minorDigits, parseMoney } from '#kernel/money.ts'
import type { Comparator, Condition, Expression, Literal } from './condition.ts'

/** `unknown`: the facts do not decide it (another currency without a rate, a word where a number is needed). */
export type Answer = 'yes' | 'no' | 'unknown'

export interface Evaluation {
  answer: Answer
  /** The facts that were looked at, as they were found. One that the action does not have is missing here. */
  read: Facts
}

/** How amounts of different currencies compare: units of `currency` that one unit of each other currency is worth. */
export interface Rates {
  currency: string
  rates: Readonly<Record<string, number>>
}

/**
 * Whether the facts meet a condition.
 *
 * A fact the action does not have is `no`: a note has no amount, so no limit on amounts concerns it. A money fact is text as
 * the policy writes money (`18000 EUR`); a share is a number (0.25 is 25%); a list equals a word that it holds. Words are
 * compared without regard to case.
 */
export function evaluate(condition: Condition, facts: Facts, rates?: Rates): Evaluation {
  const read = Object.fromEntries(
    condition.facts.flatMap((name) => (Object.hasOwn(facts, name) ? [[name, facts[name] ?? '']] : [])),
  )
  return { answer: answerOf(condition.expression, read, rates), read }
}

function answerOf(expression: Expression, facts: Facts, rates: Rates | undefined): Answer {
  if (expression.type === 'compare') {
    const fact = Object.hasOwn(facts, expression.fact) ? facts[expression.fact] : undefined
    return fact === undefined ? 'no' : compare(fact, expression.comparator, expression.literals, rates)
  }
  const answers = expression.parts.map((part) => answerOf(part, facts, rates))
  const decisive = expression.type === 'and' ? 'no' : 'yes'
  if (answers.includes(decisive)) return decisive
  return answers.includes('unknown') ? 'unknown' : expression.type === 'and' ? 'yes' : 'no'
}

type Fact = Facts[string]

function compare(fact: Fact, comparator: Comparator, literals: readonly Literal[], rates: Rates | undefined): Answer {
  if (comparator === 'in') return any(literals.map((literal) => single(fact, '==', literal, rates)))
  const [literal] = literals
  return literal ? single(fact, comparator, literal, rates) : 'unknown'
}

function single(fact: Fact, comparator: Comparator, literal: Literal, rates: Rates | undefined): Answer {
  if (typeof fact === 'object') {
    const holds = any(fact.map((item) => single(item, '==', literal, rates)))
    return comparator === '==' ? holds : comparator === '!=' ? negate(holds) : 'unknown'
  }
  const order = orderOf(fact, literal, rates)
  if (order === null) return 'unknown'
  if (order === 'different') return comparator === '!=' ? 'yes' : comparator === '==' ? 'no' : 'unknown'
  return TESTS[comparator](order) ? 'yes' : 'no'
}

const TESTS: Record<Comparator, (order: number) => boolean> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  in: (order) => order === 0,
}

/** Sign of fact minus literal; `different` where they are unequal without an order; null where they cannot be compared. */
function orderOf(
  fact: string | number | boolean,
  literal: Literal,
  rates: Rates | undefined,
): number | 'different' | null {
  switch (literal.type) {
    case 'number':
      return typeof fact === 'number' && Number.isFinite(fact) ? fact - literal.value : null
    case 'boolean':
      return typeof fact === 'boolean' ? sameOr(fact === literal.value) : null
    case 'word':
      return typeof fact === 'string' ? sameOr(fold(fact) === fold(literal.value)) : null
    case 'money': {
      const amount = typeof fact === 'string' ? parseMoney(fact) : null
      return amount && moneyOrder(amount, literal.value, rates)
    }
  }
}

function moneyOrder(a: Money, b: Money, rates: Rates | undefined): number | null {
  if (a.currency === b.currency) return a.amountMinor - b.amountMinor
  const [left, right] = [inBase(a, rates), inBase(b, rates)]
  return left === null || right === null ? null : left - right
}

function inBase(money: Money, rates: Rates | undefined): number | null {
  const rate = money.currency === rates?.currency ? 1 : rates?.rates[money.currency]
  return rate === undefined ? null : (money.amountMinor / 10 ** minorDigits(money.currency)) * rate
}

const sameOr = (same: boolean): number | 'different' => (same ? 0 : 'different')
const fold = (word: string): string => word.normalize('NFC').trim().toLowerCase()
const any = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
const negate = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown')
