/** Elements and attributes of a page, as a browser's tokenizer finds them. */
export interface Markup {
  tags: string[]
  attributes: { tag: string; name: string; value: string }[]
  /** What stands between tags, and in scripts and styles, as it is written. */
  texts: { in: string; text: string }[]
}

const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea'])
const TAG = /<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/giy
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Reads HTML as a browser begins to: what is not a tag is text, and nothing in a `textarea` or `script` is a tag but its end. */
export function markupOf(page: string): Markup {
  const found: Markup = { tags: [], attributes: [], texts: [] }
  let inside = ''
  let text = ''
  let at = 0
  const endText = () => {
    if (text !== '') found.texts.push({ in: inside, text })
    text = ''
  }
  while (at < page.length) {
    TAG.lastIndex = at
    const tag = page[at] === '<' ? TAG.exec(page) : null
    const name = tag?.[2]?.toLowerCase() ?? ''
    const isTag = tag !== null && (!RAW.has(inside) || (tag[1] === '/' && name === inside))
    if (!isTag) {
      const next = page.indexOf('<', at + 1)
      const end = next < 0 ? page.length : next
      text += page.slice(at, end)
      at = end
      continue
    }
    endText()
    at = TAG.lastIndex
    if (tag[1] === '/') {
      inside = ''
      continue
    }
    inside = name
    found.tags.push(name)
    for (const [, attribute = '', ...values] of (tag[3] ?? '').matchAll(ATTRIBUTE))
      found.attributes.push({
        tag: name,
        name: attribute.toLowerCase(),
        value: values.find((one) => one !== undefined) ?? '',
      })
  }
  endText()
  return found
}

const LINKS: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction'])

/** What in a page is a hostile text's and does more than be read; empty where everything was escaped. Hostile texts say `zz`. */
export function liveIn(page: string): string[] {
  const { tags, attributes, texts } = markupOf(page)
  return [
    ...tags.filter((tag) => /zz|^(?:iframe|object|embed|base|meta|img)$/.test(tag)),
    ...attributes.filter(({ name }) => /zz|^on/.test(name)).map(({ tag, name }) => `${tag} ${name}`),
    ...attributes
      .filter(({ name, value }) => LINKS.has(name) && !/^(?:\/|#|https?:\/\/|mailto:|tel:)/i.test(value))
      .map(({ tag, name, value }) => `${tag} ${name}=${value}`),
    ...texts.filter((one) => /^(?:script|style)$/.test(one.in) && one.text.includes('zz')).map((one) => one.text),
  ]
}

/** Control characters, bidi marks and joiners that a reader does not see. */
export const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
