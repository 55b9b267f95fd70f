import { webApi } from '@slack/bolt'
import type { ChannelFinding } from '#ports/channel.ts'
import { NEEDS, OPTIONAL_SCOPES } from './needs.ts'
import type { SlackSettings } from './settings.ts'
import { clientOptions, refusalOf, setupFault } from './web.ts'

const PATIENCE_MS = 5000

/** One real call with each token: who the bot is and what it may do, and a line for Socket Mode. */
export async function checkSlack(settings: SlackSettings): Promise<ChannelFinding[]> {
  const { appToken, signingSecret } = settings
  const receives: ChannelFinding = appToken
    ? await checkAppToken(settings, appToken)
    : { state: signingSecret ? 'ok' : 'fail', says: 'Slack posts to PUBLIC_URL/hooks/slack, signed.' }
  return [await checkBotToken(settings), receives]
}

async function checkBotToken(settings: SlackSettings): Promise<ChannelFinding> {
  try {
    const web = new webApi.WebClient(settings.botToken, clientOptions(settings, PATIENCE_MS))
    const { team, user, response_metadata: about } = await web.auth.test()
    const scopes = about?.scopes
    const lacks = scopes ? NEEDS.scopes.filter((scope) => !scopes.includes(scope)) : []
    if (lacks.length === 0) return { state: 'ok', says: `the bot is ${user ?? 'known'} in ${team ?? 'its workspace'}.` }
    const state = lacks.every((scope) => OPTIONAL_SCOPES.has(scope)) ? 'warn' : 'fail'
    return {
      state,
      says: `the app lacks ${lacks.join(', ')}; add ${lacks.length === 1 ? 'it' : 'them'} under OAuth & Permissions, as in slack-manifest.yaml, and install the app again.`,
    }
  } catch (error) {
    return faultOf(error, 'SLACK_BOT_TOKEN')
  }
}

async function checkAppToken(settings: SlackSettings, appToken: string): Promise<ChannelFinding> {
  try {
    await new webApi.WebClient(appToken, clientOptions(settings, PATIENCE_MS)).apps.connections.open({})
    return { state: 'ok', says: 'Socket Mode is open to this desk; it needs no public address.' }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.error !== 'missing_scope') return faultOf(error, 'SLACK_APP_TOKEN')
    return {
      state: 'fail',
      says: 'SLACK_APP_TOKEN lacks connections:write; make a new app-level token with it under Basic Information.',
    }
  }
}

function faultOf(error: unknown, token: string): ChannelFinding {
  const refusal = refusalOf(error)
  if (refusal) return { state: 'fail', says: `${setupFault(refusal, token)}.` }
  return { state: 'warn', says: 'Slack did not answer; check the network, and look again.' }
}
