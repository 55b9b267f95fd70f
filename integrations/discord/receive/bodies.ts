import { ApplicationCommandOptionType } from 'discord.js'
import { z } from 'zod'
import { User } from '../directory.ts'

const Optional = z.string().nullish()

/** A message, as far as the desk reads it. Edits of messages Discord no longer knows come without who wrote them. */
export const Message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: Optional,
  type: z.number().default(0),
  author: User.optional(),
  webhook_id: Optional,
  content: z.string().default(''),
  edited_timestamp: Optional,
  mentions: z.array(User).default([]),
})
export type Message = z.infer<typeof Message>

export const Deletion = z.object({ id: z.string(), channel_id: z.string(), guild_id: Optional })

/** What somebody did with a command, a button or a form. */
const Interaction = z.object({
  id: z.string(),
  token: z.string(),
  guild_id: Optional,
  channel_id: Optional,
  /** In a server. */
  member: z.object({ user: User, roles: z.array(z.string()).default([]) }).optional(),
  /** In direct messages. */
  user: User.optional(),
})
export type Interaction = z.infer<typeof Interaction>

const Option = z.object({
  type: z.number().default(ApplicationCommandOptionType.String),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(Option).default([])
  },
})
type Option = z.infer<typeof Option>

export const Command = Interaction.extend({
  data: z.object({
    name: z.string(),
    type: z.number().default(1),
    options: z.array(Option).default([]),
    target_id: Optional,
    resolved: z.object({ messages: z.record(z.string(), Message).default({}) }).optional(),
  }),
})
export type Command = z.infer<typeof Command>

/** What is chosen of a command, in whatever group it stands, or null. */
export function subcommandOf({ data }: Command): Option | null {
  const [chosen] = data.options
  return (chosen?.type === ApplicationCommandOptionType.SubcommandGroup ? chosen.options[0] : chosen) ?? null
}

export const Tap = Interaction.extend({
  message: z.object({ id: z.string(), channel_id: Optional }).optional(),
  data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
})
export type Tap = z.infer<typeof Tap>

const Input = z.object({
  custom_id: z.string(),
  value: z.union([z.string(), z.boolean()]).nullish(),
})

/** Inputs lie in labels. */
export const Form = Interaction.extend({
  data: z.object({
    custom_id: z.string(),
    components: z.array(z.object({ component: Input.optional() })).default([]),
  }),
})
export type Form = z.infer<typeof Form>

/** Who did it. */
export function userOf({ member, user }: Interaction): User {
  const who = member?.user ?? user
  if (!who) throw new z.ZodError([])
  return who
}
