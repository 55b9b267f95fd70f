import { expect, test } from 'vitest'
import { ACTIONS } from '#kernel/actions/catalogue.ts'
import { wantsTheirYes } from './read-by-model.ts'

const asksFor = (external: number): string[] =>
  [...ACTIONS.values()]
    .filter(
      (definition) =>
        !definition.inverseOnly && wantsTheirYes(definition, { external_attendees: external, recipients: external }),
    )
    .map(({ kind }) => kind)
    .sort()

test('what reaches somebody outside, is of high risk or has no clean undo is put to whoever wrote; the rest is done and said', () => {
  expect(asksFor(0)).toEqual(
    expect.arrayContaining(['account.archive', 'account.merge', 'calendar.cancel', 'calendar.end', 'calendar.move']),
  )
  expect(asksFor(0)).not.toContain('calendar.create')
  expect(asksFor(1)).toContain('calendar.create')
  expect(asksFor(0)).not.toContain('message.send')
  expect(asksFor(1)).toContain('message.send')
  for (const quiet of ['deal.update', 'activity.create', 'reminder.create', 'lead.create', 'lead.reply', 'team.notify'])
    expect(asksFor(0), quiet).not.toContain(quiet)
})
