import { Document, visit } from 'yaml'

/** Text that a person can change without thinking of quotation marks. */
const SAFE = /^[\p{L}\p{N}_@./% -]+$/u

/** A value on one line, as the policy file writes it. Words such as NO are quoted for readers of older YAML too. */
export function inline(value: unknown): string {
  const document = new Document(value, { compat: 'yaml-1.1' })
  visit(document, {
    Scalar(_key, scalar) {
      if (typeof scalar.value === 'string' && !SAFE.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()
}
