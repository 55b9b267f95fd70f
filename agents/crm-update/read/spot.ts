import { DOUBTFUL_FORMS, LEGAL_FORMS } from '#language/person/legal-forms.ts'
import type { Book } from '../book.ts'
import { entriesOf, namesOf } from '../names.ts'
import { KINDS } from '../request/write.ts'

/** A name on file that stands in a text. */
export interface Spot {
  words: string
  start: number
  end: number
  /** Only a person is called so: a contact, none of the companies. */
  person: boolean
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}&@._-]*/gu
const LONGEST = 6
/** Given names and companies that are words too: they are names only with a capital inside a sentence. */
const ORDINARY = new Set(
  (
    'mark will may april june august art bill chase drew frank grant hope rich sue rob pat jack faith grace joy ray dawn rose ' +
    'won lost lead deal deals close closed stage note update set move add client customer contact account status owner task call ' +
    'new now next the a an of for in on at to and or is are it its they them me my we us our net price budget team sales legal target ' +
    'january february march july september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow'
  ).split(' '),
)

/** The names on file that a text says, each where it stands; the longest wins. */
export function spotsIn(text: string, book: Book): Spot[] {
  const known = variantsOf(book)
  const words = [...text.matchAll(WORD)].map((match) => ({
    ...foldWord(match[0]),
    start: match.index,
    capital: /^\p{Lu}/u.test(match[0]),
  }))
  const spots: Spot[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
      const run = words.slice(at, at + length)
      const [first] = run
      const last = run.at(-1)
      if (!first || !last || (length > 1 && /[,;\n!?:→]/u.test(text.slice(first.start, last.start)))) continue
      const person = known.get(run.map(({ plain }) => plain).join(' '))
      if (person === undefined) continue
      const ordinary = length === 1 && ORDINARY.has(first.plain)
      if (ordinary && (!first.capital || at === 0)) continue
      const end = last.start + last.length
      spots.push({ words: text.slice(first.start, end), start: first.start, end, person })
      at += length - 1
      break
    }
  }
  return spots
}

/** Folded names, names without their legal form, and each name of a person; true where only people are called so. */
function variantsOf(book: Book): Map<string, boolean> {
  const known = new Map<string, boolean>()
  for (const entry of KINDS.flatMap((kind) => entriesOf(book, kind))) {
    const person = entry.kind === 'contact'
    const own = namesOf(entry, book).map((name) => ({ name, person }))
    const at = person && entry.record.company ? [{ name: entry.record.company, person: false }] : []
    for (const one of [...own, ...at]) {
      const words = [...one.name.matchAll(WORD)].map(([word]) => foldWord(word).plain)
      for (const variant of [words, withoutForm(words), ...(one.person ? words.map((word) => [word]) : [])]) {
        const key = variant.join(' ')
        if (key.length > 1) known.set(key, one.person && (known.get(key) ?? true))
      }
    }
  }
  return known
}

function withoutForm(words: readonly string[]): string[] {
  const isForm = (word: string, at: number) =>
    at > 0 && LEGAL_FORMS.has(word) && (!DOUBTFUL_FORMS.has(word) || at === words.length - 1)
  return words.filter((word, at) => !isForm(word, at))
}

/** Without case, accents, possessive and trailing stops; with the length of what is left of it as written. */
function foldWord(word: string): { plain: string; length: number } {
  const bare = word.replace(/[._-]+$/u, '')
  const plain = bare.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return { plain, length: bare.length }
}
