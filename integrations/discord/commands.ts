import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import { canonical } from '#kernel/ids.ts'
import { cut } from '#kernel/pieces.ts'
import type { ChannelVerb } from '#ports/channel.ts'
import { ANYTHING, HAND_OVER, nameOfVerb } from './receive/command.ts'
import type { Rest } from './rest.ts'

/** Options of one command, and how long what is said of them may be. */
const OPTIONS = 25
const SAYS_LENGTH = 100

type Subcommand = APIApplicationCommandSubcommandOption
type Group = APIApplicationCommandSubcommandGroupOption
type Command = RESTPostAPIApplicationCommandsJSONBody

/** The commands of the desk: `/desk` with a word for each verb, and one in the menu of messages. */
export function commandsOf(verbs: readonly ChannelVerb[]): Command[] {
  const anything = subcommand(ANYTHING, 'Anything, in your own words', words('What you would write to the desk'))
  const named = verbs.map(({ verb, says, about }) =>
    subcommand(
      verb,
      says,
      about
        ? { ...words('Which one'), required: about === 'flag', autocomplete: true, choices: [] }
        : words('Who, what, when'),
    ),
  )
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: 'desk',
      description: 'The desk that never closes: answered to you alone',
      options: withinLimit([anything, ...named]),
    },
    { type: ApplicationCommandType.Message, name: HAND_OVER },
  ]
}

/** What there is no room for stands together, one level deeper: `/desk more merge`. */
function withinLimit(all: Subcommand[]): (Subcommand | Group)[] {
  if (all.length <= OPTIONS) return all
  const [first, rest] = [all.slice(0, OPTIONS - 1), all.slice(OPTIONS - 1)]
  const more: Group = {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: 'more',
    description: 'More words of the desk',
    options: rest.slice(0, OPTIONS),
  }
  return [...first, more]
}

const subcommand = (verb: string, says: string, option: APIApplicationCommandStringOption): Subcommand => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: nameOfVerb(verb),
  description: cut(says, SAYS_LENGTH),
  options: [option],
})

const words = (description: string): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name: 'what',
  description,
  required: false,
})

/** What of a registered command the desk decides; Discord adds more, and leaves out what is not true. */
const Option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  get options() {
    return z.array(Option).default([])
  },
})
const Registered = z.array(
  z.object({
    type: z.number().default(ApplicationCommandType.ChatInput),
    name: z.string(),
    description: z.string().default(''),
    options: z.array(Option).default([]),
  }),
)

const isSame = (one: unknown, other: unknown): boolean =>
  canonical(Registered.parse(one)) === canonical(Registered.parse(other))

/**
 * Registers commands where they differ from those that are: Discord takes few registrations a day. On one server they are there at
 * once; those of everywhere are then taken away, for they would stand there twice.
 * @returns whether anything was written
 * @throws what Discord's client throws
 */
export async function register(
  rest: Rest,
  app: string,
  guild: string | null,
  verbs: readonly ChannelVerb[],
): Promise<boolean> {
  const everywhere = Routes.applicationCommands(app)
  const wanted = commandsOf(verbs)
  if (guild === null) return put(rest, everywhere, wanted)
  const changed = await put(rest, Routes.applicationGuildCommands(app, guild), wanted)
  return (await put(rest, everywhere, [])) || changed
}

async function put(rest: Rest, route: `/${string}`, wanted: readonly Command[]): Promise<boolean> {
  if (isSame(await rest.get(route), wanted)) return false
  await rest.put(route, { body: wanted })
  return true
}
