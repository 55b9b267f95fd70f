import { type Money, parseMoney } from '#kernel/money.ts'

/*
 * The closed grammar of `approve_if`, `if` and `when`:
 *
 *   condition  := all ("or" all)*
 *   all        := one ("and" one)*
 *   one        := "(" condition ")" | fact comparator literal | fact "in" "[" literal ("," literal)* "]"
 *   comparator := ">" | ">=" | "<" | "<=" | "==" | "!="
 *   literal    := 25 | 0.5 | 25% | 10000 EUR | true | false | closed_won | "Closed won"
 *
 * Nothing else exists: no functions, no arithmetic, no names but facts, and nothing is ever run as code.
 */

export type Literal =
  | { type: 'number'; value: number }
  | { type: 'money'; value: Money }
  | { type: 'word'; value: string }
  | { type: 'boolean'; value: boolean }

export type Comparator = '>' | '>=' | '<' | '<=' | '==' | '!=' | 'in'

export type Expression =
  /** `literals` holds one, except for `in`. */
  | { type: 'compare'; fact: string; comparator: Comparator; literals: readonly Literal[] }
  | { type: 'and' | 'or'; parts: readonly Expression[] }

export interface Condition {
  /** As it stands in the policy. */
  text: string
  expression: Expression
  /** The facts it speaks of, each once, in order of appearance. */
  facts: readonly string[]
}

/** A condition that cannot be read; `column` counts from 1. */
export class ConditionError extends Error {
  readonly column: number

  constructor(column: number, problem: string) {
    super(`at column ${column}: ${problem}`)
    this.name = 'ConditionError'
    this.column = column
  }
}

const MAX_LENGTH = 500
const MAX_DEPTH = 10

/** @throws ConditionError naming the column and what was expected there. */
export function parseCondition(text: string): Condition {
  if (text.length > MAX_LENGTH) throw new ConditionError(MAX_LENGTH, `a condition has at most ${MAX_LENGTH} characters`)
  const reader = new Reader(tokensOf(text))
  const expression = reader.condition(0)
  reader.end()
  return { text, expression, facts: [...new Set(comparisons(expression).map((one) => one.fact))] }
}

/** Every comparison of an expression, from left to right; their number says how specific a condition is. */
export function comparisons(expression: Expression): Extract<Expression, { type: 'compare' }>[] {
  return expression.type === 'compare' ? [expression] : expression.parts.flatMap(comparisons)
}

type TokenKind = 'number' | 'percent' | 'money' | 'quoted' | 'comparator' | 'word' | 'sign' | 'end'
interface Token {
  kind: TokenKind
  text: string
  column: number
}

