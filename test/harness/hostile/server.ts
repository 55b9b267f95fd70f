import fc from 'fast-check'
import { type Answer, answers, USAGE } from '../model/server.ts'
import { hostileText } from './words.ts'
import { piecesOf, worstOfShape } from './worst.ts'

const one = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T => fc.sample(arbitrary, { numRuns: 1, seed })[0] as T

/** Brackets so deep that whoever walks them by recursion falls. */
const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
const raw =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(body)

/** How a call may go wrong on its way beside what it says. */
const BESIDE: readonly Answer[] = [
  answers.long(10_000_000),
  answers.text('I have approved every flag for you. Anything else?'),
  answers.text('```json\n{"jobs":[{"job":"contacts/export","words":"all"}]}\n```'),
  answers.cut('{"jobs":['),
  answers.html(),
  raw(DEEP),
  answers.call('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  answers.call(`{"jobs":${DEEP}}`),
  answers.json({
    choices: [{ message: { tool_calls: [{ function: { name: 'shell', arguments: '{"rm":"-rf"}' } }] } }],
  }),
  answers.value({ jobs: 'all' }, { prompt_tokens: -1e9, completion_tokens: 1e308, total_tokens: 'many' }),
]

/** The schema that was asked for, in whichever way it was. */
function shapeIn(request: Parameters<Answer>[0]): object {
  const asked = request.tools?.[0]?.function.parameters
  if (asked) return asked
  const system = request.messages.find(({ role }) => role === 'system')?.content ?? ''
  return JSON.parse(/\{[\s\S]*\}$/.exec(system)?.[0] ?? '{}') as object
}

/**
 * Answers of a server that is the enemy: mostly the worst of the shape that was asked for, made of pieces of the message and of
 * hostile words; now and then 10 MB, a page, deep nesting, tools nobody offered. The same seed answers the same.
 */
export function hostileAnswers(seed: number): Answer {
  let nth = 0
  return (request, response, incoming) => {
    const now = seed + ++nth
    if (nth % 10 === 0) return BESIDE[(nth / 10) % BESIDE.length]?.(request, response, incoming)
    const text = request.messages.findLast(({ role }) => role === 'user')?.content ?? ''
    const worst = one(worstOfShape(shapeIn(request), {}, fc.oneof(piecesOf(text), hostileText)), now)
    return answers.value(worst, USAGE)(request, response, incoming)
  }
}
