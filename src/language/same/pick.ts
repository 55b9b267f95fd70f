import { type Fields, sameRecord } from '../same.ts'
import { likenessOf } from './organisations.ts'
import { ASK_FROM, YES_FROM } from './weights.ts'

/** How far the best candidate must be ahead of the next, so that nobody is asked. */
const AHEAD = 0.08
/** An exact name is meant, whatever is like it, unless something is all but exact too. */
const NEARLY_EXACT = 0.97
/** Choices that a question offers. */
const MOST_CHOICES = 4

/** A candidate with what speaks for it. */
export interface Choice<T> {
  candidate: T
  /** 0 to 1. */
  score: number
  /** Why, in words. */
  grounds: string[]
}

/** Which of several is meant: `yes` names one, `ask` offers up to four, `no` knows none. */
export interface Picked<T> {
  same: 'yes' | 'ask' | 'no'
  choices: Choice<T>[]
}

/** Somebody or something that a name may mean. */
export interface Named<T> {
  value: T
  /** Its name and aliases. */
  names: readonly string[]
  /** What the context adds or takes: a few hundredths, e.g. 0.05 where the speaker owns it. */
  context?: number
}

/** From which score a candidate is taken, and from which it is asked about. */
export interface Limits {
  accept: number
  ask: number
}

const USUAL: Limits = { accept: YES_FROM, ask: ASK_FROM }

/** Whom or what a name means. An alias or name that is equal but for case, accents, punctuation and legal form scores 1. */
export function pickByName<T>(said: string, candidates: readonly Named<T>[], limits: Limits = USUAL): Picked<T> {
  return decide(
    candidates.map(({ value, names, context = 0 }) => {
      const scored = names.map((name) => ({ name, ...likenessOf(said, name) }))
      const best = scored.reduce((a, b) => (b.likeness > a.likeness ? b : a), {
        name: '',
        likeness: 0,
        formsDiffer: false,
        contained: false,
      })
      return {
        candidate: value,
        score: rounded(best.likeness > 0 ? best.likeness + context : 0),
        grounds: groundsOf(said, best, context),
      }
    }),
    limits,
  )
}

/** Which of the records is of the same as this one. */
export function pickRecord<T>(record: Fields, candidates: readonly T[], fieldsOf: (candidate: T) => Fields): Picked<T> {
  return decide(
    candidates.map((candidate) => {
      const { score, grounds } = sameRecord(record, fieldsOf(candidate))
      return { candidate, score, grounds }
    }),
  )
}

function decide<T>(all: readonly Choice<T>[], { accept, ask }: Limits = USUAL): Picked<T> {
  const choices = all.filter(({ score }) => score >= ask).sort((a, b) => b.score - a.score)
  const [first, second] = choices
  if (!first) return { same: 'no', choices: [] }
  const next = second?.score ?? 0
  const clear = first.score === 1 ? next < NEARLY_EXACT : first.score >= accept && first.score - next >= AHEAD - 1e-9
  return clear ? { same: 'yes', choices: [first] } : { same: 'ask', choices: choices.slice(0, MOST_CHOICES) }
}

const rounded = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000

function groundsOf(
  said: string,
  {
    name,
    likeness,
    formsDiffer,
    contained,
  }: { name: string; likeness: number; formsDiffer: boolean; contained: boolean },
  context: number,
): string[] {
  if (!name) return []
  const fit =
    likeness >= 0.99
      ? `"${said}" is "${name}"`
      : contained
        ? `"${said}" is a part of "${name}", or the other way round`
        : `"${said}" is like "${name}"`
  return [
    fit,
    ...(formsDiffer ? ['another legal form'] : []),
    ...(context > 0 ? ['the context speaks for it'] : context < 0 ? ['the context speaks against it'] : []),
  ]
}
