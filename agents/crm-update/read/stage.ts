import type { Change } from '../request/write.ts'

/** Words by which the last stages are called, whatever the policy calls them. */
const WON =
  /\b(?:closed[- _]?won|won(?!['’])|signed(?: (?:up|off|it|the (?:contract|deal|papers)))?|they signed|sealed|inked)\b/iu
const LOST =
  /\b(?:closed[- _]?lost|lost|went (?:with|w\/) (?:a |the |another |some )?\S+|passed on us|they passed|chose (?:a |another )?competitor|said no|turned us down|declined)\b/iu
/** A yes that is not on paper yet. */
const AGREED =
  /\b(?:(?:they|she|he)(?:['’]?(?:re|s)| are| is) (?:all )?in|on board|verbal(?:ly)? (?:yes|ok|agreed|commit(?:ted|ment)?)|said yes|agreed verbally|gave (?:us )?(?:the )?(?:green light|go[- ]ahead))\b/iu

/** A stage, or how it went, that some words say. */
export interface SaidStage {
  value: Change['value']
  start: number
  end: number
}

/** How a deal went, said without naming a stage: "they signed", "lost", "they're in". */
export function readOutcome(text: string): SaidStage | null {
  for (const [outcome, pattern] of [
    ['lost', LOST],
    ['won', WON],
    ['agreed', AGREED],
  ] as const) {
    const found = pattern.exec(text)
    if (found) return { value: { type: 'outcome', outcome }, start: found.index, end: found.index + found[0].length }
  }
  return null
}

/** `closed_won` as people write it: "closed won", "closed-won". */
export const spoken = (stage: string): string => stage.replace(/[_-]+/gu, ' ').toLowerCase()

/** The stage of the policy that words name: its name, or one that ends or begins so and no other does. */
export function stageNamed(words: string, stages: readonly string[]): string | null {
  const said = spoken(words)
    .replace(/\s+stage$/u, '')
    .trim()
  if (said === '') return null
  const exact = stages.find(
    (stage) => spoken(stage) === said || spoken(stage).replaceAll(' ', '') === said.replaceAll(' ', ''),
  )
  if (exact) return exact
  const parts = stages.filter((stage) => spoken(stage).split(' ').includes(said))
  if (parts.length === 1) return parts[0] ?? null
  const begun = said.length >= 4 ? stages.filter((stage) => spoken(stage).startsWith(said)) : []
  return begun.length === 1 ? (begun[0] ?? null) : null
}

/** The policy's stage in which deals are won, or lost; null where none is called so. */
export const closing = (outcome: 'won' | 'lost', stages: readonly string[]): string | null =>
  stages.find((stage) => spoken(stage).split(' ').includes(outcome)) ?? null

/** Whether a deal in that stage is over. */
export const isClosed = (stage: string | null): boolean =>
  /(?:^|[\s_-])(?:won|lost|closed)(?:$|[\s_-])/iu.test(stage ?? '')
