import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sayDay } from '../say.ts'
import { dayIn } from './days.ts'
import type { Facts, OwnPage } from './facts.ts'

/** The address of the asker's booking page, narrowed as they said; where there is none, how to get one. */
export function decideLink(request: Request, facts: Facts): RulingDraft {
  const { base, own } = facts.pages ?? { base: null, own: [] }
  const page = own.find(({ types }) => request.type !== null && types.includes(request.type)) ?? own[0]
  if (!page) return answer(howToHaveOne(facts))
  if (base === null)
    return answer(
      'Your booking page is not open yet: set PUBLIC_PORT (and PUBLIC_URL, if it is reached by another name).',
    )
  const days = daysOf(request, facts)
  const query = new URLSearchParams({ ...days, ...(request.part && { part: request.part }) }).toString()
  const url = `${base}${pathOf(page, request)}${query === '' ? '' : `?${query}`}`
  return answer([`Here is your link: ${url}`, ...sayNarrowed(request, facts)].join('\n'))
}

const answer = (text: string): RulingDraft => ({ type: 'answer', text })

const howToHaveOne = ({ principal }: Facts): string =>
  `You have no booking page yet: add one to the policy, such as "booking: {pages: {${principal.id}: {people: [${principal.id}]}}}".`

/** One meeting type, said or the only one, is in the address; else the page asks which. */
function pathOf({ slug, types }: OwnPage, { type }: Request): string {
  const only = type !== null && types.includes(type) ? type : types.length === 1 ? types[0] : undefined
  return `/book/${slug}${only === undefined ? '' : `/${only}`}`
}

/** First and last day, as dates on the asker's wall; a stretch without an end has none. */
function daysOf({ when }: Request, { zone }: Facts): { from?: string; to?: string } {
  if (!when) return {}
  const from = dayIn(zone, when.startMs).date
  return when.kind === 'open' ? { from } : { from, to: dayIn(zone, Math.max(when.startMs, when.endMs - 1)).date }
}

function sayNarrowed({ when, part }: Request, facts: Facts): string[] {
  if (!when && !part) return []
  const lastMs = when && when.kind !== 'open' ? Math.max(when.startMs, when.endMs - 1) : null
  const first = when && sayDay(when.startMs, facts)
  const last = lastMs === null ? null : sayDay(lastMs, facts)
  const days = !first ? '' : last === first ? ` on ${first}` : ` from ${first}${last ? ` to ${last}` : ' on'}`
  return [`It shows only ${part ? `${part}s` : 'times'}${days}.`]
}
