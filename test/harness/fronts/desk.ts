import { onTestFinished } from 'vitest'
import type { Home } from '#app/home.ts'
import type { SetClock } from '#app/system.ts'
import { Hub } from '#desk/views/hub.ts'
import { consoleChannel } from '#integrations/console/channel.ts'
import { NOW, type StartedDesk, startDesk } from '../started-desk.ts'
import { type Front, MEMBERS, type Member, type OpenFront } from './front.ts'

export { NOW }

const PEOPLE: Readonly<Record<Member, string>> = {
  mia: 'name: Mia Chen, roles: [founder, approver], backup: lee',
  lee: 'name: Lee Park, roles: [approver]',
  sam: 'name: Sam Ortiz, roles: [sales]',
  priya: 'name: Priya Shah, roles: [engineering]',
}

/** A desk that its team meets in several places at once. */
export interface FrontDesk extends StartedDesk {
  fronts: readonly Front[]
}

export interface FrontDeskOptions {
  home?: Home
  clock?: SetClock
  /** Lines added to the policy. */
  policy?: string
}

/** Opens places, closed with the test. */
export async function openFronts(open: readonly OpenFront[]): Promise<Front[]> {
  const fronts = await Promise.all(open.map((one) => one()))
  onTestFinished(async () => void (await Promise.all(fronts.map((front) => front.close()))))
  return fronts
}

/** A whole desk in those places; another one over the same home is its next start. */
export async function frontDesk(fronts: readonly Front[], options: FrontDeskOptions = {}): Promise<FrontDesk> {
  const hub = new Hub()
  const desk = await startDesk({
    ...options,
    policy: policyFor(fronts) + (options.policy ?? ''),
    settings: Object.assign({}, ...fronts.map((front) => front.settings)) as Record<string, string>,
    beside: [consoleChannel(({ conversation }) => hub.tell({ topic: 'conversation', id: conversation }))],
    changed: hub.tell,
  })
  const { made, clock, channels } = desk
  for (const front of fronts)
    await front.join({ made, hub, clock, channel: channels.find(({ name }) => name === front.name) })
  await desk.idle()
  return { ...desk, fronts }
}

function policyFor(fronts: readonly Front[]): string {
  const people = MEMBERS.map((id) => {
    const handles = fronts.flatMap(({ name, handles }) => (handles[id] ? [`${name}: "${handles[id]}"`] : []))
    const rest = ['working_hours: {mon-fri: "09:00-17:00"}', `email: ${id}@northwind.example`, ...handles]
    return `  - {id: ${id}, ${PEOPLE[id]}, ${rest.join(', ')}}`
  })
  return [
    'version: 1',
    'company: {name: Northwind Studio, timezone: Europe/London, currency: EUR}',
    'people:',
    ...people,
    '',
  ].join('\n')
}
