import { agents as installed } from '#agents/manifest.ts'
import type { DeskChange, DeskContext } from '#desk/context.ts'
import { actingParts, desk as buildDesk, type Desk } from '#desk/desk.ts'
import { Waits } from '#desk/in/waits.ts'
import { deskModels, type ModelsDesk, modelsOf } from '#desk/model/models.ts'
import { formChannel } from '#desk/out/form-channel.ts'
import type { TurnResult } from '#desk/out/result.ts'
import type { VersionParts } from '#desk/versions/in-force.ts'
import { shadowsOf } from '#desk/versions/shadows.ts'
import { ask } from '#graphs/ask/graph.ts'
import { Shadow, shadowAccount } from '#graphs/shadow.ts'
import { taskRunner } from '#graphs/task/runner.ts'
import { emailChannel } from '#integrations/email/channel.ts'
import { filedMailer } from '#integrations/email/filed-mailer.ts'
import type { Audience } from '#kernel/cue.ts'
import type { IntentReader } from '#language/intent.ts'
import type { Policy } from '#policy/policy.ts'
import type { Agent } from '#ports/agent.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { Channel } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import { type Mailer, noMailer } from '#ports/mailer.ts'
import type { ModelProvider } from '#ports/model-provider.ts'
import { type Models, noModels } from '#ports/models.ts'
import type { Random } from '#ports/random.ts'
import { quietTrip, type Trip } from '#ports/trip.ts'
import { SqliteCheckpoints } from '#store/checkpoints/saver.ts'
import type { Home } from './home.ts'
import { withHomePacks } from './packs.ts'
import { quietChannel } from './quiet-channel.ts'
import { routing } from './routing.ts'
import { openStores, type Stores } from './stores.ts'
import { worldOf } from './world.ts'

export interface ComposeOptions {
  home: Home
  clock: Clock
  random: Random
  log: Log
  policy(): Policy
  channels: readonly Channel[]
  /** False where the clock is moved by hand. */
  alarms: boolean
  trip?: Trip
  changed?(what: DeskChange): void
  /** Told when a turn has ended and its reply is in the outbox. */
  ended?(seq: number): void
  settled?(result: TurnResult): void
  keepResults?: boolean
  /** Proposes and performs nothing. */
  dry?: boolean
  /** How the outside reaches the desk's own pages, without a slash at the end; null while it cannot. */
  publicBase?(): string | null
  /** Another calendar in the place of the embedded one, or around it. */
  calendar?(embedded: Calendar): Calendar
  /** Others in the place of the installed agents. */
  agents?: readonly Agent[]
  /** What sends mail; without it nothing is sent. */
  mailer?: Mailer
  /** Who has the models; without one, rules and people only. */
  provider?: ModelProvider | null
  /** Models in the place of theirs, without caps. */
  models?: Models
  /** Who reads the messages of a kind of speaker, in the place of the agents' cues. */
  readerFor?(from: Audience): IntentReader
}

/** A desk with everything under it. */
export interface Composition extends Stores {
  desk: Desk
  context: DeskContext
  versions: VersionParts
  shadow: Shadow
  close(): Promise<void>
}

/**
 * The only room that looks up: opens the stores of a home, migrates them, and gives every part its ports.
 * @throws DeskError DATABASE_CORRUPT, DATABASE_NEWER
 */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { home, clock, random, log, policy } = options
  const agents = withHomePacks(home, options.agents ?? installed)
  const { sql, local } = await openStores(home, policy)
  const { mailbox } = local
  // A dry run sends nothing, and files nothing.
  const mailer = filedMailer((options.dry ? null : options.mailer) ?? noMailer, { mailbox, clock })
  const email = options.dry ? quietChannel('email') : emailChannel({ mailbox, mailer, clock })
  const form = { ...formChannel({ sql, clock, policy, mailer }), givenUp: mailer.giveUp }
  const channels = [form, email, ...options.channels]
  const ground: ModelsDesk = {
    sql,
    clock,
    random,
    log,
    policy,
    trip: options.trip ?? quietTrip,
    dry: options.dry === true,
    calendar: options.calendar?.(local.calendar) ?? local.calendar,
    crm: local.crm,
    mailbox,
    mailer,
    channels: new Map(channels.map((channel) => [channel.name, channel])),
    audit: { key: home.auditKey, salt: () => Buffer.from(random.bytes(16)).toString('base64url') },
    changed: options.changed ?? (() => undefined),
    waits: new Waits(),
  }
  const context: DeskContext = {
    ...ground,
    models: options.provider ? deskModels(ground, options.provider) : modelsOf(options.models ?? noModels),
  }
  const { models } = context
  // What answers questions is mounted like an agent.
  const mounted = [...agents, ...withHomePacks(home, [ask])]
  const versions: VersionParts = {
    agents: new Map(mounted.map(({ contract, packs }) => [contract.id, { version: contract.version, packs }])),
  }
  const acting = actingParts(context)
  const shadow = new Shadow({ shadows: shadowsOf(context, versions, shadowAccount), models, log })
  const checkpointer = new SqliteCheckpoints(home.checkpoints, { latestOnly: true })
  const world = worldOf(context, { publicBase: options.publicBase, readReply: local.readReply })
  const desk = buildDesk(context, {
    router: routing(context, { ...versions, installed: agents, world, readerFor: options.readerFor }),
    runner: taskRunner({
      agents: mounted,
      world,
      models,
      checkpointer,
      shadow,
      ...acting,
    }),
    acting,
    ...versions,
    alarms: options.alarms,
    keepResults: options.keepResults === true,
    ...(options.ended && { ended: options.ended }),
    ...(options.settled && { settled: options.settled }),
  })
  return {
    desk,
    context,
    versions,
    shadow,
    sql,
    local,
    async close() {
      await desk.stop()
      await shadow.stop()
      checkpointer.close()
      await sql.close()
    },
  }
}
