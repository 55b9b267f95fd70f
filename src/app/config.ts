import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { modelPlugs, plugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Plug, Setting as PlugSetting } from '#ports/plug.ts'

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))

/** One setting: how it is read and what `.env.example` says of it. */
interface Setting<T> {
  schema: z.ZodType<T, string | undefined>
  about: string
  example: string
  /** Its value is in no message. */
  secret?: true
}
const setting = <T>(schema: z.ZodType<T, string | undefined>, about: string, example: string): Setting<T> => ({
  schema,
  about,
  example,
})
const optional = z.string().trim().min(1).optional()

/** Shorter ones can be guessed. */
const LEAST_SECRET_LENGTH = 24
const FORM_SECRET = new RegExp(`^([a-z][a-z0-9_-]{0,39})=(\\S{${LEAST_SECRET_LENGTH},200})$`)
const formSecrets = z
  .string()
  .optional()
  .transform((list) => (list ?? '').split(',').flatMap((one) => one.trim() || []))
  .refine((list) => list.every((one) => FORM_SECRET.test(one)))
  .transform((list) =>
    list.map((one) => {
      const [, form = '', secret = ''] = FORM_SECRET.exec(one) ?? []
      return { form, secret }
    }),
  )

/** Every setting there is. `.env.example` is generated from this table, and a test holds the two together. */
export const SETTINGS = {
  NIGHTDESK_HOME: setting(
    z.string().trim().min(1).prefault(join(homedir(), '.nightdesk')),
    'Folder that holds everything: database, keys, policy. Back it up.',
    '~/.nightdesk',
  ),
  NIGHTDESK_POLICY: setting(
    optional,
    'The policy file; without it, policy.yaml in the home, and without that, safe defaults.',
    '~/.nightdesk/policy.yaml',
  ),
  PORT: setting(port.prefault('4040'), 'Port of the console and its API.', '4040'),
  HOST: setting(
    z.string().trim().min(1).prefault('127.0.0.1'),
    'Address the console listens on. Keep it on this machine, or put a proxy with TLS in front.',
    '127.0.0.1',
  ),
  PUBLIC_PORT: setting(
    port.optional(),
    'Port for booking pages, web forms and calendar feeds. Off until it is set; 4041 is customary.',
    '4041',
  ),
  PUBLIC_URL: setting(
    z.url().optional(),
    'How PUBLIC_PORT is reached from outside: what the links to booking pages, forms and feeds begin with.',
    'https://desk.example.com',
  ),
  FORM_SECRETS: {
    ...setting(
      formSecrets,
      `Secrets with which servers sign posts of forms, as form=secret with at least ${LEAST_SECRET_LENGTH} characters, separated by commas.`,
      'contact=SOME-LONG-RANDOM-TEXT-OF-YOURS',
    ),
    secret: true,
  },
  SMTP_URL: {
    ...setting(
      z
        .string()
        .regex(/^smtps?:\/\/./)
        .optional(),
      'Mail server that sends for the desk; nothing is sent without one. Its TLS is required unless it is this machine.',
      'smtp://user:password@mail.example.com:587',
    ),
    secret: true,
  },
  MAIL_FROM: setting(
    optional,
    'Whom mail comes from; without it, the user of SMTP_URL where that is an address.',
    'Northwind Studio <desk@example.com>',
  ),
  ALLOWED_HOSTS: setting(
    z
      .string()
      .optional()
      .transform((list) =>
        (list ?? '')
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      ),
    'More names the console may be asked for by, separated by commas; localhost is always one.',
    'desk.lan',
  ),
  LOG_LEVEL: setting(
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).prefault('info'),
    'How much is logged (to standard error).',
    'info',
  ),
  TZ_DEFAULT: setting(
    z.string().optional(),
    "IANA time zone of a home without a policy; without it, this machine's.",
    'Europe/London',
  ),
} satisfies Record<string, Setting<unknown>>

/** Settings of the channels and of those who have models, each checked by its own pattern; a value of theirs is in no message. */
const CHANNEL_SETTINGS = settingsOf(plugs)
const MODEL_SETTINGS = settingsOf(modelPlugs)

function settingsOf(from: readonly Plug[]): Readonly<Record<string, PlugSetting>> {
  return Object.assign({}, ...from.map((plug) => plug.settings)) as Record<string, PlugSetting>
}

export type Config = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> } & {
  /** What is set of the channels' own settings, by name, with PUBLIC_URL, where providers post to. */
  channels: Readonly<Record<string, string>>
  /** What is set of the settings of those who have models, by name. */
  models: Readonly<Record<string, string>>
}

/** Reads the settings. Empty values count as not set. @throws DeskError CONFIG_INVALID naming the setting and the fix */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const config: Record<string, unknown> = {}
  for (const [name, { schema, example, secret }] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const given = environment[name]?.trim() || undefined
    const parsed = schema.safeParse(given)
    if (!parsed.success)
      throw new DeskError('CONFIG_INVALID', {
        name,
        value: secret ? 'not what it should be' : JSON.stringify(given),
        problem: `expected something like ${example}`,
      })
    config[name] = parsed.data
  }
  const { PUBLIC_URL } = config as Pick<Config, 'PUBLIC_URL'>
  return {
    ...config,
    channels: { ...given(CHANNEL_SETTINGS, environment), ...(PUBLIC_URL && { PUBLIC_URL }) },
    models: given(MODEL_SETTINGS, environment),
  } as Config
}

/** What is set of the settings of some plugs. @throws DeskError CONFIG_INVALID */
function given(
  known: Readonly<Record<string, PlugSetting>>,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const settings: Record<string, string> = {}
  for (const [name, { pattern, example }] of Object.entries(known)) {
    const value = environment[name]?.trim()
    if (!value) continue
    if (!pattern.test(value))
      throw new DeskError('CONFIG_INVALID', {
        name,
        value: 'not what it should be',
        problem: `expected something like ${example}`,
      })
    settings[name] = value
  }
  return settings
}

/** The text of `.env.example`. */
export function exampleEnvironment(): string {
  const head =
    '# Settings of Nightdesk. All of them are optional: copy this file to .env and uncomment what you want to change.\n'
  return `${head}${Object.entries({ ...SETTINGS, ...CHANNEL_SETTINGS, ...MODEL_SETTINGS })
    .map(([name, { about, example }]) => `\n# ${about}\n#${name}=${example}\n`)
    .join('')}`
}
