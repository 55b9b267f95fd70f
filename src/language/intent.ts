/** Whose job is a message, without a model. */
export { compileCues } from './intent/compile.ts'
export {
  type CueSet,
  type IntentReader,
  NOBODY,
  type Part,
  type Reading,
  type TrainedReader,
} from './intent/reading.ts'
