import type { TimeMark } from './when-words.ts'
import type { Word } from './words.ts'

/** What people say before what they want; one phrase per entry, longest first when stripped. */
const LEAD_INS = [
  'hi', 'hey', 'hello', 'yo', 'there', 'please', 'kindly', 'ok', 'okay', 'so', 'well', 'great', 'perfect', 'thanks', 'thank you', 'yes',
  'yeah', 'yep', 'sure', 'alright', 'now', 'just', 'also', 'and', 'then', 'plus', 'but', 'or', 'oh', 'actually', 'maybe', 'sorry', 'no',
  'can you', 'could you', 'would you', 'will you', 'you can', 'can we', 'could we', 'shall we', 'should we', 'can i', 'could i', 'may i',
  'can u', 'i need you to', 'i want you to', 'i would like you to', 'i would like to', 'i like to', 'i would love to', 'would love to',
  'would like to', 'i need to', 'i want to', 'i wish to', 'i must', 'i have to', 'we need to', 'we want to', 'we should', 'we have to',
  'we would like to', 'why not', 'why dont we', 'why dont you', 'how about we', 'how about you', 'i need help', 'need help', 'need some help', 'need to', 'want to', 'need you to', 'want you to', 'have to', 'let us', 'let me', 'go ahead and', 'help me', 'help me to',
  'help me out and', 'i am trying to', 'trying to', 'i am looking to', 'looking to', 'is it possible to', 'it possible to', 'is it possible for you to', 'possible for you to',
  'would you mind', 'do me a favor and', 'make sure to', 'make sure you', 'remember to', 'you need to', 'you should', 'you to',
  'i was wondering if you could', 'wondering if you could', 'i think', 'if you can', 'be able to', 'are you able to', 'is there a way to',
  'do you mind', 'do you think you can', 'may you', 'are we able to', 'going to', 'i am going to', 'try to', 'tell me', 'let me know', 'give me',
  'show me', 'i need', 'i want', 'i would like', 'would like', 'how do i', 'how can i', 'how to', 'what do i do to',
  'what is the process to', 'i want to know how to', 'find out how to', 'find out how do i', 'find out how i can', 'know how to', 'know how do i', 'know how i can', 'ich muss', 'ich kann', 'wir mussen', 'je dois', 'je peux', 'je souhaite', 'nous devons', 'tengo que', 'tenemos que', 'hay que', 'necesito', 'bitte', 'hallo', 'hola',
  'bonjour', 'salut', 'por favor', 'merci', 'kannst du', 'konnen sie', 'konnten sie', 'konnen wir', 'konnten wir', 'ich mochte', 'ich wurde gerne',
  'pouvez vous', 'pourriez vous', 'peux tu', 'je voudrais', 'j aimerais', 'je souhaiterais', 'est ce que', 'est ce qu on peut', 'merci de', 'merci d', 'buenas', 'buenos dias', 'buenas tardes', 'buen dia', 'guten tag', 'guten morgen', 'bonsoir', 'vale', 'si', 'ja', 'oui', 'perfecto', 'genial', 'lo siento', 'desole', 'desolee', 'leider', 'malheureusement', 'finalement', 'al final', 'me temo que', 'me gustaria', 'danke', 'gracias', 'on peut', 'puedes', 'podrias', 'podria', 'puede', 'quiero', 'quisiera', 'me gustaria',
].map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length) // biome-ignore format: a word list reads better in lines

const BY_FIRST = Map.groupBy(LEAD_INS, (phrase) => phrase[0] ?? '')

/** Words after which another request may begin in the same sentence. */
const JOINTS = new Set([
  'and',
  'then',
  'so',
  'but',
  'also',
  'plus',
  'or',
  'because',
  'please',
  'y',
  'und',
  'et',
  'luego',
  'dann',
  'puis',
])

const OF_TIME = new Set(
  'on at the in for by of from to until next this coming around after before every el la las los al a le les am um den der die das ab pour por para de'.split(
    ' ',
  ),
)

/**
 * Where a request may begin: the first word of a clause, and every word up to the end of the courtesies, or of the time, in
 * front of it ("hey can you please | cancel", "on friday at 3 | book"). One flag a word.
 */
export function headsOf(words: readonly Word[], times: readonly TimeMark[]): boolean[] {
  const heads = words.map((word) => word.opens)
  words.forEach((word, at) => {
    if (JOINTS.has(word.plain) && at + 1 < words.length) heads[at + 1] = true
  })
  for (let at = 0; at < words.length; at++) {
    if (!heads[at]) continue
    for (const phrase of BY_FIRST.get(words[at]?.plain ?? '') ?? []) {
      if (phrase.every((plain, i) => words[at + i]?.plain === plain) && at + phrase.length < words.length) {
        heads[at + phrase.length] = true
      }
    }
    const behind = afterTime(words, times, at)
    if (behind < words.length) heads[behind] = true
  }
  return heads
}

/** The first word after the time that begins at `at`; `at` itself where none does. */
function afterTime(words: readonly Word[], times: readonly TimeMark[], at: number): number {
  let end = at
  for (let i = at; i < words.length && (i === at || !words[i]?.opens); i++) {
    if (times[i]) end = i + 1
    else if (!OF_TIME.has(words[i]?.plain ?? '')) break
  }
  return end
}
