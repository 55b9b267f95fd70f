/** What Slack writes between angle brackets: a person, a channel, a call to many, or a link. */
const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g

/** Users that a text mentions, in order. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].flatMap((found) => found[1] ?? [])

/**
 * The words somebody typed, out of Slack's own marks: people by name, links as addresses, and `&lt;` as what it stands for.
 * @param bot user id of the desk: its own mention is no word
 */
export function wordsOf(text: string, bot: string, names: ReadonlyMap<string, string>): string {
  const plain = text.replace(MARK, (_whole, sign: string, inner: string, label: string | undefined) => {
    if (sign === '@') return inner === bot ? '' : (names.get(inner) ?? label ?? 'somebody')
    if (sign === '#') return `#${label || 'channel'}`
    if (sign === '!') return label ?? `@${inner.split('^')[0]}`
    return inner.replace(/^(?:mailto|tel):/, '')
  })
  return plain.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/ {2,}/g, ' ').trim()
}
