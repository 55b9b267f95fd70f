import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, stringify } from 'yaml'
import { parsePolicy } from './parse.ts'
import type { PolicyDraft } from './schema.ts'

type RuleDraft = NonNullable<PolicyDraft['rules']>[number]

const FILE = 'policy'
const YAML = { version: '1.2', schema: 'core' } as const
const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const
const JSON_STYLE = { ...STYLE, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const

/**
 * The text of a policy with one more learned rule; everything else stays as it was written, comments too.
 * @throws DeskError POLICY_INVALID where the file, or the file with the rule, is no policy.
 */
export function appendRule(text: string, rule: RuleDraft): string {
  parsePolicy(text, { file: FILE })
  const document = parseDocument(text, YAML)
  const spliced = isFlow(document) ? null : withEntry(text, rulesOf(document), rule)
  if (!isSeq(document.get('rules'))) document.set('rules', document.createNode([]))
  document.addIn(['rules'], document.createNode(rule))
  return checked(spliced, document)
}

/**
 * The text of a policy without one learned rule, or null where it has none of that id.
 * @throws DeskError POLICY_INVALID
 */
export function removeRule(text: string, id: string): string | null {
  const at = parsePolicy(text, { file: FILE }).rules.findIndex((rule) => rule.id === id)
  if (at < 0) return null
  const document = parseDocument(text, YAML)
  const spliced = isFlow(document) ? null : withoutEntry(text, rulesOf(document), at)
  document.deleteIn(['rules', at])
  return checked(spliced, document)
}

/** The spliced text where it says what the document says, else the document as text; a policy in any case. */
function checked(spliced: string | null, document: Document.Parsed): string {
  const same = spliced !== null && isDeepStrictEqual(parseDocument(spliced, YAML).toJS(), document.toJS())
  const next = same ? spliced : document.toString(isFlow(document) ? JSON_STYLE : STYLE)
  parsePolicy(next, { file: FILE })
  return next
}

/** Puts the rule after the last one, in lines of its own; null where `rules` is written on one line. */
function withEntry(text: string, pair: Pair | undefined, rule: RuleDraft): string | null {
  const entry = stringify([rule], STYLE)
  const rules = pair?.value
  if (!pair) return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}\nrules:\n${indented(entry, '  ')}`
  if (isSeq(rules) && rules.items.length > 0) {
    const [first, last] = [rules.items[0], rules.items.at(-1)]
    const end = endOf(last)
    if (rules.flow || !isNode(first) || !first.range || end === null) return null
    const from = lineStart(text, first.range[0])
    const cut = lineEnd(text, end)
    const indent = /^ */.exec(text.slice(from))?.[0] ?? ''
    return `${text.slice(0, cut)}${text.charAt(cut - 1) === '\n' ? '' : '\n'}${indented(entry, indent)}${text.slice(cut)}`
  }
  if (!isNode(rules) || !rules.range) return null
  const [from, to] = rules.range
  const line = lineEnd(text, to)
  const head = `${text.slice(0, from).trimEnd()}${text.slice(to, line)}`
  return `${head}${head.endsWith('\n') ? '' : '\n'}${indented(entry, '  ')}${text.slice(line)}`
}

function withoutEntry(text: string, pair: Pair | undefined, at: number): string | null {
  const rules = pair?.value
  if (!isSeq(rules) || rules.flow || !isScalar(pair?.key) || !pair.key.range) return null
  const item = rules.items[at]
  const end = endOf(item)
  if (!isNode(item) || !item.range || end === null) return null
  const left = text.slice(0, lineStart(text, item.range[0])) + text.slice(lineEnd(text, end))
  if (rules.items.length > 1) return left
  const colon = left.indexOf(':', pair.key.range[1]) + 1
  return `${left.slice(0, colon)} []${left.slice(colon)}`
}

/** Where the last character of a node is, whatever blank space the parser counts to it. */
const endOf = (node: unknown): number | null => (isNode(node) && node.range ? node.range[1] : null)

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** First character after the line that holds the character before `at`. */
function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at - 1)
  return next < 0 ? text.length : next + 1
}

const indented = (lines: string, indent: string): string => lines.replace(/^(?=.)/gm, indent)

const rulesOf = (document: Document): Pair | undefined =>
  isMap(document.contents)
    ? document.contents.items.find((pair) => isScalar(pair.key) && pair.key.value === 'rules')
    : undefined

const isFlow = (document: Document): boolean => isMap(document.contents) && document.contents.flow === true
