/**
 * How two values of a field stand to each other. `same`: equal as normalised. `close`: a typing error, a sound or an order apart.
 * `partly`: one is a part or a short form of the other. `apart`: two different values. A missing value is no agreement at all.
 */
export type Agreement = 'same' | 'close' | 'partly' | 'apart'

const ORDER: readonly Agreement[] = ['apart', 'partly', 'close', 'same']

/** Whether the first says more for one and the same than the second. */
export const isBetter = (a: Agreement, b: Agreement): boolean => ORDER.indexOf(a) > ORDER.indexOf(b)
