import { createReadStream } from 'node:fs'
import { DeskError } from '#kernel/errors.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text; save it as UTF-8',
}

const UNWRITABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'this user may not write it',
}

/** The failure of reading or writing a file as a sentence; what is no such failure comes back as it is. */
export function fileProblem(verb: 'read' | 'write', file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const problem =
    (verb === 'write' ? UNWRITABLE[code] : undefined) ?? PROBLEMS[code] ?? (/^E[A-Z]+$/.test(code) ? code : null)
  return problem === null
    ? error
    : new DeskError(
        'USAGE',
        { problem: `${file} cannot be ${verb === 'read' ? 'read' : 'written'}: ${problem}.` },
        { cause: error },
      )
}

/**
 * The text of a file in pieces, or of standard input for `-`.
 * @throws DeskError USAGE where it cannot be read or is not UTF-8
 */
export const textOf = (file: string): AsyncGenerator<string> => decoded(bytesOf(file), file)

/** Bytes as text. @throws DeskError USAGE where they are not UTF-8 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw fileProblem('read', file, error)
  }
}

/** The bytes of a file in pieces, or of standard input for `-`. @throws DeskError USAGE */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of file === '-' ? process.stdin : createReadStream(file)) yield piece as Uint8Array
  } catch (error) {
    throw fileProblem('read', file, error)
  }
}

/** The whole text of a file, or of standard input for `-`. @throws DeskError USAGE */
export async function wholeText(file: string): Promise<string> {
  let text = ''
  for await (const piece of textOf(file)) text += piece
  return text
}
