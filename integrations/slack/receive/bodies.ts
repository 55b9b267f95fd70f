import { z } from 'zod'

const Who = z.object({ id: z.string().min(1) })
const Optional = z.string().optional()

const Said = z.object({
  user: Optional,
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: Optional,
  bot_id: Optional,
})

/** What Slack's Events API says of something that was said. Only what the desk reads is named. */
export const SlackEvent = z.object({
  type: z.string(),
  subtype: Optional,
  user: Optional,
  text: Optional,
  ts: Optional,
  thread_ts: Optional,
  bot_id: Optional,
  channel: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).optional(),
  channel_type: Optional,
  tab: Optional,
  message: Said.optional(),
  previous_message: Said.optional(),
  deleted_ts: Optional,
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }).optional(),
})
export type SlackEvent = z.infer<typeof SlackEvent>

export const EventBody = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event_time: z.number().default(0),
  is_ext_shared_channel: z.boolean().default(false),
  event: SlackEvent,
})
export type EventBody = z.infer<typeof EventBody>

export const CommandBody = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
})
export type CommandBody = z.infer<typeof CommandBody>

const Action = z.object({
  action_id: z.string(),
  action_ts: z.string(),
  value: Optional,
  selected_option: z.object({ value: z.string() }).nullish(),
})
export type Action = z.infer<typeof Action>

const Input = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
})

export const ButtonBody = z.object({
  type: z.literal('block_actions'),
  user: Who,
  trigger_id: Optional,
  container: z.object({ type: Optional, message_ts: Optional, channel_id: Optional, view_id: Optional }),
  message: z.object({ ts: z.string(), thread_ts: Optional }).optional(),
  actions: z.array(Action).min(1),
})
export type ButtonBody = z.infer<typeof ButtonBody>

export const FormBody = z.object({
  type: z.literal('view_submission'),
  user: Who,
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Input)) }).default({ values: {} }),
  }),
})
export type FormBody = z.infer<typeof FormBody>

export const ShortcutBody = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  user: Who,
  channel: Who,
  message: Said,
})
export type ShortcutBody = z.infer<typeof ShortcutBody>

/** When something was sent, by Slack's own name of it (`1700000000.000100`). */
export const tsMs = (ts: string): number => Math.floor(Number(ts) * 1000)
