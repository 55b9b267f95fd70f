import { createAgent, modelCallLimitMiddleware, tool, toolCallLimitMiddleware } from 'langchain'
import { z } from 'zod'
import type { Pack } from '#kernel/pack.ts'
import { isoDay, toMs, wallDay } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { promptIn, thresholdIn } from '#ladder/in-pack.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Window } from '#ports/lookups.ts'
import type { Model } from '#ports/model.ts'
import { LOOKS, PortChatModel } from './chat.ts'
import { citedIn } from './cited.ts'
import { namedBy } from './named.ts'
import { doneRows, flagRows, meetingRows, noteRows, type Row } from './rows.ts'

/** Rows that one look hands out, the newest. */
const MOST_ROWS = 30
/** Supersteps of one call with its lookups and the nodes of the limits, with room to spare. */
const STEPS_OF_A_CALL = 12
/** No answer looks further back. */
const LONGEST_MS = 92 * DAY_MS

const Answer = z.array(z.object({ text: z.string(), rows: z.array(z.string()) }))
const Args = z.object({ from: z.iso.date(), to: z.iso.date(), of: z.string().nullable() })
type Args = z.infer<typeof Args>

/**
 * Lets a model look things up and answer from them. It sees what the asker may see and nothing else, a few times at most; of what
 * it says only sentences are kept that cite what was looked up.
 * @returns the sentences, each with its ids; none where it had nothing to say
 */
export async function askModel(question: string, scope: Scope<Policy>, model: Model, pack: Pack): Promise<string[]> {
  const seen = new Map<string, Row>()
  const look = async (name: (typeof LOOKS)[number], args: Args): Promise<string> => {
    const rows = (await rowsOf(name, args, scope)).toSorted((one, other) => one.atMs - other.atMs).slice(-MOST_ROWS)
    for (const row of rows) seen.set(row.id, row)
    return rows.length === 0 ? 'none' : rows.map(({ id, text }) => `[${id}] ${text}`).join('\n')
  }
  const tools = LOOKS.map((name) => tool((args: Args) => look(name, args), { name, description: name, schema: Args }))
  const { zone } = scope.principal
  const facts = { today: isoDay(scope.nowMs, zone), zone }
  const modelCalls = thresholdIn(pack, 'modelCalls')
  const agent = createAgent({
    model: new PortChatModel({ model, instruction: promptIn(pack, 'step').instruction, facts }),
    tools,
    middleware: [
      modelCallLimitMiddleware({ runLimit: modelCalls, exitBehavior: 'end' }),
      toolCallLimitMiddleware({ runLimit: thresholdIn(pack, 'looks'), exitBehavior: 'continue' }),
    ],
  })
  // Not the step cap of the task, which is about its own nodes: here the calls are what is limited.
  const recursionLimit = modelCalls * STEPS_OF_A_CALL
  const { messages } = await agent.invoke({ messages: [{ role: 'user', content: question }] }, { recursionLimit })
  return citedIn(answerIn(messages.at(-1)?.text ?? ''), seen)
}

/** What the last step answered; a limit that was reached leaves a sentence of the library's own, which is none. */
function answerIn(text: string): z.infer<typeof Answer> {
  try {
    return Answer.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

async function rowsOf(name: (typeof LOOKS)[number], args: Args, scope: Scope<Policy>): Promise<Row[]> {
  const window = windowOf(args, scope)
  if (name === 'done') return doneRows(scope, window)
  if (name === 'flags') return flagRows(scope, window)
  if (name === 'meetings') return meetingRows(scope, window)
  const { records } = await namedBy(scope, args.of ?? '')
  return (await Promise.all(records.map((one) => noteRows(scope, one, window)))).flat()
}

/** Days on the asker's wall as instants, three months at the most. */
function windowOf({ from, to }: Args, { principal: { zone } }: Scope): Window {
  const fromMs = toMs(from, zone)
  const endMs = wallDay(toMs(to, zone), zone, 1).startMs
  return { fromMs, toMs: Math.max(fromMs, Math.min(endMs, fromMs + LONGEST_MS)) }
}
