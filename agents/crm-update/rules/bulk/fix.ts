import type { RulingDraft } from '#kernel/ruling.ts'
import { isoDay, toIso } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Fix } from '../../request/query.ts'
import { type QueryFacts, type Row, rowsOf } from '../reads/facts.ts'
import { nameOf } from '../reads/names.ts'
import { sayWord } from '../reads/say.ts'

/** Does the one change that was offered and tapped. */
export function planFix({ to, record: key, day }: Fix, facts: QueryFacts): RulingDraft {
  const [kind = '', ...rest] = key.split(':')
  const row = rowsOf(facts, kind as Row['kind'])?.find(({ record }) => record.id === rest.join(':'))
  if (!row || row.kind === 'activity') return { type: 'answer', text: 'That record is not on file any more.' }
  const { id, version } = row.record
  switch (to) {
    case 'close':
      if (row.kind !== 'deal' || day === null) return { type: 'answer', text: 'Only a deal has a close date.' }
      return update(
        row,
        { id, version, ops: [{ path: 'closeDate', before: row.record.closeDate, after: day }] },
        'the close date you picked',
      )
    case 'mine': {
      const me = facts.members.find((one) => one.id === facts.self)
      if (!me) return { type: 'answer', text: 'Only somebody on the team can have a record.' }
      const after = row.kind === 'lead' ? me.id : me.address
      return update(
        row,
        { id, version, ops: [{ path: 'owner', before: row.record.owner ?? null, after }] },
        'you made it yours',
      )
    }
    case 'chase': {
      const due = isoDay(facts.nowMs + DAY_MS, facts.zone)
      const draft = {
        kind: 'task',
        about: { kind: row.kind, id },
        at: toIso(facts.nowMs),
        text: `Chase ${sayWord(nameOf(row))}`,
        owner: facts.self,
        by: facts.self,
        due,
      }
      return {
        type: 'propose',
        actions: [{ kind: 'activity.create', args: { draft }, because: 'nothing was said or changed for long' }],
        notes: [],
      }
    }
  }
}

const update = (row: Row, args: Record<string, unknown>, because: string): RulingDraft => ({
  type: 'propose',
  actions: [{ kind: `${row.kind}.update`, args, because }],
  notes: [],
})
