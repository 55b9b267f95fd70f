import { InteractionResponseType, MessageFlags, Routes } from 'discord.js'
import { asPassing, refusalOf } from '../rest.ts'
import { cutEscaped } from '../send/markdown.ts'
import type { Wiring } from '../wiring.ts'
import type { Interaction } from './bodies.ts'

const SAID_LENGTH = 1000

const reasonOf = (error: unknown): number | string => refusalOf(error)?.code ?? asPassing(error).code

const post = async (discord: Wiring, interaction: Interaction, type: InteractionResponseType, data?: object) => {
  try {
    const body = { type, ...(data && { data }) }
    await discord.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
  } catch (error) {
    // Answered before (40060), or too late (10062): what was meant is worked on all the same.
    discord.kit.log.info({ reason: reasonOf(error) }, 'Discord took no first answer')
  }
}

const shownAlone = (text: string) => ({
  content: cutEscaped(text, SAID_LENGTH),
  flags: MessageFlags.Ephemeral,
  allowed_mentions: { parse: [] },
})

/** The first answers to what somebody did. Discord waits three seconds for one; none of them throws, for the work goes on. */
export const respond = {
  /** It is worked on; nothing is shown. */
  taken: (discord: Wiring, to: Interaction) => post(discord, to, InteractionResponseType.DeferredMessageUpdate),
  /** It is worked on; whoever did it sees so, alone. */
  working: (discord: Wiring, to: Interaction) =>
    post(discord, to, InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral }),
  /** Something to be read, by whoever did it alone. */
  say: (discord: Wiring, to: Interaction, text: string, components: readonly object[] = []) =>
    post(discord, to, InteractionResponseType.ChannelMessageWithSource, { ...shownAlone(text), components }),
  /** A form. */
  form: (discord: Wiring, to: Interaction, form: object) => post(discord, to, InteractionResponseType.Modal, form),
  /** What an option may be completed with. */
  choices: (discord: Wiring, to: Interaction, choices: readonly { name: string; value: string }[]) =>
    post(discord, to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
  /** More to be read by whoever did it alone, after `taken`. */
  async add(discord: Wiring, { token }: Interaction, text: string): Promise<void> {
    await quietly(discord, () =>
      discord.rest.post(Routes.webhook(discord.app, token), { body: shownAlone(text), auth: false }),
    )
  },
  /** What is said in the place of `working`. */
  async finish(discord: Wiring, { token }: Interaction, text: string): Promise<void> {
    const { content, allowed_mentions } = shownAlone(text)
    const body = { content, allowed_mentions }
    await quietly(discord, () => discord.rest.patch(Routes.webhookMessage(discord.app, token), { body, auth: false }))
  },
}

async function quietly({ kit }: Wiring, call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    kit.log.info({ reason: reasonOf(error) }, 'Discord did not show an answer')
  }
}
