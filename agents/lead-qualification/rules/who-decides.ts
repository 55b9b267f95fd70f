import type { Reason } from '#kernel/reasons.ts'
import { memberById, ownerOf } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Facts } from './facts.ts'

type Topic = Parameters<typeof ownerOf>[2]

/** Whoever the lead belongs to, or its contact or its company; null for nobody of the team. */
export function ownerOnFile({ mine, identity }: Facts, policy: Policy): PolicyPerson | null {
  const owners = [mine?.owner, identity.contact?.owner, identity.account?.owner]
  for (const owner of owners) {
    const person =
      owner && (memberById(policy, owner) ?? policy.people.find(({ email }) => email === owner.toLowerCase()))
    if (person) return person
  }
  return null
}

/** Who is asked: the matter's owner, then whoever has the lead, then the reason's owner. */
export function askedFor(policy: Policy, facts: Facts, reason: Reason, topic: Topic): PolicyPerson {
  const named = topic ? policy.escalation.owners[topic] : undefined
  return (named && memberById(policy, named)) || ownerOnFile(facts, policy) || ownerOf(policy, reason)
}

/** The member somebody calls by name; null where nobody of the team is called so. */
export function memberCalled(policy: Policy, name: string | null): PolicyPerson | null {
  if (name === null) return null
  const wanted = name.toLowerCase()
  return policy.people.find((person) => person.name.toLowerCase().split(' ').includes(wanted)) ?? null
}
