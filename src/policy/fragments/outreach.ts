import type { z } from 'zod'
import { condition, conditionOf } from '../facts.ts'
import { clock, count, duration, flag, keys, level, list, oneOf, text } from '../kinds.ts'
import { clockMinute, durationMs } from '../spans.ts'

const Autonomy = keys({
  draft: level.prefault('act').describe('writing a draft; nothing leaves'),
  send_reply: level.prefault('act_with_approval').describe('answering somebody who wrote'),
  send_first_touch: level.prefault('act_with_approval').describe('writing to somebody first'),
  follow_up: level.prefault('act_with_approval').describe('writing again without an answer'),
  forward: level.prefault('act_with_approval').describe('passing a mail on'),
  delete_mail: level.prefault('act_with_approval').describe('deleting a mail'),
})

const STOPS = ['reply', 'bounce', 'opt_out', 'meeting', 'deal_closed'] as const

const FollowUps = keys({
  max: count(0, 10).prefault(2).describe('after the first message'),
  gaps: list(duration, '[3d, 7d]').prefault(['3d', '7d']).describe('before each of them; the last gap repeats'),
  stop_on: list(oneOf(STOPS), '[reply, bounce]')
    .prefault([...STOPS])
    .describe('what ends them'),
})

const Limits = keys({
  per_mailbox_day: count(0, 100_000).prefault(40).describe('messages of one mailbox in a day'),
  per_domain_day: count(0, 100_000).prefault(5).describe('messages to one company in a day'),
  per_person_30d: count(0, 100_000).prefault(4).describe('messages to one person in 30 days'),
  new_mailbox_ramp: list(count(0, 100_000), '[5, 10, 20, 40]')
    .prefault([5, 10, 20, 40])
    .describe('messages a day of a new mailbox, week by week'),
})

const QuietHours = keys({
  start: clock.prefault('19:00').describe('nothing is sent from this time'),
  end: clock.prefault('08:30').describe('until this time'),
  weekends: flag.prefault(true).describe('nothing on Saturday and Sunday'),
  zone: oneOf(['recipient', 'company']).prefault('recipient').describe('whose clock: recipient or company'),
})

const Legal = keys({
  footer: oneOf(['required_for_commercial', 'always', 'never'])
    .prefault('required_for_commercial')
    .describe('postal address and opt-out'),
  eu_individuals: oneOf(['consent_only', 'legitimate_interest'])
    .prefault('consent_only')
    .describe('private persons in the EU and the UK'),
  keep_suppression: oneOf(['forever']).prefault('forever').describe('who opted out stays opted out'),
})

const Voice = keys({
  profile: text.optional().meta({ example: 'brand.md' }).describe('file in the home that says how you write'),
  banned: list(text, '["synergy"]').prefault(['synergy', 'just circling back']).describe('words that never go out'),
  greeting: text.prefault('Hi {first_name},').describe('first line; {first_name} is whoever gets it'),
  sign_off: text.prefault('Best, {first_name}').describe('last line; {first_name} is the sender'),
  reading_grade_max: count(1, 20).prefault(9).describe('school years needed to read it'),
  words_max: count(10, 2000).prefault(120).describe('length of a draft'),
  dictated: oneOf(['verbatim', 'styled'])
    .prefault('verbatim')
    .describe('words a member dictates: sent as they are, or put into your voice'),
})

const Claims = keys({
  source: text.optional().meta({ example: 'facts.yaml' }).describe('file in the home with what may be said of you'),
  unsupported: oneOf(['remove', 'ask']).prefault('remove').describe('what becomes of a sentence without a source'),
})

export const Outreach = keys({
  autonomy: Autonomy.prefault({}).describe('how far the desk goes alone: never, suggest, act_with_approval or act'),
  approve_if: list(condition, '["recipients > 10"]')
    .prefault(['recipients > 10'])
    .describe('a send is asked about if any of these holds'),
  follow_ups: FollowUps.prefault({}).describe('writing again'),
  limits: Limits.prefault({}).describe('how much is sent'),
  quiet_hours: QuietHours.prefault({}).describe('when nothing is sent; it goes at the next allowed minute'),
  legal: Legal.prefault({}).describe('what the law wants'),
  voice: Voice.prefault({}).describe('how you sound'),
  claims: Claims.prefault({}).describe('what may be said'),
})

export function outreachOf(file: z.output<typeof Outreach>) {
  return {
    autonomy: file.autonomy,
    approveIf: file.approve_if.map(conditionOf),
    followUps: {
      max: file.follow_ups.max,
      gapsMs: file.follow_ups.gaps.map(durationMs),
      stopOn: file.follow_ups.stop_on,
    },
    limits: {
      perMailboxDay: file.limits.per_mailbox_day,
      perDomainDay: file.limits.per_domain_day,
      perPerson30d: file.limits.per_person_30d,
      /** Messages a day, by week since the mailbox was new. */
      newMailboxRamp: file.limits.new_mailbox_ramp,
    },
    quietHours: {
      startMinute: clockMinute(file.quiet_hours.start),
      endMinute: clockMinute(file.quiet_hours.end),
      weekends: file.quiet_hours.weekends,
      zone: file.quiet_hours.zone,
    },
    legal: {
      footer: file.legal.footer,
      euIndividuals: file.legal.eu_individuals,
      keepSuppression: file.legal.keep_suppression,
    },
    voice: {
      profile: file.voice.profile ?? null,
      banned: file.voice.banned,
      greeting: file.voice.greeting,
      signOff: file.voice.sign_off,
      readingGradeMax: file.voice.reading_grade_max,
      wordsMax: file.voice.words_max,
      dictated: file.voice.dictated,
    },
    claims: { source: file.claims.source ?? null, unsupported: file.claims.unsupported },
  }
}
