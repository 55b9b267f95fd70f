import { z } from 'zod'
import { condition, conditionOf } from '../facts.ts'
import { count, duration, flag, keys, level, list, named, oneOf, text, word } from '../kinds.ts'
import { durationMs } from '../spans.ts'

const Autonomy = keys({
  internal: level.prefault('act').describe('meetings and reminders of the team alone'),
  external_existing_client: level.prefault('act').describe('meetings with people on file'),
  external_new: level.prefault('act_with_approval').describe('meetings with anyone else'),
  cancel_external: level.prefault('act_with_approval').describe('calling off a meeting with anyone outside'),
})

const Defaults = keys({
  length: duration.prefault('30m').describe('of a meeting that names none'),
  step: duration.prefault('15m').describe('meetings begin on multiples of it'),
  buffer_before: duration.prefault('10m').describe('kept free before a meeting'),
  buffer_after: duration.prefault('10m').describe('kept free after a meeting'),
  notice: duration.prefault('4h').describe('outsiders cannot book sooner'),
  horizon: duration.prefault('30d').describe('nobody is offered a time later than this'),
  offer: count(1, 10).prefault(3).describe('times in one offer'),
  hold: duration.prefault('24h').describe('how long offered times are kept'),
  moves: count(0, 100).prefault(2).describe('times an outsider moves the same meeting alone; then its host is asked'),
})

const Travel = keys({
  mode: oneOf(['fixed', 'matrix'])
    .prefault('fixed')
    .describe('fixed: always `default`; matrix: look in `places` first'),
  default: duration.prefault('30m').describe('between places that `places` does not name'),
  margin: duration.prefault('5m').describe('added to every way'),
  airport_margin: duration.prefault('60m').describe('added on the way to an airport'),
  flight: duration.prefault('3h').describe('kept busy for a flight whose length nobody names'),
  base: text
    .optional()
    .meta({ example: 'London office' })
    .describe('where people are when their calendar names no place'),
  places: named(text, named(text, duration))
    .prefault({})
    .describe('from one place to others, such as {"London office": {Heathrow: 75m}}'),
  aliases: named(text, list(text, '["1 High St"]'))
    .prefault({})
    .describe('other words for a place, such as {"London office": ["1 High St", HQ]}'),
  blocks: flag.prefault(true).describe('the ways to and from a meeting are put into the calendar with it'),
  calls_ok: flag.prefault(false).describe('calls may lie in the time on the way'),
})

const MeetingType = keys({
  length: duration.prefault('30m').describe('how long it is'),
  energy: oneOf(['deep', 'high', 'low']).optional().describe('the kind of time it is put into'),
  buffer_before: duration.optional().describe('instead of the default'),
  buffer_after: duration.optional().describe('instead of the default'),
  video: flag.prefault(false).describe('has a video link'),
  movable: flag.prefault(true).describe('may give way to another meeting'),
})

export const Scheduling = keys({
  autonomy: Autonomy.prefault({}).describe('how far the desk goes alone: never, suggest, act_with_approval or act'),
  approve_if: list(condition, '["events > 5"]')
    .prefault(['events > 5', 'external_attendees > 0'])
    .describe('plans of more than one event are asked about if any of these holds for the whole plan'),
  ask_if: list(condition, '["standing == press"]')
    .prefault([
      'standing in [investor, press, legal]',
      'changes == true and vip == true',
      'changes == true and fixed == true',
    ])
    .describe('meetings that are asked about if any of these holds, whatever `autonomy` says'),
  defaults: Defaults.prefault({}).describe('for meetings and types that say nothing else'),
  travel: Travel.prefault({}).describe('time on the way between places'),
  protect: list(oneOf(['deep', 'lunch', 'out_of_office', 'focus_time']), '[deep, lunch]')
    .prefault(['deep', 'lunch', 'out_of_office', 'focus_time'])
    .describe('time that is never booked'),
  may_override_protect_for: list(oneOf(['vip', 'hot_lead', 'client']), '[vip]')
    .prefault(['vip'])
    .describe('for whom protected time may be asked for'),
  meeting_types: named(word, MeetingType)
    .prefault({
      discovery: { length: '25m', energy: 'high', buffer_after: '15m', video: true },
      one_on_one: { length: '30m', energy: 'low', movable: true },
      board: { length: '90m', movable: false },
    })
    .describe('meetings known by name'),
  ask_arrival: duration
    .or(z.literal('never', { error: 'a length of time such as 10m, or never' }))
    .prefault('10m')
    .describe('after a meeting with somebody outside began, its host is asked whether they came'),
  reminders: list(duration, '[24h, 1h]')
    .prefault(['24h', '1h'])
    .describe(
      'before a meeting that the desk made with somebody outside: to them each time, to the team the last time',
    ),
})

export function schedulingOf(file: z.output<typeof Scheduling>) {
  const { defaults, travel } = file
  return {
    autonomy: file.autonomy,
    /** Of plans with more than one event; facts of the whole plan. */
    approveIf: file.approve_if.map(conditionOf),
    /** Of every single meeting. */
    askIf: file.ask_if.map(conditionOf),
    defaults: {
      lengthMs: durationMs(defaults.length),
      stepMs: durationMs(defaults.step),
      bufferBeforeMs: durationMs(defaults.buffer_before),
      bufferAfterMs: durationMs(defaults.buffer_after),
      noticeMs: durationMs(defaults.notice),
      horizonMs: durationMs(defaults.horizon),
      offer: defaults.offer,
      holdMs: durationMs(defaults.hold),
      moves: defaults.moves,
    },
    travel: {
      mode: travel.mode,
      defaultMs: durationMs(travel.default),
      marginMs: durationMs(travel.margin),
      airportMarginMs: durationMs(travel.airport_margin),
      flightMs: durationMs(travel.flight),
      base: travel.base ?? null,
      /** From place to place, by the names the team gave them. */
      placesMs: mapValues(travel.places, (to) => mapValues(to, durationMs)),
      aliases: travel.aliases,
      blocks: travel.blocks,
      callsOk: travel.calls_ok,
    },
    protect: file.protect,
    mayOverrideProtectFor: file.may_override_protect_for,
    meetingTypes: mapValues(file.meeting_types, (type) => ({
      lengthMs: durationMs(type.length),
      energy: type.energy ?? null,
      bufferBeforeMs: durationMs(type.buffer_before ?? defaults.buffer_before),
      bufferAfterMs: durationMs(type.buffer_after ?? defaults.buffer_after),
      video: type.video,
      movable: type.movable,
    })),
    arrivalMs: file.ask_arrival === 'never' ? null : durationMs(file.ask_arrival),
    remindersMs: file.reminders.map(durationMs),
  }
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
