import { z } from 'zod'
import { FACTS } from './facts.ts'
import { inline } from './inline.ts'
import { PolicyFile } from './schema.ts'
import { bare, defaultOf, metaOf } from './walk.ts'

type Schema = z.core.$ZodType

/** The page on the policy for the people who write it (`docs/policy.md`): every key, its default and its meaning. */
export function policyManual(): string {
  const sections = Object.entries(PolicyFile.shape).flatMap(([key, schema]) => section(key, schema))
  return [INTRODUCTION, ...sections, CONDITIONS, factTable(), RULES].join('\n\n').concat('\n')
}

function section(key: string, schema: Schema): string[] {
  const { description } = metaOf(schema)
  const rows = innerRows(schema, '')
  const given = rows.length > 0 || defaultOf(schema) === undefined ? '' : ` Default: \`${inline(defaultOf(schema))}\`.`
  const about = `## \`${key}\`\n\n${sentence(String(description ?? ''))}${given}`
  return rows.length > 0 ? [about, table(['key', 'default', 'meaning'], rows)] : [about]
}

/** Rows of what stands in a group, in each entry of a list, or under each name the team chooses. */
function innerRows(schema: Schema, prefix: string): string[][] {
  const kind = bare(schema)
  if (kind instanceof z.ZodArray) return innerRows(kind.element, prefix === '' ? '' : `${prefix.slice(0, -1)}[].`)
  if (kind instanceof z.ZodRecord) return innerRows(kind.valueType, `${prefix}NAME.`)
  return kind instanceof z.ZodObject
    ? Object.entries(kind.shape).flatMap(([key, child]) => rowsOf(prefix + key, child))
    : []
}

function rowsOf(path: string, schema: Schema): string[][] {
  const inner = innerRows(schema, `${path}.`)
  const isGroup = bare(schema) instanceof z.ZodObject
  return isGroup ? inner : [[code(path), said(schema), escaped(String(metaOf(schema).description ?? ''))], ...inner]
}

function said(schema: Schema): string {
  const value = defaultOf(schema)
  if (value !== undefined) return code(inline(value))
  return schema instanceof z.ZodOptional ? 'none' : '**needed**'
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function factTable(): string {
  const rows = Object.entries(FACTS).flatMap(([of, facts]) =>
    Object.entries(facts).map(([name, meaning]) => [code(name), of === 'any' ? 'every action' : of, escaped(meaning)]),
  )
  return table(['fact', 'of', 'meaning'], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const code = (text: string): string => `\`${escaped(text)}\``
const escaped = (text: string): string => text.replaceAll('|', '\\|')

const INTRODUCTION = `# The policy file

Everything the team decides about its desk stands in one file, \`policy.yaml\` in the home (JSON is accepted too). A home
without the file has one person, who decides everything, and the defaults below. \`policy.example.yaml\` is the whole file
with a comment on each line; this page lists the same keys.

- Save the file and the desk uses it at once. A file with a mistake never replaces a good one: the desk goes on with what it
  has, and names the file, the line, the key, and what was expected.
- Durations look like \`15m\`, \`2h\`, \`3d\`, \`1w\`; money like \`10000 EUR\`; times like \`"20:00"\`, in the zone of whoever they
  concern; days like \`mon-thu\`, \`fri\` or \`"mon, wed"\`. Numbers that are names (phones, ids) stand in quotes.
- A key that is left out, or left empty, has its default. A key the desk does not know is a mistake, not a comment.
- Levels: \`never\` does not do it; \`suggest\` says what it would do; \`act_with_approval\` asks first; \`act\` does it and says so.
- The file is YAML 1.2, up to 1 MB: \`NO\` is Norway and \`22:30\` is a time. No key may stand twice in a group.`

const CONDITIONS = `## Conditions

\`approve_if\`, \`if\` and \`when\` hold conditions: \`amount >= 10000 EUR and stage in [proposal, negotiation]\`.

- A condition compares a fact with a value: \`>\`, \`>=\`, \`<\`, \`<=\`, \`==\`, \`!=\`, or \`in [a, b]\`. Conditions are joined by
  \`and\` and \`or\` (\`and\` binds closer) and grouped by parentheses. There is nothing else.
- Values are numbers (\`5\`, \`0.5\`), percentages (\`25%\`), money (\`10000 EUR\`), \`true\`, \`false\`, and words (\`closed_won\`, or
  \`"Closed won"\`); words are compared without regard to case.
- A fact that the action does not have never holds: a note has no amount, so no limit on amounts concerns it.
- An amount in another currency is compared where \`rates\` knows the currency. Otherwise nobody can say whether the condition
  holds, and a person is asked.
- \`scheduling.approve_if\` is asked of plans of more than one event, with the facts of the whole plan; a single event is a
  matter of \`scheduling.autonomy\` alone. The other lists are asked of every write.

The facts there are:`

const RULES = `## Learned rules

When the same decision was made again and again, the desk offers to remember it. What it remembers is a line under \`rules\`, in
words and as a condition, with its author and its end; delete the line, or say "forget rule r12", and it is gone. An entry:

\`\`\`yaml
rules:
  - id: r12
    text: Move internal meetings that are more than a day ahead without asking
    when: party == internal and hours_ahead > 24
    then: act                    # never, suggest, act_with_approval or act
    scope: calendar.move         # an action, a store (calendar) or an agent (scheduling)
    author: mia
    createdAt: 2026-11-24T09:30:00Z
    expires: 2027-05-23          # without it, 180 days after it was made
    maxPerDay: 10                # optional
\`\`\`

Where several rules match, the one that is closest holds: an action before its store before an agent, then the one with more
comparisons, then the newest. A rule never lifts what the policy forbids, what a condition asks about, or what no policy lifts,
and it never takes a person out of actions of high risk.`
