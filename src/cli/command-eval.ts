import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { policyOf } from '#app/policy-of.ts'
import { systemClock } from '#app/system.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import { reportPage } from '#web/report/page.ts'
import { type Case, MODES, type Mode } from './eval/case.ts'
import { evaluate } from './eval/evaluate.ts'
import { readExamples } from './eval/examples.ts'
import { figuresOf, tooFew } from './eval/figures.ts'
import { measuredModels } from './eval/models.ts'
import { agentScenarios } from './eval/playing.ts'
import { reportOf } from './eval/report.ts'
import { JOBS } from './eval/routing.ts'
import { sayUnanswered, tableOf } from './eval/say.ts'
import { numberOf } from './numbers.ts'
import { progressBar } from './progress.ts'

export interface EvalFlags {
  home: string
  policy?: string
  data?: string
  agent?: string
  only?: Mode
  limit: string
  min?: string
  maxUsd: string
  page?: string
}

/** `nightdesk eval`. @returns the exit status: 1 where scenarios came out right more rarely than `--min` wants */
export async function evalAgents(flags: EvalFlags): Promise<number> {
  const limit = numberOf('--limit', flags.limit, 1)
  const least = numberOf('--min', flags.min ?? '0', 0)
  const mostUsdMicros = numberOf('--max-usd', flags.maxUsd, 0) * 1e6
  const scenarios = agentScenarios(flags.agent ?? null)
  const examples = flags.data === undefined ? [] : readExamples(resolve(flags.data), JOBS, limit)
  const policy = policyOf({ policy: join(resolve(flags.home), 'policy.yaml') }, flags.policy, undefined)
  const { models, name, close } = await measuredModels(policy, mostUsdMicros)
  const bar = progressBar('eval')
  try {
    const cases = await evaluate({
      modes: modesOf(flags.only, name),
      scenarios,
      examples,
      models,
      policy,
      step: bar.at,
    })
    bar.end()
    return await report(cases, { name, least, page: resolve(flags.page ?? join(flags.home, 'eval.html')) })
  } finally {
    await close()
  }
}

async function report(
  cases: readonly Case[],
  { name, least, page }: { name: string | null; least: number; page: string },
): Promise<number> {
  const figures = figuresOf(cases)
  const by = name === null ? 'No model is configured, so rules are measured alone.' : `Model: ${name}.`
  const unanswered = sayUnanswered(cases)
  process.stdout.write(`${by}\n\n${tableOf(figures)}${unanswered === null ? '' : `\n${unanswered}\n`}`)
  const at = toIso(systemClock.nowMs())
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, String(await reportPage(reportOf({ figures, cases, model: name, at }))))
  process.stdout.write(`\nThe misses are in ${page}.\n`)
  const poor = tooFew(figures, least)
  for (const { agent, right, cases: all } of poor)
    process.stderr.write(`${agent}: ${right} of ${all} right, less than ${least} %.\n`)
  return poor.length > 0 ? 1 : 0
}

/** Without a model there is one way of answering. @throws DeskError USAGE where another is asked for */
function modesOf(only: Mode | undefined, model: string | null): readonly Mode[] {
  if (model !== null) return only ? [only] : MODES
  if (only === undefined || only === 'rules') return ['rules']
  throw new DeskError('USAGE', {
    problem: 'No model is configured, so nothing can be asked of one: `nightdesk doctor` says what is missing.',
  })
}
