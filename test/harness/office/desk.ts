import { agents } from '#agents/manifest.ts'
import type { TurnResult } from '#desk/out/result.ts'
import { noMailer } from '#ports/mailer.ts'
import { type ModelDesk, modelDesk, modelPolicy } from '../model/desk.ts'
import { type Answer, answers } from '../model/server.ts'
import type { ScriptedOptions } from '../scripted.ts'
import { BASICS, type Saying } from './basics.ts'
import { furnish } from './records.ts'

/** A model that finds the job of what stands in `BASICS` for it, and refuses all else. */
export const knowing: Answer = (request, response, raw) => {
  const { message } = JSON.parse(request.messages.find(({ role }) => role === 'user')?.content ?? '{}')
  const jobs = Object.entries(BASICS).flatMap(([agent, { modelOnly }]) =>
    modelOnly.text === message.trim()
      ? [{ job: `${agent}/${modelOnly.intent}`, words: modelOnly.words, read: modelOnly.points ?? null }]
      : [],
  )
  return (jobs.length === 0 ? answers.refusal() : answers.value({ jobs }))(request, response, raw)
}

const MAILER = { ...noMailer, configured: true, send: async ({ key }: { key: string }) => ({ id: key, refused: [] }) }

/** What is said by the desk itself, unasked, of its model: the newest last. */
export const newsOf = ({ composition }: Pick<ModelDesk, 'composition'>): string[] =>
  composition.sql.connection
    .prepare("select message from outbox where key like 'model-%' and channel = 'console' order by id")
    .all()
    .map((row) => (JSON.parse(String(row.message)) as { text: string }).text)

export interface OfficeDesk extends ModelDesk {
  /** Says one of the basics in a conversation of its own. */
  try(saying: Pick<Saying, 'text' | 'from'>): Promise<TurnResult & { conversation: string }>
}

let nth = 0

/** A whole desk with all installed agents, a few records, and the real client on a stand-in of the model's interface. */
export async function officeDesk(
  script: readonly Answer[],
  { policy = '', ...options }: ScriptedOptions = {},
): Promise<OfficeDesk> {
  const more = `outreach: {autonomy: {send_reply: act, send_first_touch: act, follow_up: act}}\nfacts: {services: [{name: Web shops, words: [web shop]}]}\n${policy}`
  const desk = await modelDesk(script, { agents, mailer: MAILER, policy: modelPolicy({}, more), ...options })
  if (!options.home) await furnish(desk.composition)
  return {
    ...desk,
    async try({ text, from = { kind: 'member', id: 'mia' } }) {
      const conversation = `c${++nth}`
      return { ...(await desk.say(from, text, conversation)), conversation }
    },
  }
}
