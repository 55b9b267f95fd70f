import { consoleFront } from './console.ts'
import { discordFront } from './discord.ts'
import type { OpenFront } from './front.ts'
import { slackFront } from './slack.ts'
import { whatsAppFront } from './whatsapp.ts'

/** Every place where the team can decide, by the name of its channel. A new channel joins here, and every suite over places judges it. */
export const FRONTS: Readonly<Record<string, OpenFront>> = {
  slack: slackFront,
  discord: discordFront,
  whatsapp: whatsAppFront,
  console: consoleFront,
}
