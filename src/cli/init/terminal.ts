import { createInterface } from 'node:readline'
import { DeskError } from '#kernel/errors.ts'
import type { Ask } from './ask.ts'

/**
 * Lets something ask whoever sits at the terminal. Questions go to standard error; lines that are pasted ahead are kept.
 * @throws DeskError USAGE where the input ends (Ctrl-D, Ctrl-C) before the answers do
 */
export async function onTerminal<T>(
  work: (ask: Ask) => Promise<T>,
  [input, output]: [NodeJS.ReadableStream, NodeJS.WritableStream] = [process.stdin, process.stderr],
): Promise<T> {
  const terminal = createInterface({ input, output })
  const answers = terminal[Symbol.asyncIterator]()
  const line = async (question: string): Promise<string> => {
    terminal.setPrompt(question)
    terminal.prompt()
    const { value, done } = await answers.next()
    if (done) throw new DeskError('USAGE', { problem: 'There were no more answers, so nothing was written.' })
    return value
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
