import { z } from 'zod'
import type { Ruling } from '#kernel/ruling.ts'
import { rephrased } from '#ladder/rephrase.ts'
import type { Policy } from '#policy/policy.ts'
import type { Scope } from '#ports/agent.ts'
import type { Inbound } from './request.ts'

const Reply = z.object({ text: z.string() })

/** What a lead is answered, said otherwise by the model that writes: the text of a reply, or of the one question. */
export async function rephraseAnswer(ruling: Ruling, request: Inbound, scope: Scope<Policy>): Promise<Ruling> {
  const say = (text: string): Promise<string> =>
    rephrased(text, namesIn(request, scope.policy), scope, request.language)
  if (ruling.type === 'ask')
    return { ...ruling, question: { ...ruling.question, text: await say(ruling.question.text) } }
  if (ruling.type !== 'propose') return ruling
  const reply = ruling.actions.find(({ kind }) => kind === 'lead.reply')
  if (!reply) return ruling
  const text = await say(Reply.parse(reply.args).text)
  return {
    ...ruling,
    actions: ruling.actions.map((action) =>
      action === reply ? { ...action, args: { ...action.args, text } } : action,
    ),
  }
}

/** Names that an answer may hold: ours, theirs, and those of what is done. */
function namesIn({ person, company, services }: Inbound, { company: own, people, facts }: Policy): string[] {
  const members = people.flatMap(({ name }) => [name, name.split(' ')[0] ?? ''])
  const done = [...facts.services.map(({ name }) => name), ...services.map(({ name }) => name)]
  return [own.name, person.name ?? '', company.name ?? '', ...members, ...done].filter((name) => name.length > 1)
}
