/** Names of fields that are the desk's own. A trap is a field that people do not see and leave empty. */
export const TRAP_FIELD = 'homepage_url'
/** Bears the ticket that says when the form was opened. */
export const TICKET_FIELD = 'nd_ticket'
/** Names the submission, where the sender does: the same name again is the same post. */
export const ID_FIELD = 'nd_id'
/** The same, as servers say it (draft-ietf-httpapi-idempotency-key-header). */
export const ID_HEADER = 'idempotency-key'
