import { codeOf, codeWithTimes } from './codes.ts'
import type { Context, Hit } from './context.ts'
import { countries, singular, stem } from './countries.ts'
import type { Noun } from './lexicon.ts'
import { BEFORE_DOLLAR, LOCAL, SIGNS, WRITTEN } from './signs.ts'
import { at, type Token } from './tokens.ts'
import { lexiconOf } from './words.ts'

/** A currency as the text writes it. */
export interface Currency extends Noun {
  kind: 'sign' | 'code' | 'word'
}

/** Words that a country's name takes at most ("papua new guinean kina"). */
const MOST_WORDS = 4

/** The currency that begins at a token: a sign, a code, letters with a sign ("US$"), a word with or without its country. */
export function currencyAt(context: Context, index: number): Hit<Currency> | null {
  const token = at(context.tokens, index)
  if (token.kind === 'figure' || token.raw === '') return null
  return (
    beforeDollar(context, index) ??
    signAt(context, index) ??
    codeAt(context, index) ??
    writtenAt(context, index) ??
    named(context, index)
  )
}

/** "€", "$"; French writers put the country behind it ("$US", "£GB"). */
function signAt(context: Context, index: number): Hit<Currency> | null {
  const { raw } = at(context.tokens, index)
  const found = SIGNS.get(raw)
  if (!found) return null
  const country = at(context.tokens, index + 1)
  const behind = country.glued && /^[A-Z]{2,3}$/.test(country.raw) ? country.raw : null
  const code = behind && (BEFORE_DOLLAR.get(behind) ?? found.codes.find((one) => one.startsWith(behind)))
  if (code && found.codes.includes(code)) return { value: { ...found, codes: [code], kind: 'sign' }, end: index + 2 }
  return { value: { ...found, kind: 'sign' }, end: index + 1 }
}

/** "US$", "us $", "A$", "c $", "usd$", "NZD $", "R$"; also "k€" and "M€". A single "a" before a sign apart is an article. */
function beforeDollar(context: Context, index: number): Hit<Currency> | null {
  const token = at(context.tokens, index)
  const sign = at(context.tokens, index + 1)
  const base = SIGNS.get(sign.raw)
  if (token.kind !== 'word' || !base || token.raw.length > 3) return null
  const times = sign.glued ? ({ k: 1000, K: 1000, T: 1000, M: 1e6 }[token.raw] ?? null) : null
  if (times && sign.raw !== '$') return { value: { ...base, kind: 'sign', times }, end: index + 2 }
  const upper = token.text.toUpperCase()
  const code = sign.raw === '$' ? (codeOf(upper)?.code ?? BEFORE_DOLLAR.get(upper)) : codeOf(upper)?.code
  if (!code || (sign.raw !== '$' && !base.codes.includes(code))) return null
  const apart = !sign.glued && (/^[asrju]$/i.test(token.raw) || codeOf(upper)?.weak)
  if (apart || (sign.glued && token.raw.length === 1 && token.raw !== upper)) return null
  return { value: { codes: [code], usual: true, parts: 1, front: true, kind: 'sign' }, end: index + 2 }
}

function codeAt(context: Context, index: number): Hit<Currency> | null {
  const { raw, kind } = at(context.tokens, index)
  if (kind !== 'word' || raw.length < 3 || raw.length > 4) return null
  const plain = codeOf(raw)
  const found = plain ?? codeWithTimes(raw)
  if (!found) return null
  const times = 'times' in found ? { times: found.times } : {}
  const weak = plain?.weak ? ({ weak: true } as const) : {}
  return {
    value: { codes: [found.code], usual: true, parts: 1, front: true, kind: 'code', ...times, ...weak },
    end: index + 1,
  }
}

/** "RM", "Kč", "SFr.", and in their own country "R" and "Fr.". A point after the abbreviation belongs to it. */
function writtenAt(context: Context, index: number): Hit<Currency> | null {
  const { raw } = at(context.tokens, index)
  const local = LOCAL.get(raw)
  const atHome = local?.codes.some((code) => code === context.currency || code.slice(0, 2) === context.region)
  const found = WRITTEN.get(raw) ?? (atHome ? local : undefined)
  return found ? { value: { ...found, kind: 'word' }, end: afterPoint(context, index + 1) } : null
}

