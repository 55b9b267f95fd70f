import type { Problem } from './problems.ts'
import { isGroup, valueAt } from './walk.ts'

/** Gives the text of a file beside the policy; null where there is none or it cannot be read. */
export type Beside = (name: string) => string | null

/** The entry of `leads.never` that is no file. */
export const DISPOSABLE = 'disposable_email'

/** A plain name of a list: no folder, so that a policy reads nothing but what lies beside it. */
const LIST = /^[\w-]+(?:\.[\w-]+)*\.txt$/u
export const isListName = (name: string): boolean => LIST.test(name)

/** Names of lists that a policy's text may mean, in whatever state it is. */
export const listsNamed = (text: string): string[] => [
  ...new Set([...text.matchAll(/[\w-]+(?:\.[\w-]+)*\.txt/gu)].map(([name]) => name)),
]

const DOMAIN = /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u

/** Domains of the lists under `leads.never`, in lower case, and what is wrong with the lists. Without `beside` no list is read. */
export function neverDomains(data: unknown, beside: Beside | undefined): { domains: string[]; problems: Problem[] } {
  const never = isGroup(data) ? valueAt(data, ['leads', 'never']) : null
  const names = Array.isArray(never) ? never.filter((one): one is string => typeof one === 'string') : []
  const domains: string[] = []
  const problems: Problem[] = []
  for (const [at, name] of names.entries()) {
    if (!beside || !isListName(name)) continue
    const wrong = (says: string) => problems.push({ path: ['leads', 'never', at], atKey: false, says })
    const text = beside(name)
    if (text === null) {
      wrong(
        `\`leads.never\` names "${name}", and there is no such file beside the policy; make one with a domain a line`,
      )
      continue
    }
    for (const [line, written] of text.split(/\r?\n/u).entries()) {
      const domain = written
        .replace(/#.*$/u, '')
        .trim()
        .toLowerCase()
        .replace(/^@|^www\./u, '')
      if (domain === '') continue
      if (DOMAIN.test(domain)) domains.push(domain)
      else wrong(`line ${line + 1} of "${name}" must be a domain such as rival.example, and nothing else`)
    }
  }
  return { domains: [...new Set(domains)], problems }
}
