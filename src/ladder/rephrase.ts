import { z } from 'zod'
import type { Language } from '#kernel/language.ts'
import { readMoney } from '#language/money.ts'
import { TELLING_WORDS } from '#language/tongue/words.ts'
import { readWhen } from '#language/when.ts'
import type { Scope } from '#ports/agent.ts'
import { promptIn } from './in-pack.ts'
import { spanOf } from './span.ts'

/** A text whose data stand in numbered places: `We do {1}, from {2}.` */
export interface Template {
  text: string
  /** What stands in each place, in order. */
  data: readonly string[]
}

const Rephrased = z.object({ text: z.string() })
/** A text may grow by this much when it is said otherwise. */
const LONGEST = 1.6
const PLACE = /\{(\d+)\}/gu
/** Addresses, quotations, and whatever has a figure or a sign of money in it. */
const DATA = /https?:\/\/\S+|\S+@\S+\.\S+|"[^"\n]*"|“[^”\n]*”|„[^“\n]*“|«[^»\n]*»|[^\s(]*[\d€$£¥%@#/\\][^\s),.;:!?]*/gu
const NUMBERS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|half|double|once|twice|uno|una|dos|tres|cuatro|cinco|deux|trois|quatre|cinq|un|une|ein|eine|einen|zwei|drei|vier|funf|halb|first|second|third)$/u
const DENIALS =
  /^(?:no|not|nor|never|none|cannot|without|nothing|nobody|n't|nicht|kein\p{L}*|nie|ohne|pas|ne|jamais|sans|aucun\p{L}*|sin|nunca|ningun\p{L}*|tampoco)$|n't$/u

/** A text with its data taken out: names that are given, times, amounts, addresses, quotations and figures. */
export function templateOf(text: string, names: readonly string[], { nowMs, zone, language }: Said): Template {
  const spans = [
    ...names.flatMap((name) => placesOf(text, name)),
    ...readWhen(text, { nowMs, zone, locale: language }).map(({ span }) => [span[0], span[1]] as const),
    ...readMoney(text, { locale: language }).map(({ span }) => [span[0], span[1]] as const),
    ...[...text.matchAll(DATA)].map((match) => [match.index, match.index + match[0].length] as const),
  ].sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const apart: [number, number][] = []
  for (const [from, to] of spans) {
    const last = apart.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  const prose = apart.map(([from], at) => text.slice(at === 0 ? 0 : apart[at - 1]?.[1], from))
  const end = text.slice(apart.at(-1)?.[1] ?? 0)
  return {
    text: `${prose.map((piece, at) => `${piece}{${at + 1}}`).join('')}${end}`,
    data: apart.map(([from, to]) => text.slice(from, to)),
  }
}

interface Said {
  nowMs: number
  zone: string
  language: Language
}

/**
 * A template that somebody else worded, with its data in it; null where it says anything the first did not: each place must
 * stand in it once, and its words must be those of the template or small words of the language, with as many denials, and no
 * number, time or amount. A model can say the same more kindly so, and nothing else.
 */
export function filledIn(template: Template, worded: string, { nowMs, zone, language }: Said): string | null {
  const places = [...worded.matchAll(PLACE)].map((match) => Number(match[1]))
  const each = template.data.every((_one, at) => places.filter((place) => place === at + 1).length === 1)
  if (!each || places.length !== template.data.length) return null
  if (worded.trim() === '' || worded.length > template.text.length * LONGEST + 20) return null
  const prose = worded.replace(PLACE, ' ')
  if (/[\p{N}{}<>[\]@#€$£¥%/\\|*_`~^=+&"“”„«»]|\p{Cc}(?<!\n)/u.test(prose)) return null
  if (
    readMoney(prose, { locale: language }).length > 0 ||
    readWhen(prose, { nowMs, zone, locale: language }).length > 0
  )
    return null
  const known = new Set(wordsOf(template.text))
  const isKnown = (word: string): boolean =>
    known.has(word) || ((TELLING_WORDS.get(word)?.includes(language) ?? false) && !NUMBERS.test(word))
  const words = wordsOf(prose)
  if (!words.every(isKnown) || denials(words) !== denials(wordsOf(template.text))) return null
  return worded.replace(PLACE, (_place, nth: string) => template.data[Number(nth) - 1] ?? '')
}

/** A text said otherwise by the model that writes; as it was where there is none, it fails, or says anything else. */
export async function rephrased(
  text: string,
  names: readonly string[],
  { model, pack, nowMs, principal }: Pick<Scope, 'model' | 'pack' | 'nowMs' | 'principal'>,
  language: Language,
): Promise<string> {
  if (!model) return text
  const said = { nowMs, zone: principal.zone, language }
  const template = templateOf(text, names, said)
  const { instruction } = promptIn(pack, 'write')
  const answer = await model.ask({ tier: 'large', name: 'write', instruction, text: template.text, schema: Rephrased })
  return (answer.ok ? filledIn(template, answer.value.text, said) : null) ?? text
}

function placesOf(text: string, name: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let from = 0; ; ) {
    const span = spanOf(text.slice(from), name)
    if (!span) return found
    found.push([from + span[0], from + span[1]])
    from += span[1]
  }
}

const denials = (words: readonly string[]): number => words.filter((word) => DENIALS.test(word)).length

const wordsOf = (text: string): string[] =>
  text
    .replace(PLACE, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\p{L}+(?:'\p{L}+)*/gu) ?? []
