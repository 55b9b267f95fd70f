import type { RecordKind } from '#kernel/record.ts'
import type { Lookups } from '#ports/lookups.ts'
import { type Asker, isInsider, type World } from './scope.ts'

/** A client the channel vouches for sees themselves, as far as contacts go. */
const isThemselves = ({ principal }: Asker, kind: RecordKind, id: string): boolean =>
  kind === 'contact' && principal.kind === 'client' && principal.assurance === 'verified' && principal.id === id

/** `crm.get`: any record for a member, themselves for a verified client. */
export const get =
  (world: World, asker: Asker): Lookups['crm.get'] =>
  async (kind, id) =>
    isInsider(asker.principal) || isThemselves(asker, kind, id) ? world.crm.get(kind, id) : null

/** `crm.byAddress`: any contact for a member, themselves for a verified client. */
export const byAddress =
  (world: World, asker: Asker): Lookups['crm.byAddress'] =>
  async (address) => {
    const found = await world.crm.contactByAddress(address)
    return found && (isInsider(asker.principal) || isThemselves(asker, 'contact', found.id)) ? found : null
  }

/** Everything that tells of more than one record is the team's. */
export const find =
  (world: World, asker: Asker): Lookups['crm.find'] =>
  async (kind, words, limit) =>
    isInsider(asker.principal) ? world.crm.find(kind, words, limit) : []

export const list =
  (world: World, asker: Asker): Lookups['crm.list'] =>
  async (kind) =>
    isInsider(asker.principal) ? world.crm.list(kind) : []

export const activities =
  (world: World, asker: Asker): Lookups['crm.activities'] =>
  async (about) =>
    isInsider(asker.principal) ? world.crm.activitiesOf(about) : []

export const fields =
  (world: World, asker: Asker): Lookups['crm.fields'] =>
  async (kind) =>
    isInsider(asker.principal) ? world.crm.customFields(kind) : []

export const aliases =
  (world: World, asker: Asker): Lookups['crm.aliases'] =>
  async (words) =>
    isInsider(asker.principal) ? world.recall.alias(words, asker.principal.id) : null

export const untidy =
  (world: World, asker: Asker): Lookups['crm.untidy'] =>
  async (owner) =>
    isInsider(asker.principal) ? world.recall.untidy(owner) : []

export const written =
  (world: World, asker: Asker): Lookups['history.written'] =>
  async (kind) =>
    isInsider(asker.principal) ? world.recall.written(kind) : {}

/** `talk.last`: what was said with somebody on file, by their id: no words of a message choose whose talk is read. */
export const talk =
  (world: World, asker: Asker): Lookups['talk.last'] =>
  async (id, channel) => {
    if (!isInsider(asker.principal)) return null
    const contact = await world.crm.get('contact', id)
    return contact && world.recall.talk(contact, channel)
  }

/** `reach.of`: where and by which consent somebody can be written to is the team's to know. */
export const reach =
  (world: World, asker: Asker): Lookups['reach.of'] =>
  async (contact) =>
    isInsider(asker.principal) ? world.recall.reach(contact) : null
