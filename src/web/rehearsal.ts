import type { Viewer } from '#desk/views/viewer.ts'
import type { Sender } from '#kernel/inbound.ts'
import type { Persona } from './pages/try.ts'
import type { ConsoleParts } from './parts.ts'

/** Whom a request wants to play; null where nobody, or a client who is not on file. */
export async function personaOf(
  { desk }: ConsoleParts,
  asked: { client?: string | undefined; stranger?: string | undefined },
): Promise<Persona | null> {
  if (asked.client) {
    const contact = await desk.context.crm.get('contact', asked.client)
    return contact && { kind: 'client', id: contact.id, name: contact.name ?? contact.id }
  }
  const name = asked.stranger?.trim().slice(0, 60)
  return name ? { kind: 'stranger', id: name, name } : null
}

/** Each member rehearses with each persona in a conversation of its own. */
export const rehearsalOf = (viewer: Viewer, { kind, id }: Persona): string => `rehearsal:${viewer.id}:${kind}:${id}`

/** The persona as the sender of a simulated message. */
export const playedBy = (viewer: Viewer, { kind, id, name }: Persona): Sender => ({
  kind,
  id: kind === 'client' ? id : `rehearsal:${viewer.id}:${id}`,
  name,
  zone: viewer.zone,
})

/** Query that names a persona. */
export const personaQuery = ({ kind, id }: Persona): string => `${kind}=${encodeURIComponent(id)}`
