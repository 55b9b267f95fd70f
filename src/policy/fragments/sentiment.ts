import type { z } from 'zod'
import { count, duration, keys, level, list, number, oneOf, orPerson } from '../kinds.ts'
import { durationMs } from '../spans.ts'

const Autonomy = keys({
  flag: level.prefault('act').describe('telling the responsible person'),
  reply_holding: level.prefault('act_with_approval').describe('telling the client that somebody looks into it'),
})

const SOURCES = ['whatsapp', 'email', 'slack_connect', 'discord', 'web_form', 'reviews'] as const
const SEVERE = ['churn', 'legal', 'refund', 'safety', 'discrimination', 'data_breach', 'press', 'non_payment'] as const

const Drift = keys({
  lambda: number(0.01, 1).prefault(0.25).describe('weight of the newest message in the moving average'),
  band: number(0.5, 10).prefault(2.7).describe('standard deviations below the usual that raise a flag'),
  min_messages: count(2, 1000).prefault(8).describe('of a client before drift is looked for'),
  cusum_k: number(0, 10).prefault(0.5).describe('slack of the slow-drift sum'),
  cusum_h: number(0.1, 100).prefault(4).describe('slow-drift sum that raises a flag'),
})

const whom = list(orPerson(['account_owner']), '[account_owner]')

const Notify = keys({
  severe: whom.prefault(['account_owner']).describe('at once'),
  drift: whom.prefault(['account_owner']).describe('in the digest'),
  public: whom.prefault(['account_owner']).describe('what everybody can read'),
})

const RespondWithin = keys({
  severe: duration.prefault('15m').describe('working time'),
  negative: duration.prefault('2h').describe('working time'),
  normal: duration.prefault('1d').describe('working time'),
})

export const Sentiment = keys({
  autonomy: Autonomy.prefault({}).describe('how far the desk goes alone: never, suggest, act_with_approval or act'),
  sources: list(oneOf(SOURCES), '[whatsapp, email]')
    .prefault(['whatsapp', 'email', 'slack_connect', 'reviews'])
    .describe('where clients are listened to; the team never is'),
  severe: list(oneOf(SEVERE), '[churn, legal]')
    .prefault(['churn', 'legal', 'refund', 'safety', 'discrimination', 'data_breach', 'press'])
    .describe('matters that are told at once, whatever the tone'),
  drift: Drift.prefault({}).describe('when a client who changes slowly is worth a flag'),
  cooldown: duration.prefault('24h').describe('after a flag is closed, before the next for the same client'),
  notify: Notify.prefault({}).describe('who is told; account_owner, or ids'),
  respond_within: RespondWithin.prefault({}).describe('how soon a client should have an answer'),
})

export function sentimentOf(file: z.output<typeof Sentiment>) {
  return {
    autonomy: file.autonomy,
    sources: file.sources,
    severe: file.severe,
    drift: {
      lambda: file.drift.lambda,
      band: file.drift.band,
      minMessages: file.drift.min_messages,
      cusumK: file.drift.cusum_k,
      cusumH: file.drift.cusum_h,
    },
    cooldownMs: durationMs(file.cooldown),
    notify: file.notify,
    respondWithin: {
      severeMs: durationMs(file.respond_within.severe),
      negativeMs: durationMs(file.respond_within.negative),
      normalMs: durationMs(file.respond_within.normal),
    },
  }
}
