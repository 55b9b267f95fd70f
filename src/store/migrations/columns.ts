/** What a column holds, in words that SQLite and PostgreSQL share. */
export const text = 'text'
export const integer = 'integer'
/** Epoch milliseconds do not fit PostgreSQL's 32-bit integer. */
export const moment = 'bigint'
