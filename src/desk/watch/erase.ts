import type { Contact } from '#kernel/contact.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Principal } from '#kernel/principal.ts'
import { appendAudit } from '#store/audit/append.ts'
import { eraseWords } from '#store/audit/erase.ts'
import { eraseConsent } from '#store/consents.ts'
import { conversationsWith } from '#store/journal/history.ts'
import type { DeskContext } from '../context.ts'

/**
 * Erases what is kept of one person: the texts, images and audit payloads that name their address or id. The chain keeps
 * its commitments and still verifies; the calendar itself is the team's record and is left alone. That they asked for silence is
 * kept as a hash, so that they are not written to again.
 */
export async function eraseAbout(desk: DeskContext, who: string, by: Principal): Promise<string> {
  const contact = (await desk.crm.contactByAddress(who)) ?? (await desk.crm.get('contact', who))
  if (!contact && !who.includes('@'))
    throw new DeskError('NOT_ALLOWED', { why: `nobody on file is called ${who}; name an e-mail address` })
  const words = contact
    ? [contact.id, ...contact.emails, ...contact.phones, ...(contact.name ? [contact.name] : [])]
    : [who]
  const places = contact
    ? await placesOf(desk, contact)
    : [...desk.channels.keys()].map((channel) => ({ channel, conversation: who }))
  const counts = await desk.sql.write(function* () {
    for (const place of places) yield* eraseConsent(place)
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

/** Everywhere a consent of somebody on file may be noted: by their addresses, and where they spoke. */
async function placesOf({ sql, channels }: DeskContext, { id, emails, phones }: Contact) {
  const spoken = await sql.read(() => conversationsWith(id))
  const written = [...channels.keys()].flatMap((channel) =>
    [...emails, ...phones].map((conversation) => ({ channel, conversation })),
  )
  return [...spoken, ...written]
}
