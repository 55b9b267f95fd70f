import { isRequestWord } from './request-words.ts'
import { unmistyped } from './typos.ts'

/** One word of a message: folded for matching, with its place in the text as written. */
export interface Word {
  /** Lower case, without accents and apostrophes; short forms written out (`w/` is `with`, `i'm` is two words). */
  plain: string
  /** The plain word without its common ending, so that book, booked and booking are one. */
  stem: string
  /** Offsets in UTF-16 units, `end` exclusive. Words that came from one short form share them. */
  start: number
  end: number
  /** Does a clause begin with this word: first of the text, or after a stop, comma, colon or line end? */
  opens: boolean
  /** The stop that stands right before it, if a clause begins with it; else empty. */
  stop: string
  /** Does it stand in double quotes, as a title does? */
  quoted: boolean
}

/** Longest piece of a text that is read, in UTF-16 units; what somebody wants stands in the first screens of a message. */
export const READ_LENGTH = 3000

const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*(?:[’'`´][\p{L}\p{M}]+)*(?:[:.]\d+)*(?:\/\p{L}*\d*)?|[@#!/](?=[\p{L}])|[+&](?=\s)|[→⇒➡]|[-=]{1,2}>|[.,;:!?\n()[\]"“”—–]/gu
const STOPS = /^[.,;:!?\n()[\]–—]$/
const QUOTES = /^["“”]$/
/** Accents, and what cannot be seen. */
const MARKS = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu

/** What people shorten, written out; an arrow is a word. Keys are plain words. */
const SHORT: Record<string, string> = {
  im: 'i am', ive: 'i have', id: 'i would', ill: 'i will', whats: 'what is', whens: 'when is', wheres: 'where is',
  whos: 'who is', hows: 'how is', whatve: 'what have', whatll: 'what will', whenll: 'when will', wholl: 'who will', metting: 'meeting', mettings: 'meetings', meetting: 'meeting', lets: 'let us', thats: 'that is', theres: 'there is', its: 'it is', youre: 'you are',
  were: 'were', weve: 'we have', wed: 'wed', gonna: 'going to', gotta: 'have to', wanna: 'want to', lemme: 'let me',
  gimme: 'give me', u: 'you', ur: 'your', pls: 'please', plz: 'please', thx: 'thanks', ty: 'thanks', mtg: 'meeting',
  meting: 'meeting', meetin: 'meeting', mtgs: 'meetings', appt: 'appointment', appts: 'appointments', apt: 'appointment',
  cal: 'calendar', calander: 'calendar', calandar: 'calendar', resched: 'reschedule', sched: 'schedule', schedual: 'schedule', tmrw: 'tomorrow',
  tmr: 'tomorrow', tmw: 'tomorrow', tommorow: 'tomorrow', tommorrow: 'tomorrow', tonite: 'tonight',
  '+': 'plus', '⇒': '→', '➡': '→', '->': '→', '-->': '→', '=>': '→', '==>': '→', '&': 'and', 'w/': 'with', 're/': 're', 'b/c': 'because', bc: 'because', cuz: 'because', cxl: 'cancel', canx: 'cancel', '1:1': 'oneonone',
} // biome-ignore format: a word list reads better in lines

/** Short forms that only count with their apostrophe: "we'd" is two words, "wed" is a day. */
const WITH_APOSTROPHE: Record<string, string> = { "we're": 'we are', "we'd": 'we would', "we'll": 'we will' }

const NAMES_ON = /^(?:and|or|y|und|et)$/

/** In "Sam, Priya and Jo" no clause opens at a name. */
function closeLists(words: Word[], afterComma: readonly boolean[]): void {
  words.forEach((word, at) => {
    const listed = words[at - 1]
    if (at < 2 || !word.opens || !afterComma[at]) return
    const next = words[at + 1]
    const isItem = next !== undefined && (NAMES_ON.test(next.plain) || afterComma[at + 1] === true)
    const endsList = NAMES_ON.test(word.plain) && listed?.opens === false && afterComma[at - 1] === true
    if ((isItem && !isRequestWord(word.plain) && !NAMES_ON.test(word.plain)) || endsList) word.opens = false
  })
}

/** Splits a text (its first {@link READ_LENGTH} units) into words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const afterComma: boolean[] = []
  let opens = true
  let comma = false
  let stop = ''
  let quoted = false
  for (const match of text.slice(0, READ_LENGTH).matchAll(WORD)) {
    const written = match[0]
    if (STOPS.test(written) && !insideWord(text, match.index)) {
      comma = written === ',' && (comma || !opens)
      opens = true
      stop = written
    }
    if (QUOTES.test(written)) quoted = written === '“' || (written === '"' && !quoted)
    if (!/[\p{L}\p{N}+&→⇒➡>]/u.test(written)) continue
    for (const plain of spellOut(written)) {
      words.push({
        plain,
        stem: stemOf(plain),
        start: match.index,
        end: match.index + written.length,
        opens,
        stop,
        quoted,
      })
      afterComma.push(opens && comma)
      opens = false
      comma = false
      stop = ''
    }
  }
  closeLists(words, afterComma)
  return words
}

/** "j'annule", "l'appel", "d'accord": two words. */
const ELIDED = /^(j|l|d|m|t|s|n|c|qu)'(?=[aeiouhy][a-z])/

/** A dot with a letter on each side belongs to an address or a file name: "jo@acme.io". */
function insideWord(text: string, at: number): boolean {
  return text[at] === '.' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}

function spellOut(written: string): string[] {
  const lower = written.toLowerCase().replace(/[’`´]/g, "'")
  const folded = lower.normalize('NFKD').replace(MARKS, '')
  const bare = folded.replace(
    /'s$/,
    folded.startsWith('let') || /^(?:what|when|where|who|how|that|there|it)'/.test(folded) ? 's' : '',
  )
  const plain = bare.replace(ELIDED, '$1 ').replaceAll("'", '')
  return (own(WITH_APOSTROPHE, folded) ?? own(SHORT, plain) ?? unmistyped(plain)).split(' ')
}

/** An entry of the list itself: people write `constructor` too. */
function own(list: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined
}

/** No word that people inflect is longer. */
const LONGEST_STEM = 30

/** What is left of moving, making, having, once the ending is off. */
const SHORT_E = /^[^aeiou][aeiou][^aeiouwxy]$/

/** A word without its common ending. Rough on purpose: it only has to send the forms of one word to one place. */
export function stemOf(plain: string): string {
  if (plain.length < 4 || plain.length > LONGEST_STEM) return plain
  const cut = plain
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/([a-z]{3,})(?:ing|ed)$/, '$1')
  if (cut.length < plain.length - 1 && SHORT_E.test(cut)) return `${cut}e`
  const single = cut.length < plain.length && cut.length > 3 ? cut.replace(/([bdgmnprt])\1$/, '$1') : cut
  return single.length > 4 ? single.replace(/e$/, '') : single
}
