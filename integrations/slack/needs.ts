import { HAND_OVER } from './receive/command.ts'

/** What the desk needs of a Slack app. `slack-manifest.yaml` asks for exactly this, and a test holds the two together. */
export const NEEDS = {
  scopes: [
    'app_mentions:read',
    'assistant:write',
    'channels:history',
    'chat:write',
    'commands',
    'groups:history',
    'im:history',
    'im:write',
    'mpim:history',
    'users:read',
    'users:read.email',
  ],
  events: [
    'app_home_opened',
    'app_mention',
    'assistant_thread_context_changed',
    'assistant_thread_started',
    'message.channels',
    'message.groups',
    'message.im',
    'message.mpim',
  ],
  commands: ['/desk'],
  shortcuts: [HAND_OVER],
} as const

/** Scopes without which something works less well, and nothing else stops. */
export const OPTIONAL_SCOPES: ReadonlySet<string> = new Set(['assistant:write', 'mpim:history', 'groups:history'])
