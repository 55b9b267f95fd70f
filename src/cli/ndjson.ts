import { textOf } from './files.ts'

/**
 * Lines of a file, or of standard input for `-`, with their number from 1; blank lines are passed over.
 * @throws DeskError USAGE where the file cannot be read
 */
export async function* linesOf(file: string): AsyncGenerator<{ number: number; text: string }> {
  let number = 0
  let rest = ''
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      number++
      if (text.trim() !== '') yield { number, text }
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest }
}

/** Writes text to standard output; resolves when the pipe has room. */
export function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once('drain', resolve)
  })
}

/** Writes one JSON line to standard output. */
export const writeLine = (value: unknown): Promise<void> => write(`${JSON.stringify(value)}\n`)
