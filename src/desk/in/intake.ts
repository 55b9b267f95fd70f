import type { InOrder } from '#kernel/in-order.ts'
import {
  type Inbound,
  type InboundDraft,
  Inbound as InboundSchema,
  MAX_TEXT_LENGTH,
  type Press,
} from '#kernel/inbound.ts'
import { spoken } from '#kernel/language.ts'
import type { Principal } from '#kernel/principal.ts'
import { tongueOf } from '#language/tongue.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { type Accepted, accept } from '#store/journal/accept.ts'
import { spokeIn } from '#store/journal/history.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { openWindow } from '../out/window.ts'
import { withoutNeverKept } from './never-kept.ts'
import { deciderOf, decisionOf } from './press.ts'
import { namePrincipal } from './principal.ts'
import { silenceFor } from './silence.ts'
import { readTyped } from './typed.ts'

/** Key of the journal row: an event id is unique per channel, account and sender. */
export const journalKey = (event: Pick<Inbound, 'channel' | 'account' | 'id' | 'from'>): string =>
  [event.channel, event.account, event.from.id, event.id].join(':')

/**
 * Writes an event down, once, with the name of who sent it. When this resolves it is on the disk: acknowledge it then. Events of one
 * conversation are written in the order in which they were handed in, however long it takes to learn who sent one.
 * @param by a channel's words are read, whatever else it delivers; one of the desk's own pages may fill a job in
 * @throws DeskError UNKNOWN_MEMBER, CARD_CHANGED, BAD_EDIT, DISK_FULL; ZodError for what is no event at all
 */
export async function intake(
  desk: DeskContext,
  arrivals: InOrder,
  draft: InboundDraft,
  by: 'channel' | 'page',
): Promise<Accepted> {
  const { withheld: _said, ...parsed } = InboundSchema.parse(draft)
  const { job, press, ...read } = withoutNeverKept(parsed, desk.policy().privacy.neverStore)
  const heard: Inbound = by === 'page' && job ? { ...read, job } : read
  const accepted = await arrivals.run(
    `${heard.channel}:${heard.conversation}`,
    () => identify(desk, heard, press),
    (named) => writeDown(desk, named),
  )
  desk.trip.reach('after-journal')
  return accepted
}

/** An event, with who sent it and where it is worked on. */
interface Named {
  event: Inbound
  lane: string
  speaker: Principal
  /** The speaker, with the language they are answered in. */
  principal: Principal
}

async function identify(desk: DeskContext, heard: Inbound, press: Press | undefined): Promise<Named> {
  const named = await namePrincipal(heard, desk.policy(), desk.crm)
  const speaker = press ? await deciderOf(desk, press, heard.from, named) : named
  const event = await asDecision(desk, heard, press, speaker)
  return { event, lane: await laneOf(desk, event), speaker, principal: await withLanguage(desk, speaker, event) }
}

function writeDown(desk: DeskContext, { event, lane, speaker, principal }: Named): Promise<Accepted> {
  const row = {
    key: journalKey(event),
    lane,
    kind: event.kind,
    visibleMs: desk.clock.nowMs(),
    body: JSON.stringify({ ...event, text: event.text.slice(0, MAX_TEXT_LENGTH + 1) }),
    principal,
  }
  return desk.sql.write(function* () {
    const written = yield* accept(row)
    if (written.duplicate) return written
    yield* silenceFor(desk, event, speaker, written.seq)
    yield* openWindow(desk, event, principal)
    return written
  })
}

/** What was pressed or typed about a card is a decision; everything else stays what it is. */
async function asDecision(
  desk: DeskContext,
  heard: Inbound,
  press: Press | undefined,
  by: Principal,
): Promise<Inbound> {
  if (press) return { ...heard, kind: 'decision', decision: await decisionOf(desk, press, by) }
  const typed = await readTyped(desk, heard, by)
  return typed && 'decision' in typed ? { ...heard, kind: 'decision', decision: typed.decision } : heard
}

/** A decision runs in the lane of its task's own conversation, wherever it was pressed. */
async function laneOf(desk: DeskContext, event: Inbound): Promise<string> {
  const { decision } = event
  if (!decision) return event.conversation
  const flag = await desk.sql.read(() => flagById(decision.flag))
  const task = flag && (await desk.sql.read(() => taskById(flag.task)))
  return task?.task.conversation ?? event.conversation
}

/** How many messages back the language of somebody is remembered in one conversation. */
const REMEMBERED = 5

/** Outsiders are spoken to in the language they write; where a line does not tell ("ok", "2"), in the one they wrote last. */
async function withLanguage(desk: DeskContext, principal: Principal, event: Inbound): Promise<Principal> {
  if (principal.kind === 'member' || event.kind !== 'message' || event.job) return principal
  const heard = tongueOf(event.text.slice(0, HEARD_LENGTH))
  const spoke = heard ? [] : await desk.sql.read(() => spokeIn(event.conversation, REMEMBERED))
  const before = spoke.find((one) => one.id === principal.id)?.language
  return { ...principal, language: heard ?? before ?? spoken(desk.policy().company.language) ?? 'en' }
}

/** A language shows in the first lines of a text. */
const HEARD_LENGTH = 600
