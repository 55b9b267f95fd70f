import { type Policy, parsePolicy } from '#policy/policy.ts'

export const policyWith = (leads: object): Policy =>
  parsePolicy(
    JSON.stringify({
      version: 1,
      company: { name: 'Northwind', timezone: 'Europe/London' },
      people: [{ id: 'mia', name: 'Mia Chen' }],
      leads,
    }),
    { file: 'policy.yaml' },
  )

export const ICP = {
  industries: { want: ['saas', 'agency', 'ecommerce'], avoid: ['gambling'] },
  regions: { want: ['GB', 'DE'] },
  roles: { want: ['founder', 'ceo', 'coo', 'head of *', 'vp *'] },
}
export const policy = policyWith({ icp: ICP, minimum_budget: '3000 EUR' })
export const said = <T>(value: T, span = String(value)) => ({ value, span })
export const eur = (amount: number, period: string | null = null) =>
  said({ amountMinor: amount * 100, currency: 'EUR', period }, `${amount}`)
