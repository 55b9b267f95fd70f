import type { Policy } from '#policy/policy.ts'
import { isTitle } from './titles.ts'

type Icp = Policy['leads']['icp']

/** Share of a criterion's points, 0 to 1. */
export type Share = 0 | 0.5 | 1

/** All where they are in a trade the policy wants. */
export const shareOfIndustry = (industry: string, { want }: Icp['industries']): Share =>
  isTrade(industry, want) ? 1 : 0

/** Whether a trade is one of a list: in words that name it, whatever hyphens and endings they have. */
export function isTrade(industry: string, list: readonly string[]): boolean {
  const theirs = ` ${fold(industry)} `
  return list.some((one) => {
    const wanted = fold(one)
    return (
      wanted !== '' && [wanted, `${wanted}s`, wanted.replace(/y$/, 'ies')].some((form) => theirs.includes(` ${form} `))
    )
  })
}

/** All within the best range, half within the one that is fine. */
export function shareOfHeadcount(headcount: number, { best, ok }: Icp['headcount']): Share {
  const within = (range: { from: number; to: number }) => range.from <= headcount && headcount <= range.to
  return within(best) ? 1 : within(ok) ? 0.5 : 0
}

/** All where they are in a wanted country; a wanted part of a country takes what only names the country. */
export const shareOfRegion = (region: string, { want }: Icp['regions']): Share =>
  want.some((one) => one === region || one.startsWith(`${region}-`) || region.startsWith(`${one}-`)) ? 1 : 0

/** All where who writes has a title the policy wants to talk to. */
export const shareOfRole = (role: string, { want }: Icp['roles']): Share => (isTitle(role, want) ? 1 : 0)

/** `E-commerce` and `ecommerce` are one; `web design` stays two words. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
