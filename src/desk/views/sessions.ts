import { sha256 } from '#kernel/ids.ts'
import { DAY_MS } from '#kernel/units.ts'
import { appendAudit } from '#store/audit/append.ts'
import { keepToken, readToken, sweepTokens, type TokenKind, useToken } from '#store/tokens/tokens.ts'
import type { DeskContext } from '../context.ts'
import { type Viewer, viewerOf } from './viewer.ts'

const LINK_LASTS_MS = DAY_MS
const SESSION_LASTS_MS = 30 * DAY_MS
const SECRET_BYTES = 32

/** A fresh secret; only its hash is kept. */
async function mint(desk: DeskContext, kind: TokenKind, subject: string, lastsMs: number): Promise<string> {
  const secret = Buffer.from(desk.random.bytes(SECRET_BYTES)).toString('base64url')
  const nowMs = desk.clock.nowMs()
  await desk.sql.write(function* () {
    yield* sweepTokens(nowMs)
    yield* keepToken({ hash: sha256(secret), kind, subject, createdMs: nowMs, expiresMs: nowMs + lastsMs })
  })
  return secret
}

/**
 * The path of a one-time sign-in link for a member, good for a day. `by` is who asked for it: null for the program itself.
 */
export async function signInPath(desk: DeskContext, member: string, by: string | null = null): Promise<string> {
  const secret = await mint(desk, 'sign-in', member, LINK_LASTS_MS)
  await desk.sql.write(() =>
    appendAudit(desk.audit, {
      atMs: desk.clock.nowMs(),
      what: 'link.made',
      task: null,
      payload: { for: member, by: by ?? 'desk' },
    }),
  )
  return `/sign-in/${secret}`
}

/** Whom a sign-in link would let in; looking does not use it. */
export async function linkBearer(desk: DeskContext, secret: string): Promise<Viewer | null> {
  const member = await desk.sql.read(() => readToken(sha256(secret), 'sign-in', desk.clock.nowMs()))
  return member === undefined ? null : viewerOf(desk.policy(), member)
}

/** Uses a sign-in link, once, and answers the secret of a new session; null where it was used or ran out. */
export async function signIn(desk: DeskContext, secret: string): Promise<string | null> {
  const member = await desk.sql.write(() => useToken(sha256(secret), 'sign-in', desk.clock.nowMs()))
  return member === undefined ? null : startSession(desk, member)
}

/** Starts a session for a member whom another door has let in. */
export const startSession = (desk: DeskContext, member: string): Promise<string> =>
  mint(desk, 'session', member, SESSION_LASTS_MS)

/** Whose session it is; null where it ended, ran out, or the policy no longer names the member. */
export async function sessionViewer(desk: DeskContext, secret: string): Promise<Viewer | null> {
  const member = await desk.sql.read(() => readToken(sha256(secret), 'session', desk.clock.nowMs()))
  return member === undefined ? null : viewerOf(desk.policy(), member)
}

/** Ends a session for good. */
export async function endSession(desk: DeskContext, secret: string): Promise<void> {
  await desk.sql.write(() => useToken(sha256(secret), 'session', desk.clock.nowMs()))
  desk.changed({ topic: 'desk', id: 'session' })
}
