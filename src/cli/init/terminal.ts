import { createInterface } from 'node:readline/promises'
import { DeskError } from '#kernel/errors.ts'
import type { Ask } from './ask.ts'

/**
 * Lets something ask whoever sits at the terminal. Questions go to standard error.
 * @throws DeskError USAGE where the input ends (Ctrl-D, Ctrl-C) before the answers do
 */
export async function onTerminal<T>(
  work: (ask: Ask) => Promise<T>,
  [input, output]: [NodeJS.ReadableStream, NodeJS.WritableStream] = [process.stdin, process.stderr],
): Promise<T> {
  const terminal = createInterface({ input, output })
  const ended = new AbortController()
  terminal.once('close', () => ended.abort())
  const line = async (question: string): Promise<string> => {
    try {
      return await terminal.question(question, { signal: ended.signal })
    } catch (error) {
      if (!ended.signal.aborted) throw error
      throw new DeskError('USAGE', { problem: 'There were no more answers, so nothing was written.' }, { cause: error })
    }
  }
  try {
    return await work({
      line,
      say: (text) => output.write(`${text}\n`),
      yes: async (question) => /^y(es)?$/i.test((await line(`${question} (yes/no) [no]: `)).trim()),
    })
  } finally {
    terminal.close()
  }
}
