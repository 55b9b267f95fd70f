import { DeskError } from '#kernel/errors.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { approversOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Crm } from '#ports/crm.ts'

/**
 * Who speaks, from `member:ID`, `client:ID` or `stranger`; without it, the first who decides.
 * @throws DeskError USAGE, UNKNOWN_MEMBER
 */
export async function speakerOf(who: string | undefined, policy: Policy, crm: Crm): Promise<InboundDraft['from']> {
  const [kind = '', id = ''] = (who ?? `member:${approversOf(policy)[0]?.id}`).split(/:(.*)/s)
  if (kind === 'member' && id !== '') {
    if (!memberById(policy, id))
      throw new DeskError('UNKNOWN_MEMBER', { id, known: policy.people.map((person) => person.id).join(', ') })
    return { kind, id }
  }
  if (kind === 'client' && id !== '') {
    if (!(await crm.get('contact', id)))
      throw new DeskError('USAGE', {
        problem: `No contact has the id "${id}" (nightdesk export contacts - lists them).`,
      })
    return { kind, id }
  }
  if (kind === 'stranger') return { kind, id: id || 'somebody' }
  throw new DeskError('USAGE', { problem: `--from is "${who}"; it must be member:ID, client:ID or stranger.` })
}
