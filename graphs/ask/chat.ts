import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type BaseMessage } from '@langchain/core/messages'
import type { ChatResult } from '@langchain/core/outputs'
import { z } from 'zod'
import type { Model } from '#ports/model.ts'

/** What the model may look up in one step. */
export const LOOKS = ['done', 'flags', 'meetings', 'notes'] as const

const Look = z.object({
  look: z.enum(LOOKS),
  /** Dates on the asker's wall, the last one included. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Of `notes`: whose. */
  of: z.string().max(80).nullable(),
})

/** One step: look things up, or answer from what was. */
export const Step = z.object({
  looks: z.array(Look).max(4),
  answer: z.array(z.object({ text: z.string().max(400), rows: z.array(z.string().max(80)).max(12) })).max(12),
})
export type Step = z.infer<typeof Step>

interface ChatParts {
  model: Model
  instruction: string
  facts: Readonly<Record<string, string>>
}

/**
 * The desk's model port as a chat model of LangChain's. Each step is one question over the port, so that it is metered, capped and
 * checked like any other; the conversation so far goes out as quoted data, and what comes back can only be a step.
 */
export class PortChatModel extends BaseChatModel {
  readonly #parts: ChatParts
  readonly #asked = new Set<string>()

  constructor(parts: ChatParts) {
    super({})
    this.#parts = parts
  }

  _llmType(): string {
    return 'port'
  }

  /** The tools are named in the pack and in the schema of a step; nothing of them is sent otherwise. */
  override bindTools(): this {
    return this
  }

  async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { model, instruction, facts } = this.#parts
    const answer = await model.ask({
      tier: 'large',
      name: 'step',
      instruction,
      facts,
      text: transcript(messages),
      schema: Step,
    })
    const step: Step = answer.ok ? answer.value : { looks: [], answer: [] }
    // What was looked up once is not looked up again: a model that goes round in circles has nothing more to say.
    const looks = step.looks.filter((look) => !this.#asked.has(JSON.stringify(look)))
    for (const look of looks) this.#asked.add(JSON.stringify(look))
    const calls = step.answer.length > 0 ? [] : looks
    const message = new AIMessage({
      content: JSON.stringify(step.answer),
      tool_calls: calls.map(({ look, ...args }, at) => ({
        name: look,
        args,
        id: `${this.#asked.size}-${at}`,
        type: 'tool_call',
      })),
    })
    return { generations: [{ text: '', message }] }
  }
}

/** The question and what was looked up for it, as one quoted text. */
const transcript = (messages: readonly BaseMessage[]): string =>
  messages
    .filter((message) => message.type === 'human' || message.type === 'tool')
    .map((message) => `${message.type === 'human' ? 'Question' : 'Rows'}: ${message.text}`)
    .join('\n')
