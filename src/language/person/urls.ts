import type { PersonFind } from './find.ts'
import { COUNTRY_ENDS, DOUBTFUL_ENDS, GENERIC_ENDS } from './url-ends.ts'

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`
const HOST = String.raw`(?:${LABEL}\.)+[\p{L}][\p{L}\p{M}\p{N}-]*`
const REST = String.raw`(?::\d{1,5})?(?:[/?#][^\s<>"“”]*)?`
const SCHEMED = new RegExp(String.raw`(?:https?|ftp):\/\/(localhost|\d{1,3}(?:\.\d{1,3}){3}|${HOST})${REST}`, 'giu')
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}@._/:-])(${HOST})(?![\p{L}\p{N}@-])(?::\d{2,5})?(?:\/[^\s<>"“”]*)?`,
  'giu',
)
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
/** Words after which a bare host is one, whatever its end looks like. */
const POINTERS = /\b(?:visit|website|site|see|on|url|link|domain|web|page|webseite|sitio|page)\W{1,3}$/i

/** Web addresses of a text: with their scheme, or hosts that end in a known top level. Their closing punctuation is the sentence's. */
export function findUrls(text: string): PersonFind[] {
  if (!text.includes('.') && !text.includes('://')) return []
  const schemed = matches(text, SCHEMED).filter(({ host, rest }) => knownEnd(host) && !/^\?/.test(rest))
  const taken = matches(text, SCHEMED)
  const bare = matches(text, BARE).filter(
    (one) => !taken.some(({ at, found }) => one.at < at + found.length && at < one.at + one.found.length),
  )
  return [...schemed, ...bare.filter((one) => isBareUrl(one, text))]
    .map(({ found, at }): PersonFind => ({ kind: 'url', text: found, span: [at, at + found.length], value: found }))
    .sort((a, b) => a.span[0] - b.span[0])
}

interface Candidate {
  found: string
  at: number
  host: string
  /** What follows the host. */
  rest: string
}

function matches(text: string, pattern: RegExp): Candidate[] {
  return Array.from(text.matchAll(pattern), ({ 0: raw, 1: host = '', index }) => {
    const found = withoutClosing(raw)
    return { found, at: index, host, rest: found.slice(found.indexOf(host) + host.length) }
  })
}

/** Cuts the punctuation that closes the sentence; a bracket stays where it was opened inside. */
function withoutClosing(raw: string): string {
  let end = raw.length
  while (end > 0) {
    const last = raw[end - 1] as string
    const opener = CLOSERS[last]
    const kept = raw.slice(0, end)
    const closes = opener !== undefined && count(kept, last) > count(kept, opener)
    if (!closes && !/[.,;:!?'’*]/.test(last)) break
    end--
  }
  return raw.slice(0, end)
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

function knownEnd(host: string): boolean {
  if (host === 'localhost' || /^\d/.test(host.slice(host.lastIndexOf('.') + 1))) return true
  const end = endOf(host)
  return (
    GENERIC_ENDS.has(end) ||
    COUNTRY_ENDS.has(end) ||
    end === 'pm' ||
    end.startsWith('xn--') ||
    /[^\p{ASCII}]/u.test(end)
  )
}

const endOf = (host: string): string => host.slice(host.lastIndexOf('.') + 1).toLowerCase()

/** A host without a scheme: "7.am" is a time, "thanks.so we" two sentences, "main.py" a file. */
function isBareUrl({ host, rest, at }: Candidate, text: string): boolean {
  if (!knownEnd(host) || (/^\d+\.(?:am|pm)$/i.test(host) && Number.parseInt(host, 10) <= 24)) return false
  if (/^\p{Lu}/u.test(host.slice(host.lastIndexOf('.') + 1)) && !/^[\P{Ll}]+$/u.test(host)) return false
  if (!DOUBTFUL_ENDS.has(endOf(host))) return true
  return host.split('.').length > 2 || rest.startsWith('/') || /\d/.test(host) || POINTERS.test(text.slice(0, at))
}
