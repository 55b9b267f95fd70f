import { DeskError } from '#kernel/errors.ts'
import type { Principal } from '#kernel/principal.ts'
import { appendAudit } from '#store/audit/append.ts'
import { eraseWords } from '#store/audit/erase.ts'
import type { DeskContext } from '../context.ts'

/**
 * Erases what is kept of one person: the texts, images and audit payloads that name their address or id. The chain keeps
 * its commitments and still verifies; the calendar itself is the team's record and is left alone.
 */
export async function eraseAbout(desk: DeskContext, who: string, by: Principal): Promise<string> {
  const contact = (await desk.crm.contactByAddress(who)) ?? (await desk.crm.get('contact', who))
  if (!contact && !who.includes('@'))
    throw new DeskError('NOT_ALLOWED', { why: `nobody on file is called ${who}; name an e-mail address` })
  const words = contact
    ? [contact.id, ...contact.emails, ...contact.phones, ...(contact.name ? [contact.name] : [])]
    : [who]
  const counts = await desk.sql.write(function* () {
    const erased = yield* eraseWords(words)
    yield* appendAudit(desk.audit, {
      atMs: desk.clock.nowMs(),
      what: 'person.erased',
      task: null,
      payload: { by: by.id, ...erased },
    })
    return erased
  })
  desk.changed({ topic: 'desk', id: 'erased' })
  return `Erased: ${counts.payloads} audit payloads, ${counts.messages} messages, ${counts.tasks} tasks, ${counts.actions} actions. The audit chain still verifies.`
}
