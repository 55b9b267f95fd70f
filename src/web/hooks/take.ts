import type { Context } from 'hono'
import { takePost } from '#desk/forms/take.ts'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { answerThanks, wantsJson, wordsFor } from './answer.ts'
import { deskPost, problemIn } from './checks.ts'
import { pageOf, requireOrigin } from './doors/origin.ts'
import { SIGNATURE_HEADER, SignatureDoor } from './doors/signature.ts'
import { issueTicket, ticketAgeMs } from './doors/ticket.ts'
import type { FormLimits } from './limits.ts'
import { formPage } from './pages.ts'
import type { FormsWeb, NamedForm } from './parts.ts'
import { fieldsIn } from './read/body.ts'
import { LONGEST_FIELD, type Post, postOf } from './read/meaning.ts'
import { ID_HEADER } from './reserved.ts'
import type { Words } from './words.ts'

/** Why a post is not taken as it is: whoever sent it can mend that. */
interface Again {
  code: 'FORM_FIELD' | 'FORM_TICKET'
  problem: string
  /** How soon it may be sent again. */
  waitMs: number
}

/**
 * Takes posts of forms: the door first, by headers and bytes alone, then the reading, then the journal. Whatever is answered
 * with thanks is on the disk, but for what fell into the trap.
 */
export function taking(parts: FormsWeb, limits: FormLimits) {
  const { clock, policy } = parts.desk.context
  const signatures = new SignatureDoor()

  async function fromServer(c: Context, named: NamedForm, signature: string): Promise<Response> {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const words = () => wordsFor(c, parts)
    const enter = (): (() => void) => {
      try {
        return signatures.enter(body, signature, parts.secretsOf(named.name), clock.nowMs())
      } catch (error) {
        limits.pass(c, named, 'misSigned', words)
        throw error
      }
    }
    const sendAgain = enter()
    try {
      limits.pass(c, named, 'signed', words)
      const post = await read(c, named, body)
      const spoken = wordsFor(c, parts, post.said.message ?? '')
      const problem = problemIn(post, spoken)
      if (problem !== null) throw new DeskError('FORM_FIELD', { problem })
      return await keep(c, named, post, 'server', spoken)
    } catch (error) {
      sendAgain()
      throw error
    }
  }

  async function fromBrowser(c: Context, named: NamedForm): Promise<Response> {
    requireOrigin(c, named, parts)
    limits.pass(c, named, 'try', () => wordsFor(c, parts))
    const post = await read(c, named, new Uint8Array(await c.req.arrayBuffer()))
    const words = wordsFor(c, parts, post.said.message ?? '')
    if (post.trapped) {
      parts.tally.add(named.name, 'trapped')
      return answerThanks(c, parts, named, { words, reply: null, duplicate: false })
    }
    const again = mendable(named, post, words)
    if (again) return lookAgain(c, named, post, words, again)
    limits.pass(c, named, 'take', () => words)
    return keep(c, named, post, 'browser', words)
  }

  async function read(c: Context, { form }: NamedForm, body: Uint8Array): Promise<Post> {
    const post = postOf(await fieldsIn(body, c.req.header('content-type') ?? ''), form.fields)
    return { ...post, id: post.id ?? c.req.header(ID_HEADER)?.slice(0, LONGEST_FIELD) ?? null }
  }

  function mendable({ name, form }: NamedForm, post: Post, words: Words): Again | null {
    const problem = problemIn(post, words)
    if (problem !== null) return { code: 'FORM_FIELD', problem, waitMs: 0 }
    const ageMs = ticketAgeMs(parts.ticketKey, name, post.ticket, clock.nowMs())
    const waitMs = form.minimumTimeMs - (ageMs ?? 0)
    return waitMs <= 0 ? null : { code: 'FORM_TICKET', problem: words.lookAgain, waitMs }
  }

  /** The form once more, filled in as it was, with a ticket: nobody's words are lost, and a person takes time to look. */
  function lookAgain(c: Context, named: NamedForm, post: Post, words: Words, again: Again) {
    const { name } = named
    const { code, problem, waitMs } = again
    if (code === 'FORM_TICKET') parts.tally.add(name, 'hasty')
    const nowMs = clock.nowMs()
    const known = ticketAgeMs(parts.ticketKey, name, post.ticket, nowMs) !== null
    const ticket = known && post.ticket !== null ? post.ticket : issueTicket(parts.ticketKey, name, nowMs)
    const status = code === 'FORM_FIELD' ? 422 : 428
    if (waitMs > 0) c.header('retry-after', String(Math.ceil(waitMs / SECOND_MS)))
    if (wantsJson(c)) return c.json({ error: { code, message: problem }, ticket }, status)
    const page = pageOf(c, named)
    const rest = page === null || post.rest.has('page') ? post.rest : new Map([...post.rest, ['page', page]])
    const company = policy().company.name
    const action = `/hooks/form/${name}`
    return c.html(formPage({ company, words, action, ticket, post: { ...post, rest }, problem }), status)
  }

  async function keep(c: Context, named: NamedForm, post: Post, door: 'browser' | 'server', words: Words) {
    const page = door === 'browser' ? pageOf(c, named) : null
    const given = deskPost(post, { form: named.name, door, page, language: words.language, policy: policy() })
    const waitMs = Math.min(parts.patience.longestMs, policy().leads.answerWithinMs)
    const { reply, duplicate } = await takePost(parts, given, waitMs)
    return answerThanks(c, parts, named, { words, reply, duplicate })
  }

  return (c: Context, named: NamedForm): Promise<Response> => {
    const signature = c.req.header(SIGNATURE_HEADER)
    return signature === undefined ? fromBrowser(c, named) : fromServer(c, named, signature)
  }
}
