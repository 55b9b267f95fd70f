import { ApplicationFlagsBitField, Routes } from 'discord.js'
import { z } from 'zod'
import { User } from './directory.ts'
import type { Rest } from './rest.ts'

const About = z.object({ id: z.string(), flags: z.number().default(0), bot: User.optional() })

/** The application, as Discord knows it. */
export interface Application {
  id: string
  /** User id of its bot. */
  bot: string
  name: string
  /** It may read what people write without naming it. */
  readsAll: boolean
}

/** Under a hundred servers it is the second flag that is set (https://docs.discord.com/developers/resources/application). */
const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags

/** @throws what Discord's client throws */
export async function readApplication(rest: Rest): Promise<Application> {
  const { id, flags, bot } = About.parse(await rest.get(Routes.currentApplication()))
  return {
    id,
    bot: bot?.id ?? id,
    name: bot?.username || 'the bot',
    readsAll: (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0,
  }
}
