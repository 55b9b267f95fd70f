import { DeskError } from '#kernel/errors.ts'
import type { ChannelSetting } from '#ports/channel.ts'
import { numberOf } from './number.ts'

/** Settings of the channel, as they stand in `.env`. */
export const WHATSAPP_SETTINGS = {
  TWILIO_ACCOUNT_SID: {
    pattern: /^AC[0-9a-fA-F]{32}$/,
    about:
      'Account SID of Twilio (Console, Account Info). With the next two the desk is on WhatsApp; see docs/channels/whatsapp.md.',
    example: 'AC0123456789abcdef0123456789abcdef',
  },
  TWILIO_AUTH_TOKEN: {
    pattern: /^\S{8,}$/,
    about:
      "Twilio's primary auth token: the desk calls with it, and checks with it what Twilio posts to PUBLIC_URL/hooks/whatsapp.",
    example: '0123456789abcdef0123456789abcdef',
  },
  TWILIO_WHATSAPP_FROM: {
    pattern: /^(?:whatsapp:)?\+[1-9]\d{6,14}$/,
    about: 'The WhatsApp number the desk writes from; the sandbox has +14155238886.',
    example: '+14155238886',
  },
  TWILIO_API_URL: {
    pattern: /^(?:https:\/\/\S+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/\S*)?)$/,
    about: "Another base address of Twilio's API, to try the desk against a local server (http: on this machine only).",
    example: 'http://127.0.0.1:15002',
  },
} as const satisfies Record<string, ChannelSetting>

export interface WhatsAppSettings {
  accountSid: string
  authToken: string
  /** E.164. */
  from: string
  /** Without a slash at the end; null: Twilio's own. */
  apiUrl: string | null
  /** How the outside reaches the public port, without a slash at the end; null where nobody said. */
  publicUrl: string | null
}

const NEEDED = {
  TWILIO_ACCOUNT_SID: 'copy it from Account Info in the Twilio Console',
  TWILIO_AUTH_TOKEN: 'copy it from Account Info in the Twilio Console',
  TWILIO_WHATSAPP_FROM: 'it is your WhatsApp sender, or +14155238886 for the sandbox',
} as const

type Given = Readonly<Record<string, string | undefined>>

/** What is set; null where WhatsApp is not set up at all. @throws DeskError CONFIG_INVALID where part of it is missing */
export function whatsAppSettings(given: Given): WhatsAppSettings | null {
  const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[]
  if (names.every((name) => !given[name])) return null
  const missing = names.find((name) => !given[name])
  if (missing)
    throw new DeskError('CONFIG_INVALID', {
      name: missing,
      value: 'not set',
      problem: `WhatsApp needs it: ${NEEDED[missing]}`,
    })
  const {
    TWILIO_ACCOUNT_SID = '',
    TWILIO_AUTH_TOKEN = '',
    TWILIO_WHATSAPP_FROM = '',
    TWILIO_API_URL,
    PUBLIC_URL,
  } = given
  return {
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    from: numberOf(TWILIO_WHATSAPP_FROM),
    apiUrl: TWILIO_API_URL?.replace(/\/*$/, '') || null,
    publicUrl: PUBLIC_URL?.replace(/\/*$/, '') || null,
  }
}
