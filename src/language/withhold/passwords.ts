import type { Shape } from './shape.ts'

const CALLED = String.raw`\b(?:pass(?:word|wort|code|phrase)|pwd|kennwort|contraseña|mot de passe)`
/** What is said of a password that is none itself. */
const SAID_OF_IT =
  /^(?:wrong|right|correct|incorrect|invalid|expired?|lost|gone|new|old|same|different|changed?|reset|needed|required|missing|unknown|blocked|locked|broken|fine|secret|below|above|attached|enclosed|saved|stored|protected|working|safe|weak|strong|short|long|easy|hard|okay|stuck|empty|only|never|always|also|still|just|being|asked|sent|here|there|the|your|our|its|their|that|this|what|when|where|needs?|falsch|richtig|abgelaufen|vergessen|gesperrt|nicht|noch|weg|incorrecta|caducada|olvidada|mala|incorrect|expiré|oublié|faux|perdu)\W*$/iu
const LOOKS_SECRET = /\d|[^\p{L}\p{N}\s.,;:!?'"’)-]|\p{Ll}\p{Lu}/u

/** The words that call it one, and what follows them. Without a look behind and with few blanks: no text takes long. */
const parted = (found: string): [called: string, secret: string] => {
  const at = found.search(/\S+$/u)
  const sign = /^[\p{L} ]+[:=]/u.exec(found.slice(0, 80))?.[0].length ?? 0
  return [found.slice(0, Math.max(at, sign)), found.slice(Math.max(at, sign))]
}
const shown = (found: string): string => `${parted(found)[0]}[password]`

/** What is called a password by the words before it. */
export const PASSWORDS: readonly Shape[] = [
  {
    pattern: new RegExp(String.raw`${CALLED}\s{1,3}(?:is|ist|es|est)\s{1,3}\S{4,}`, 'giu'),
    shown,
    // "my password is swordfish" says one; "the password is the name of my dog" and "is wrong" do not.
    holds(found, _before, after) {
      const [, secret] = parted(found)
      const ends = /^\s*(?:$|[\n,;.!?]|and\b|y\b|et\b|und\b)/iu.test(after)
      return LOOKS_SECRET.test(secret) || /^["“'«]/u.test(secret) || (!SAID_OF_IT.test(secret) && ends)
    },
  },
  {
    pattern: new RegExp(String.raw`${CALLED}\s{0,3}[:=]\s{0,3}\S{4,}`, 'giu'),
    shown,
    holds(found, _before, after) {
      const [, secret] = parted(found)
      return LOOKS_SECRET.test(secret) || (!SAID_OF_IT.test(secret) && /^[ \t]*(?:$|[\n,;.!?])/u.test(after))
    },
  },
]
