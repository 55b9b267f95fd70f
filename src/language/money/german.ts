const ONES: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  eins: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
}
const TEENS: Readonly<Record<string, number>> = {
  zehn: 10,
  elf: 11,
  zwolf: 12,
  dreizehn: 13,
  vierzehn: 14,
  funfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
}
const LIKELY = /hundert|tausend|zig$|(?:ss|ß)ig$|zehn$/

/** The value of a German number in one word ("fünfundzwanzigtausend", folded), or null. */
export function germanNumber(word: string): number | null {
  if (!LIKELY.test(word) || word.length > 60) return null
  return thousands(word)
}

function thousands(word: string): number | null {
  const cut = word.indexOf('tausend')
  if (cut < 0) return hundreds(word)
  return joined(cut === 0 ? 1 : hundreds(word.slice(0, cut)), 1000, word.slice(cut + 7), hundreds)
}

function hundreds(word: string): number | null {
  const cut = word.indexOf('hundert')
  if (cut < 0) return below(word)
  return joined(cut === 0 ? 1 : below(word.slice(0, cut)), 100, word.slice(cut + 7), below)
}

function joined(
  count: number | null,
  times: number,
  rest: string,
  read: (word: string) => number | null,
): number | null {
  const after = rest === '' ? 0 : read(rest.replace(/^und(?!$)/, ''))
  return count === null || after === null ? null : count * times + after
}

/** Below a hundred: "sieben", "elf", "fünfundzwanzig". */
function below(word: string): number | null {
  const plain = TEENS[word] ?? ONES[word]
  if (plain !== undefined) return plain
  const cut = word.indexOf('und')
  const ones = cut > 0 ? ONES[word.slice(0, cut)] : undefined
  const tens = cut > 0 ? TEENS[word.slice(cut + 3)] : undefined
  return ones !== undefined && tens !== undefined && tens >= 20 ? tens + ones : null
}
