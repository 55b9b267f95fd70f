import { Routes } from 'discord.js'
import { z } from 'zod'
import { SECOND_MS } from '#kernel/units.ts'
import type { ChannelFinding } from '#ports/channel.ts'
import { type Application, readApplication } from './application.ts'
import { PERMISSIONS } from './needs.ts'
import { GuardedChannel, permissionsIn, Role, readersOf } from './permissions.ts'
import { faultOf, type Rest, refusalOf, restClient } from './rest.ts'
import type { DiscordSettings } from './settings.ts'

const PATIENCE_MS = 5 * SECOND_MS

const ok = (says: string): ChannelFinding => ({ state: 'ok', says })
const warn = (says: string): ChannelFinding => ({ state: 'warn', says })
const fail = (says: string): ChannelFinding => ({ state: 'fail', says })

/** Real calls with the token: who the bot is and what it may read, and where it may write. */
export async function checkDiscord(settings: DiscordSettings): Promise<ChannelFinding[]> {
  const rest = restClient(settings, PATIENCE_MS)
  try {
    const application = await readApplication(rest)
    return [
      ok(`the bot is ${application.name}.`),
      readsFinding(application),
      ...(settings.guild ? [await checkGuild(rest, application, settings.guild)] : []),
      ...(settings.flagsChannel ? [await checkFlagsChannel(rest, application, settings.flagsChannel)] : []),
    ]
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return [fail(`${faultOf(refusal)}.`)]
    return [warn('Discord did not answer; check the network, and look again.')]
  }
}

const readsFinding = ({ readsAll }: Application): ChannelFinding =>
  readsAll
    ? ok('it hears its threads without being named.')
    : warn('it reads only what names it, in servers; turn Message Content Intent on under Bot, and restart.')

const Member = z.object({ roles: z.array(z.string()) })
const Guild = z.object({ name: z.string() })

async function checkGuild(rest: Rest, { id }: Application, guild: string): Promise<ChannelFinding> {
  try {
    const { name } = Guild.parse(await rest.get(Routes.guild(guild)))
    await rest.get(Routes.applicationGuildCommands(id, guild))
    return ok(`it is on ${name}, and may register commands there.`)
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return fail(
      `the bot is not on the server DISCORD_GUILD_ID, or may not register commands there; invite it: ${inviteUrl(id)}`,
    )
  }
}

/** Whether the bot can ask for decisions there. Who else reads along is told by the desk when it runs: it knows the team. */
async function checkFlagsChannel(rest: Rest, { bot }: Application, id: string): Promise<ChannelFinding> {
  try {
    const channel = GuardedChannel.parse(await rest.get(Routes.channel(id)))
    const { name, guild_id: guild, permission_overwrites } = channel
    if (!guild)
      return fail('DISCORD_FLAGS_CHANNEL is no channel of a server; copy its id from the menu of the channel.')
    const { roles } = z.object({ roles: z.array(Role) }).parse(await rest.get(Routes.guild(guild)))
    const member = Member.parse(await rest.get(Routes.guildMember(guild, bot)))
    const may = permissionsIn(guild, roles, permission_overwrites, { id: bot, ...member })
    const lacks = Object.entries(PERMISSIONS).flatMap(([label, bit]) => ((may & bit) === 0n ? [label] : []))
    if (lacks.length > 0)
      return fail(`the bot lacks ${lacks.join(', ')} in #${name}; grant it there, in the settings of the channel.`)
    if (!readersOf(guild, roles, permission_overwrites).everybody) return ok(`decisions are asked for in #${name}.`)
    return fail(
      `everybody on the server reads #${name}, so decisions are asked for in direct messages; make the channel private.`,
    )
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return fail(`DISCORD_FLAGS_CHANNEL cannot be used: ${faultOf(refusal)}.`)
  }
}

/** Where somebody who looks after a server lets the bot in, with what it has to be able to do. */
export const inviteUrl = (app: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${app}&scope=bot+applications.commands&permissions=${permissionsOf()}`

const permissionsOf = (): bigint => Object.values(PERMISSIONS).reduce((all, one) => all | one, 0n)
