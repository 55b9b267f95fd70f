import type { RulingDraft } from '#kernel/ruling.ts'
import type { MemberAsk } from '../../request/members.ts'
import { add } from './add.ts'
import { card } from './card.ts'
import { digest } from './digest.ts'
import type { TeamFacts } from './facts.ts'
import { never } from './never.ts'
import { override } from './override.ts'
import { theLead } from './which.ts'
import { why } from './why.ts'

/** What comes of a member's words about leads. @param sinceMs where a list begins */
export function decideForTeam(ask: MemberAsk, facts: TeamFacts, sinceMs: number): RulingDraft {
  if (!facts.asker.vouched)
    return {
      type: 'refuse',
      text: "Nothing vouches here for who you are: say it where I know you, in the console or the team's chat.",
      rule: 'leads are told to, and written down by, members whom their channel vouches for',
    }
  switch (ask.do) {
    case 'add':
      return add(ask, facts)
    case 'card':
      return card(ask, facts)
    case 'digest':
      return digest(sinceMs, facts)
    case 'never':
      return never(ask, facts)
    default: {
      const found = theLead(ask, facts)
      if ('otherwise' in found) return found.otherwise
      return ask.do === 'why' ? why(found.lead, facts) : override(ask, found.lead, facts)
    }
  }
}
