import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** Lines of a file, or of standard input for `-`, with their number from 1; blank lines are passed over. */
export async function* linesOf(file: string): AsyncGenerator<{ number: number; text: string }> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() !== '') yield { number, text }
  }
}

/** Writes one JSON line to standard output; resolves when the pipe has room. */
export function writeLine(value: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${JSON.stringify(value)}\n`)) resolve()
    else process.stdout.once('drain', resolve)
  })
}
