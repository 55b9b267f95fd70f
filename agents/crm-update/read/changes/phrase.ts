import type { Value } from '../../request/write.ts'

/** Takes down one field and what it shall say, with the place of its words. */
export type Add = (field: string, value: Value, start: number, end: number) => void

export const ARROW = '(?:→|⇒|➡️?|[-=]{1,2}>)'
/** What stands between a field and its value. */
export const TO = `(?:\\bto\\b(?: be)?|\\binto\\b|${ARROW}|=|:|\\bis(?: now)?\\b|\\bas\\b|\\bbecomes?\\b|\\bshould be\\b|\\bnow\\b)`
const ENDS =
  /\s*(?:[,;\n!]|\.(?=\s|$)|\?|\b(?:in|on|within) (?:the |our )?crm\b|\bplease\b|\bpls\b|\bthanks\b|\bbtw\b|\band (?:set|add|move|assign|mark|update|change|put|note|remind)\b|$)/iu

/** A value in words, up to where it ends, without the word for what it is. */
export const endOf = (words: string): string =>
  words
    .slice(0, stopIn(words))
    .replace(/\s+(?:stage|phase)$/iu, '')
    .trim()

/** Where a value said in words ends. */
export const stopIn = (words: string): number => ENDS.exec(words)?.index ?? words.length

export const asText = (text: string): Value => ({ type: 'text', text: text.trim().replace(/^["“']|["”']$/gu, '') })

/** Words as a pattern that finds just them. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
