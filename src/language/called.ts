const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Letters from which the beginning of a name is enough. */
const ENOUGH = 4

/** Whether every word that somebody says stands in what a person or company is called: a name, a company, an address. */
export function isCalled(said: string, names: readonly (string | null)[]): boolean {
  const own = wordsIn(names.filter((name) => name !== null).join(' '))
  const wanted = wordsIn(said)
  const stands = (word: string) => own.some((one) => one === word || (word.length >= ENOUGH && one.startsWith(word)))
  return wanted.length > 0 && wanted.every(stands)
}