/** Past the point of an abbreviation ("Rs. 500"), where the sentence goes on after it. */
function afterPoint(context: Context, index: number): number {
  const point = at(context.tokens, index)
  return point.raw === '.' && point.glued && at(context.tokens, index + 1).kind === 'figure' ? index + 1 : index
}

/** "dollars", "Canadian dollars", "pounds sterling", "dollar canadien", "US-Dollar", "saudiriyal". */
function named(context: Context, index: number): Hit<Currency> | null {
  const token = at(context.tokens, index)
  if (token.kind !== 'word') return null
  const before = countryAt(context, index)
  if (before) {
    const hyphen = /^(?:[-‐‑]|new)$/.test(at(context.tokens, before.end).text) ? before.end + 1 : before.end
    const found = nounAt(at(context.tokens, hyphen))
    const codes = found ? narrowed(found, before.value) : []
    if (found && codes.length > 0) return { value: ofCountry(found, codes, true), end: hyphen + 1 }
  }
  const found = nounAt(token) ?? oneWord(token)
  if (!found) return null
  const end =
    token.text === 'rs' || token.text === 'kr' || token.text === 'rp' ? afterPoint(context, index + 1) : index + 1
  const after = countryAt(context, end)
  const codes = after ? narrowed(found, after.value) : []
  if (after && codes.length > 0 && !nounAt(at(context.tokens, after.end)))
    return { value: ofCountry(found, codes, false), end: after.end }
  return { value: { ...found, kind: 'word' }, end }
}

const ENDS_IN_NOUN =
  /(?<=\p{L}{3})(?:dollars?|pounds?|shekels?|liras?|francs?|franken|kronen?|krone|pesos?|pfund|riyals?|rials?|rupees?|dinars?|dirhams?)$/u

/** "Schweizerfranken", "saudiriyal": country and noun in one word. */
function oneWord(token: Token): Noun | null {
  const parts = ENDS_IN_NOUN.exec(token.text)
  const found = parts && token.entry.noun === undefined ? lexiconOf('de').get(parts[0])?.noun : undefined
  const country = parts ? countries().byWords.get(stem(token.text.slice(0, parts.index))) : undefined
  const codes = found && country ? narrowed(found, country) : []
  return found && codes.length > 0 ? { ...found, codes, usual: true } : null
}

/** A noun whose country is named is no ordinary word any more. */
const ofCountry = ({ parts }: Noun, codes: readonly string[], front: boolean): Currency => ({
  codes,
  usual: true,
  parts,
  kind: 'word',
  ...(front ? { front } : {}),
})

/** The codes of a noun that a country's words allow; a noun of one currency takes the code of its own country only. */
const narrowed = (found: Noun, allowed: ReadonlySet<string>): string[] =>
  found.codes.filter((code) => allowed.has(code))

function nounAt(token: Token): Noun | null {
  if (token.kind !== 'word') return null
  if (token.entry.noun) return token.entry.noun
  if (token.text.length < 4) return null
  const code = countries().nouns.get(singular(token.text))
  return code ? { codes: [code], usual: true, parts: 1, front: true } : null
}

/** The longest run of words that names a country. */
function countryAt(context: Context, index: number): Hit<ReadonlySet<string>> | null {
  const token = at(context.tokens, index)
  if (token.kind !== 'word' || token.text.length < 2) return null
  const { byWords, first } = countries()
  const start = token.entry.of ? index + 1 : index
  if (!first.has(stem(at(context.tokens, start).text))) return null
  let key = ''
  let best: Hit<ReadonlySet<string>> | null = null
  for (let next = start; next < start + MOST_WORDS; next++) {
    const word = at(context.tokens, next)
    if (word.kind !== 'word') break
    key = key ? `${key} ${stem(word.text)}` : stem(word.text)
    const codes = byWords.get(key)
    if (codes) best = { value: codes, end: next + 1 }
  }
  return best
}
