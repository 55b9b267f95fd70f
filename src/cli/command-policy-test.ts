import { resolve } from 'node:path'
import { openHome } from '#app/home.ts'
import { policyOf } from '#app/policy-of.ts'
import { systemClock } from '#app/system.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { Forks } from './fork.ts'
import type { HomeFlags } from './home.ts'
import { write } from './ndjson.ts'
import type { Runner } from './run.ts'
import { RunLine } from './run-line.ts'
import { sayTrial, type TriedTask } from './say-trial.ts'
import { speakerOf } from './speaker.ts'

export interface TestFlags extends HomeFlags {
  from?: string
  at?: string
}

/**
 * `nightdesk policy test MESSAGE`: the message on a thrown-away copy of the home, proposing only; prints who would do it, what
 * would be done, and which line of the policy decides.
 */
export async function policyTest(text: string, flags: TestFlags): Promise<number> {
  const home = openHome(resolve(flags.home))
  const policy = policyOf(home, flags.policy, undefined)
  const at = instantOf(flags.at)
  const forks = await Forks.open(home, { policy, dry: true, yes: false })
  try {
    const said = await forks.with(async (runner) => {
      const from = await speakerOf(flags.from, policy, runner.composition.local.crm)
      const { tasks, reply } = await runner.line(RunLine.parse({ id: 'policy-test', at, from, text }), 1)
      const tried = await Promise.all(tasks.map((task) => triedTask(runner, task)))
      return sayTrial(runner.composition.context, tried.flat(), reply)
    })
    await write(said)
  } finally {
    forks.close()
  }
  return 0
}

async function triedTask({ composition: { sql } }: Runner, result: TriedTask['result']): Promise<TriedTask[]> {
  const row = await sql.read(() => taskById(result.task))
  return row ? [{ row, result, plan: await sql.read(() => actionsOf(result.task)) }] : []
}

function instantOf(at: string | undefined): string {
  if (at === undefined) return toIso(systemClock.nowMs())
  if (!RunLine.shape.at.safeParse(at).success)
    throw new DeskError('USAGE', {
      problem: `--at is "${at}"; it must be a moment with its offset, such as 2026-11-23T09:00:00Z.`,
    })
  return at
}
