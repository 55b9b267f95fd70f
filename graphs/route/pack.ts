import { packInForce, readPacks } from '#ladder/read-packs.ts'

/** Version of the router's prompt and thresholds in force. */
const version = '1.0.0'

/** What the model rung of the router is told, version by version. */
export const ROUTE_PACKS = readPacks(new URL('./packs/', import.meta.url), {
  prompts: { jobs: ['jobs-1'] },
  thresholds: ['confidence', 'margin', 'sureOfNobody', 'examplesShown'],
})
export const ROUTE_PACK = packInForce({ contract: { version }, packs: ROUTE_PACKS })
