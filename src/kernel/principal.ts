import { z } from 'zod'
import { Language } from './language.ts'

/**
 * Who speaks. `verified` means the channel vouches for the id (a console session, a Slack user id, a signed link);
 * `claimed` is a From line, a form field or a display name: good enough to file a message, never to disclose or to act.
 */
export const Principal = z.object({
  kind: z.enum(['member', 'client', 'stranger']),
  /** Policy id of a member, contact id of a client, channel address of a stranger. */
  id: z.string().min(1),
  /** Policy name of a member, name on file of a client; what a stranger says of itself. Untrusted unless a member. */
  name: z.string().nullable(),
  assurance: z.enum(['verified', 'claimed']),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** IANA zone; the company's where the person's is not known. */
  zone: z.string(),
  roles: z.array(z.string()),
  /** What somebody outside the team was heard to write in; absent: not known yet, or one of the team. */
  language: Language.optional(),
  /** Who it really is, where somebody decides for a member by a role they hold. */
  through: z.string().optional(),
})
export type Principal = z.infer<typeof Principal>

/** The desk itself: the principal of timers. It proposes nothing that a policy line does not name. */
export const DESK: Principal = {
  kind: 'member',
  id: 'desk',
  name: 'Nightdesk',
  assurance: 'verified',
  email: null,
  phone: null,
  zone: 'Etc/UTC',
  roles: [],
}
