import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode } from '#kernel/errors.ts'

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  MESSAGE_TOO_LONG: 413,
  BODY_TOO_LARGE: 413,
  UNKNOWN_MEMBER: 403,
  NOT_ALLOWED: 403,
  NOT_YOUR_DECISION: 403,
  CROSS_SITE: 403,
  SIGN_IN_NEEDED: 401,
  LINK_USED: 410,
  FLAG_EXPIRED: 410,
  FLAG_NOT_FOUND: 404,
  NOT_FOUND: 404,
  FLAG_DECIDED: 409,
  CARD_CHANGED: 409,
  CONFLICT: 409,
  SLOT_TAKEN: 409,
  UNDO_NOTHING: 409,
  UNDO_CHANGED: 409,
  UNDO_TOO_LATE: 409,
  UNDO_IMPOSSIBLE: 409,
  BAD_EDIT: 422,
  USAGE: 422,
  WRONG_HOST: 421,
  FORM_UNKNOWN: 404,
  FORM_ORIGIN: 403,
  FORM_SIGNATURE: 401,
  FORM_REPLAYED: 409,
  FORM_TYPE: 415,
  FORM_UNREADABLE: 400,
  FORM_TOO_MUCH: 413,
  FORM_FIELD: 422,
  FORM_TICKET: 428,
  FORM_TOO_OFTEN: 429,
  DISK_FULL: 503,
  INTEGRATION_DOWN: 502,
}

/** The HTTP status that says best what an error is. */
export const statusOf = (code: ErrorCode): ContentfulStatusCode => STATUS[code] ?? 500
