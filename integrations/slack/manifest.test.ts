import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { NEEDS } from './needs.ts'

const manifest = parse(readFileSync(new URL('./slack-manifest.yaml', import.meta.url), 'utf8')) as {
  features: {
    app_home: { home_tab_enabled: boolean; messages_tab_read_only_enabled: boolean }
    slash_commands: { command: string; should_escape: boolean }[]
    shortcuts: { callback_id: string; type: string }[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: {
    event_subscriptions: { bot_events: string[] }
    interactivity: { is_enabled: boolean }
    socket_mode_enabled: boolean
  }
}
const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')

test('the manifest asks for exactly what the code needs', () => {
  const { features, oauth_config, settings } = manifest
  expect(oauth_config.scopes.bot).toEqual([...NEEDS.scopes])
  expect(settings.event_subscriptions.bot_events).toEqual([...NEEDS.events])
  expect(features.slash_commands.map((one) => one.command)).toEqual([...NEEDS.commands])
  expect(features.shortcuts.map((one) => one.callback_id)).toEqual([...NEEDS.shortcuts])
  expect(features.shortcuts.every((one) => one.type === 'message')).toBe(true)
})

test('people can write to the app, mentions reach it as ids, buttons and Socket Mode are on', () => {
  const { features, settings } = manifest
  expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_read_only_enabled: false })
  expect(features.slash_commands.every((one) => one.should_escape)).toBe(true)
  expect([settings.interactivity.is_enabled, settings.socket_mode_enabled]).toEqual([true, true])
})

test('every event the code answers is subscribed to, and every one subscribed to is answered', () => {
  const answered = [...source('./receive/handle.ts').matchAll(/case '([a-z_]+)':/g)].map((found) => found[1])
  const kinds = new Set(NEEDS.events.map((event) => event.split('.')[0]))
  for (const kind of kinds) expect(answered).toContain(kind)
  const bodies = ['event_callback', 'block_actions', 'view_submission', 'message_action']
  expect(answered.filter((one) => !bodies.includes(one ?? '') && !kinds.has(one ?? ''))).toEqual([])
})

const SCOPE_OF: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'conversations.replies': 'channels:history',
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
}
const FREE: ReadonlySet<string> = new Set(['auth.test', 'views.open', 'views.publish', 'apps.connections.open'])

test('every call the code makes has its scope in the manifest', () => {
  const files = [
    './receive/handle.ts',
    './views/prompts.ts',
    './send/sender.ts',
    './directory.ts',
    './channel.ts',
    './check.ts',
  ]
  const calls = files.flatMap((file) =>
    [...source(file).matchAll(/(?:web|#web)\.((?:\w+\.)+\w+)\(/g)].map((found) => found[1] ?? ''),
  )
  expect(calls.length).toBeGreaterThan(8)
  for (const call of calls.filter((one) => !FREE.has(one))) expect(NEEDS.scopes, call).toContain(SCOPE_OF[call])
})
