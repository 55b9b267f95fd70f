import { DeskError } from '#kernel/errors.ts'

/** What a browser says its form is written in, in a field of its own (HTML Standard, 4.10.21.4 "_charset_"). */
export const CHARSET_FIELD = '_charset_'

/**
 * Bytes to text. What is not text in the declared charset is refused: a guess would put wrong letters into a record.
 * @param charset a label of the Encoding Standard; UTF-8 where it is null
 * @throws DeskError FORM_TYPE, FORM_UNREADABLE
 */
export function textOf(bytes: Uint8Array, charset: string | null): string {
  const label = charset ?? 'utf-8'
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(label, { fatal: true })
  } catch {
    throw new DeskError('FORM_TYPE', { problem: 'its charset is not known; send UTF-8' })
  }
  try {
    return decoder.decode(bytes)
  } catch {
    throw new DeskError('FORM_UNREADABLE', {
      problem: `its bytes are no ${decoder.encoding.toUpperCase()} text; send UTF-8, or declare the charset`,
    })
  }
}
