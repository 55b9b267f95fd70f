import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '#app/compose.ts'
import { openHome } from '#app/home.ts'
import { pinoLog } from '#app/log.ts'
import { providerFromEnvironment } from '#app/models.ts'
import { systemClock, systemRandom } from '#app/system.ts'
import type { Policy } from '#policy/policy.ts'
import type { Models } from '#ports/models.ts'

/** The models that are to be measured. */
export interface MeasuredModels {
  models: Models
  /** What they are called, or null where none is set up. */
  name: string | null
  close(): Promise<void>
}

/**
 * The models that settings and policy name, with the policy's caps of a task round them, paid for on a desk of their own that is
 * thrown away. What all of it may cost takes the place of the caps of a day.
 * @throws DeskError CONFIG_INVALID
 */
export async function measuredModels(policy: Policy, mostUsdMicros: number): Promise<MeasuredModels> {
  const provider = await providerFromEnvironment()
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-eval-'))
  const own: Policy = {
    ...policy,
    model: { ...policy.model, caps: { ...policy.model.caps, tokensPerDay: Number.MAX_SAFE_INTEGER } },
    budget: { ...policy.budget, perDayUsdMicros: mostUsdMicros, perAgentUsdMicros: {} },
  }
  const { context, close } = await compose({
    home: { ...openHome(folder), checkpoints: ':memory:' },
    clock: systemClock,
    random: systemRandom,
    log: pinoLog('error'),
    policy: () => own,
    channels: [],
    alarms: false,
    provider,
  })
  return {
    models: context.models,
    name: context.models.for({ agent: 'route', task: null, event: null })?.name ?? null,
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
