/** How a name sounds, roughly, in English, Spanish, French and German: "Meyer" and "Maier", "Catherine" and "Katherine". */
export function soundOf(word: string): string {
  return word
    .replace(/^(?:kn|gn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/ph/g, 'f')
    .replace(/sch|sh|ch(?=[aeiou])/g, 's')
    .replace(/ck|c(?=[aoukrlt])|q|ch/g, 'k')
    .replace(/[cz]/g, 's')
    .replace(/(?:ei|ai|ay|ey|ie|y|ee|ea)/g, 'i')
    .replace(/dt|th/g, 't')
    .replace(/(?<=[aeiou])h|h(?=[^aeiou]|$)/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)e$/, '')
}
