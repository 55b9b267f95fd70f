import { archiveOf, restoreOf } from './archive.ts'
import { activityCreate, createOf } from './create.ts'
import { mergeOf } from './merge.ts'
import { updateOf } from './update.ts'

const KINDS = ['account', 'contact', 'deal', 'lead'] as const

/** Every write of a record. */
export const recordActions = [
  ...KINDS.flatMap((kind) => [createOf(kind), updateOf(kind), archiveOf(kind), restoreOf(kind)]),
  mergeOf('account'),
  mergeOf('contact'),
  activityCreate,
  updateOf('activity'),
  archiveOf('activity'),
  restoreOf('activity'),
]
