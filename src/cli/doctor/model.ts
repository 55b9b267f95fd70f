import type { Config } from '#app/config.ts'
import type { Home } from '#app/home.ts'
import { policyOf } from '#app/policy-of.ts'
import { modelPlugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Policy } from '#policy/policy.ts'
import { type Finding, fail, warn } from './finding.ts'

const ABOUT = 'model'

/** One real call with each model of the policy, and what its budget rests on. Nothing where no model is set up. */
export async function checkModel(
  home: Pick<Home, 'policy'>,
  named: string | undefined,
  { models, TZ_DEFAULT }: Pick<Config, 'models' | 'TZ_DEFAULT'>,
): Promise<Finding[]> {
  const policy = readable(home, named, TZ_DEFAULT)
  if (!policy) return []
  const { enabled, tiers, prices, answersBy } = policy.model
  const names = [...new Set([tiers.small, tiers.large])].flatMap((name) => name ?? [])
  if (!enabled) return []
  const found = await Promise.all(modelPlugs.map((plug) => plug.check(models, { models: names, answersBy })))
  const [findings] = found.filter((one) => one.length > 0)
  if (!findings)
    return names.length === 0
      ? []
      : [
          fail(
            ABOUT,
            `the policy names ${names.join(' and ')}, and OPENAI_API_KEY is not set (nor OPENAI_BASE_URL): put one into .env, or take model.tiers out.`,
          ),
        ]
  const told = findings.map((found) => ({ ...found, about: ABOUT }))
  const [provider] = (await Promise.all(modelPlugs.map((plug) => plug.open(models)))).flatMap((one) => one ?? [])
  if (names.length === 0 || (provider?.local && Object.keys(prices).length === 0)) return told
  const unpriced = provider?.local ? [] : names.filter((name) => !prices[name])
  return [
    ...told,
    ...unpriced.map((name) =>
      warn(
        ABOUT,
        `${name} has no price in model.prices: it counts as 5 USD a million tokens read and 20 USD written until it has.`,
      ),
    ),
    ...unrated(policy),
  ]
}

/** Null where it cannot be read, which is a finding of its own. */
function readable(home: Pick<Home, 'policy'>, named: string | undefined, zone: string | undefined): Policy | null {
  try {
    return policyOf(home, named, zone)
  } catch (error) {
    if (error instanceof DeskError) return null
    throw error
  }
}

/** Amounts in a currency without a rate count as dollars. */
function unrated({ file, company, rates }: Policy): Finding[] {
  const { per_task, per_day, per_agent } = file.budget
  const prices = Object.values(file.model.prices).flatMap(({ input, output }) => [input, output])
  const used = [per_task, per_day, ...Object.values(per_agent), ...prices].map((amount) => amount.split(/\s+/)[1] ?? '')
  const known = (currency: string): boolean => currency === company.currency || rates[currency] !== undefined
  const others = [...new Set(used)].filter((currency) => currency !== 'USD')
  const lacking = [...new Set(['USD', ...others])].filter((currency) => !known(currency))
  if (others.length === 0 || lacking.length === 0) return []
  return [
    warn(
      ABOUT,
      `the budget is in ${others.join(', ')} and models cost USD: until rates has ${lacking.join(', ')}, one counts as the other.`,
    ),
  ]
}
