/**
 * How many hostile answers are tried at each place: as many as `npm test` has time for, or HOSTILE times as many
 * (`HOSTILE=20 npx vitest run test/hostile`), which start from another seed.
 */
const times = Math.max(1, Number(process.env.HOSTILE ?? 1))

/** How long one test may take. */
export const PATIENCE_MS = 240_000 * times

export const SEED = 20261123 + times - 1

export const ANSWERS = {
  parse: 10_000 * times,
  gate: 6000 * times,
  render: 6000 * times,
  desk: 500 * times,
  http: 60 * times,
}
