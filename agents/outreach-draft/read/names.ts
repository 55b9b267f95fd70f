import { DOUBTFUL_FORMS, LEGAL_FORMS } from '#language/person/legal-forms.ts'
import { type Book, namesOfAccount, namesOfContact } from '../book.ts'

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.&+-]+/gu, ' ')
    .trim()

/** Words that are names of nobody, though somebody may be called so. */
const ORDINARY = new Set(
  'the a an we they it this that me us them client clients customer team all everyone'.split(' '),
)
const LONGEST = 6

/** Names on file in the form in which they are compared: full names, single names of people, companies without their legal form. */
export function knownNames(book: Book): ReadonlySet<string> {
  const names = [
    ...book.contacts.flatMap(namesOfContact),
    ...book.accounts.flatMap((account) => namesOfAccount(account).flatMap((name) => [name, withoutForm(name)])),
    ...book.members.flatMap(({ name, id }) => [name, name.split(' ')[0] ?? '', id]),
  ]
  return new Set(names.map(fold).filter((name) => name.length > 1 && !ORDINARY.has(name)))
}

function withoutForm(name: string): string {
  const words = name.split(/\s+/u)
  const isForm = (word: string, at: number) => {
    const plain = fold(word).replace(/\.$/u, '')
    return at > 0 && LEGAL_FORMS.has(plain) && (!DOUBTFUL_FORMS.has(plain) || at === words.length - 1)
  }
  return words.filter((word, at) => !isForm(word, at)).join(' ')
}

/** The longest name on file with which a text begins: its words, and where they end; null where it begins with none. */
export function nameAtStart(text: string, known: ReadonlySet<string>): { words: string; end: number } | null {
  const lead = /^\s*(?:@|the\s+)?/iu.exec(text)?.[0].length ?? 0
  const words = [...text.slice(lead).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}@&.+'’_-]*/gu)].slice(0, LONGEST)
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1]
    if (!last || words[0]?.index !== 0) continue
    const said = text.slice(lead, lead + last.index + last[0].length)
    const bare = said.replace(/['’]s$|[.,]+$/u, '')
    if (!/[,:;\n]/u.test(bare) && known.has(fold(bare))) return { words: bare, end: lead + bare.length }
  }
  return null
}