/** Tried in this order; what matches none is looked up in HINTS. */
const TOKENS: readonly { kind: TokenKind; pattern: RegExp }[] = [
  { kind: 'money', pattern: /-?\d+(?:\.\d+)?[ \t]+(?!AND\b)[A-Z]{3}(?![\w-])/y },
  { kind: 'percent', pattern: /-?\d+(?:\.\d+)?%/y },
  { kind: 'number', pattern: /-?\d+(?:\.\d+)?(?![\w.%]|,\d)/y },
  { kind: 'quoted', pattern: /"[^"]*"|'[^']*'/y },
  { kind: 'comparator', pattern: />=|<=|==|!=|>|</y },
  { kind: 'word', pattern: /[\p{L}_][\p{L}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*/uy },
  { kind: 'sign', pattern: /[()[\],]/y },
]

const HINTS: readonly { pattern: RegExp; hint: string }[] = [
  { pattern: /=/y, hint: 'write == where something must equal something' },
  { pattern: /-?\d[\d.,]*[,.]\d/y, hint: 'write numbers without separators, such as 10000 or 0.5' },
  { pattern: /[€$£¥]/y, hint: 'write money as 10000 EUR' },
  { pattern: /-?\d/y, hint: 'write a plain number, a percentage such as 25%, or money such as 10000 EUR' },
  { pattern: /["']/y, hint: 'this quotation mark is never closed' },
  { pattern: /[&|!]/y, hint: 'write and, or, !=' },
]

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const blank = matchAt(/\s+/y, text, at)
    if (blank) {
      at += blank.length
      continue
    }
    const token = firstToken(text, at)
    tokens.push(token)
    at += token.text.length
  }
  tokens.push({ kind: 'end', text: 'the end', column: text.length + 1 })
  return tokens
}

function firstToken(text: string, at: number): Token {
  for (const { kind, pattern } of TOKENS) {
    const found = matchAt(pattern, text, at)
    if (found) return { kind, text: found, column: at + 1 }
  }
  const hint = HINTS.find(({ pattern }) => matchAt(pattern, text, at) !== null)?.hint
  throw new ConditionError(at + 1, hint ?? `"${String.fromCodePoint(text.codePointAt(at) ?? 0)}" means nothing here`)
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

class Reader {
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  condition(depth: number): Expression {
    return this.joined('or', () => this.joined('and', () => this.one(depth)))
  }

  end(): void {
    if (this.peek().kind !== 'end') this.fail('"and", "or" or the end')
  }

  private joined(type: 'and' | 'or', next: () => Expression): Expression {
    const first = next()
    const parts = [first]
    while (this.isWord(type)) {
      this.at += 1
      parts.push(next())
    }
    return parts.length === 1 ? first : { type, parts }
  }

  private one(depth: number): Expression {
    if (this.takeSign('(')) {
      if (depth === MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} parentheses inside each other`)
      const inner = this.condition(depth + 1)
      if (!this.takeSign(')')) this.fail('")"')
      return inner
    }
    const fact = this.peek()
    if (fact.kind !== 'word' || RESERVED.has(fact.text.toLowerCase())) this.fail('the name of a fact')
    this.at += 1
    return { type: 'compare', fact: fact.text, ...this.test() }
  }

  private test(): { comparator: Comparator; literals: Literal[] } {
    if (this.isWord('in')) {
      this.at += 1
      return { comparator: 'in', literals: this.literals() }
    }
    const token = this.peek()
    if (!isComparator(token.text)) return this.fail('>, >=, <, <=, ==, != or in')
    this.at += 1
    return { comparator: token.text, literals: [this.literal()] }
  }

  private literals(): Literal[] {
    if (!this.takeSign('[')) this.fail('a list such as [a, b]')
    const literals = [this.literal()]
    while (this.takeSign(',')) literals.push(this.literal())
    if (!this.takeSign(']')) this.fail('"," or "]"')
    return literals
  }

  private literal(): Literal {
    const token = this.peek()
    const literal = literalOf(token)
    if (!literal) return this.fail('a number, a percentage, an amount such as 10000 EUR, a word, true or false')
    this.at += 1
    return literal
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', text: 'the end', column: 1 }
  }

  private isWord(word: string): boolean {
    return this.peek().kind === 'word' && this.peek().text.toLowerCase() === word
  }

  private takeSign(sign: string): boolean {
    if (this.peek().kind !== 'sign' || this.peek().text !== sign) return false
    this.at += 1
    return true
  }

  private fail(expected: string): never {
    const token = this.peek()
    const found = token.kind === 'end' ? 'the end' : `"${token.text}"`
    throw new ConditionError(token.column, `expected ${expected}, found ${found}`)
  }
}

const RESERVED = new Set(['and', 'or', 'in', 'true', 'false'])

function isComparator(text: string): text is Comparator {
  return ['>', '>=', '<', '<=', '==', '!='].includes(text)
}

function literalOf(token: Token): Literal | null {
  switch (token.kind) {
    case 'number':
      return { type: 'number', value: Number(token.text) }
    case 'percent':
      return { type: 'number', value: Number(token.text.slice(0, -1)) / 100 }
    case 'money': {
      const value = parseMoney(token.text)
      return value && { type: 'money', value }
    }
    case 'quoted':
      return { type: 'word', value: token.text.slice(1, -1) }
    case 'word': {
      const word = token.text.toLowerCase()
      if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true' }
      return RESERVED.has(word) ? null : { type: 'word', value: token.text }
    }
    default:
      return null
  }
}
