import type { RulingDraft } from '#kernel/ruling.ts'
import type { Asking } from '../request/query.ts'
import { planFix } from './bulk/fix.ts'
import { planMerge } from './bulk/merge.ts'
import { planBulk } from './bulk/plan.ts'
import type { QueryFacts } from './reads/facts.ts'
import { answerMany } from './reads/list.ts'
import { planLog } from './reads/log.ts'
import { answerOne } from './reads/one.ts'
import { decideProvided } from './reads/provided.ts'
import { answerDuplicates, answerTidy } from './reads/tidy.ts'

/** What is said to a question about the records, or done to the many that a condition picks. */
export function decideAsking(request: Asking, facts: QueryFacts): RulingDraft {
  switch (request.kind) {
    case 'query':
      return answerQuery(request, facts)
    case 'bulk':
      return planBulk(request, facts)
    case 'merge':
      return planMerge(request, facts)
    case 'fix':
      return planFix(request, facts)
    case 'log':
      return planLog(request, facts)
    case 'provided':
      return decideProvided(request, facts)
  }
}

function answerQuery(request: Extract<Asking, { kind: 'query' }>, facts: QueryFacts): RulingDraft {
  switch (request.ask) {
    case 'tidy':
      return answerTidy(facts)
    case 'duplicates':
      return answerDuplicates(request.set.of, facts)
    case 'import':
      return { type: 'answer', text: IMPORTS }
    case 'list':
    case 'count':
    case 'sum':
      return answerMany(request, facts)
    default:
      return answerOne(request, facts)
  }
}

/** Files do not come through chat: what a file would do is looked at first, where the desk runs. */
const IMPORTS = [
  'I take files where I run, so that you see what they would do before anything is written:',
  '1. nightdesk import contacts FILE.csv --dry-run (or accounts, or deals) says what would be added and changed, and which rows look like duplicates.',
  '2. The same without --dry-run writes it.',
  'Nothing was imported.',
].join('\n')
