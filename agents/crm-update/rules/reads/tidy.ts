import { cleanLine } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayUntidy, untidyChoices } from '#kernel/untidy.ts'
import type { Of } from '../../request/query.ts'
import type { QueryFacts } from './facts.ts'

/** Pairs that are listed. */
const MOST_PAIRS = 10

/** What wants tidying up, a line for each sort, with the changes that one tap makes. */
export function answerTidy({ untidy, nowMs, zone }: QueryFacts): RulingDraft {
  if (untidy.length === 0) return { type: 'answer', text: 'Nothing to tidy up that I can see.' }
  const lines = sayUntidy(untidy, nowMs)
  return { type: 'answer', text: ['To tidy up:', ...lines].join('\n'), choices: untidyChoices(untidy, nowMs, zone) }
}

/** Records that may be there twice. */
export function answerDuplicates(of: Of, { untidy, nowMs, zone }: QueryFacts): RulingDraft {
  const wanted = of === 'account' || of === 'contact' ? of : null
  const pairs = untidy.filter(({ what, kind }) => what === 'duplicate' && (wanted === null || kind === wanted))
  if (pairs.length === 0) return { type: 'answer', text: 'I see no records that look like duplicates.' }
  const name = (text: string | null) => cleanLine(text ?? 'a record without a name', 60)
  const lines = pairs
    .slice(0, MOST_PAIRS)
    .map(
      (one) =>
        `- ${one.kind}: ${name(one.name)} (${one.id}) and ${name(one.other?.name ?? null)} (${one.other?.id ?? ''})`,
    )
  const more = pairs.length > MOST_PAIRS ? [`and ${pairs.length - MOST_PAIRS} more`] : []
  return {
    type: 'answer',
    text: ['These look like duplicates:', ...lines, ...more].join('\n'),
    choices: untidyChoices(pairs, nowMs, zone),
  }
}
