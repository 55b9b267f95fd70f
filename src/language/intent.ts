/** Whose job is a message, without a model. */

export { compileCues } from './intent/compile.ts'
export type { CueSet, IntentReader, Part, Reading, TrainedReader } from './intent/reading.ts'
export { isRequest } from './intent/requests.ts'
export { isCourtesy, isGreeting, isThanks } from './intent/small-talk.ts'
export { trainedReader } from './intent/trained.ts'
