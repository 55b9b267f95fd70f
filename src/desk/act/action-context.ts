import type { ActionContext, Party } from '#kernel/actions/definition.ts'
import { cleanName } from '#kernel/display.ts'
import { ownLeadKeys } from '#kernel/own-lead.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Task } from '#kernel/task.ts'
import { addressOf, isVip, memberByAddress, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { recentActions } from '#store/actions/action-rows.ts'
import type { DeskContext } from '../context.ts'
import { recordNames } from './record-names.ts'

const RECENT = 20

/**
 * What action definitions may look at, for one principal and the addresses in some values. A claimed principal's guests
 * never count as clients on file: a From line must not open an "existing client" line of the policy.
 */
export async function actionContext(
  desk: DeskContext,
  principal: Principal,
  values: readonly unknown[],
  saidIn?: { zone: string },
): Promise<ActionContext> {
  const policy = desk.policy()
  const names = new Map<string, string>()
  const parties = new Map<string, Party>()
  const standings = new Map<string, string>()
  for (const address of addressesIn(values)) {
    const member = memberByAddress(policy, address)
    const contact = member ? null : await desk.crm.contactByAddress(address)
    parties.set(address, member ? 'member' : contact && principal.assurance === 'verified' ? 'client' : 'unknown')
    if (contact?.status) standings.set(address, contact.status)
    names.set(address, member?.name ?? (contact?.name ? cleanName(contact.name) : address))
  }
  const records = await recordNames(desk, values)
  const member = principal.kind === 'member' ? memberById(policy, principal.id) : undefined
  const own = member ? [principal.email, addressOf(member)] : [principal.email, principal.phone, principal.id]
  return {
    principal,
    own: [...new Set(own.flatMap((address) => (address ? [address.toLowerCase()] : [])))],
    party: (address) => parties.get(address) ?? (memberByAddress(policy, address) ? 'member' : 'unknown'),
    nameOf: (address) =>
      names.get(address) ?? memberByAddress(policy, address)?.name ?? memberById(policy, address)?.name ?? address,
    recordName: (id) => records.get(id) ?? null,
    stages: policy.crm.stages,
    standing: (address) => standings.get(address) ?? null,
    isVip: (address) => isVip(policy, address),
    isFixed: (title) => isFixed(policy, title),
    nowMs: desk.clock.nowMs(),
    zone: saidIn?.zone ?? principal.zone,
  }
}

/** The same for a task: what was made for its outsider in its own conversation is theirs to change. */
export async function taskContext(desk: DeskContext, task: Task, values: readonly unknown[]): Promise<ActionContext> {
  const context = await actionContext(desk, task.principal, values)
  if (task.principal.kind === 'member') return context
  const recent = await desk.sql.read(() => recentActions(task.conversation, RECENT))
  const made = recent.filter((one) => one.kind === 'calendar.create' && one.principal === task.principal.id)
  const leads = await Promise.all(ownLeadKeys(task.principal, task.conversation).map((key) => desk.crm.leadsByKey(key)))
  return {
    ...context,
    ownLeads: new Set(leads.flat().map(({ id }) => id)),
    made: new Set(made.flatMap(({ record }) => (record === null ? [] : [record]))),
  }
}

/** Whether a title names a meeting type of the policy that never gives way: "Board call" is a `board`. */
function isFixed(policy: Policy, title: string): boolean {
  const said = ` ${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return Object.entries(policy.scheduling.meetingTypes).some(
    ([name, type]) => !type.movable && said.includes(` ${name.replaceAll('_', ' ')} `),
  )
}

/** Every string in the values that holds an at sign, in order, once. */
function addressesIn(values: readonly unknown[]): Set<string> {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('@') && value.length < 320) found.add(value)
    } else if (value && typeof value === 'object') {
      for (const inner of Object.values(value)) walk(inner)
    }
  }
  for (const value of values) walk(value)
  return found
}
