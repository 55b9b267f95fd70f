import type { Shape } from './shape.ts'

const CALLED = String.raw`\b(?:pass(?:word|wort|code|phrase)|pwd|kennwort|contraseña|mot de passe)`
/** What is said of a password that is none itself. */
const SAID_OF_IT =
  /^(?:wrong|right|correct|incorrect|invalid|expired?|lost|gone|new|old|same|different|changed?|reset|needed|required|missing|unknown|blocked|locked|broken|fine|secret|below|above|attached|enclosed|saved|stored|protected|working|safe|weak|strong|short|long|easy|hard|okay|stuck|empty|only|never|always|also|still|just|being|asked|sent|here|there|the|your|our|its|their|that|this|what|when|where|needs?|falsch|richtig|abgelaufen|vergessen|gesperrt|nicht|noch|weg|incorrecta|caducada|olvidada|mala|incorrect|expiré|oublié|faux|perdu)\W*$/iu
const LOOKS_SECRET = /\d|[^\p{L}\p{N}\s.,;:!?'"’)-]|\p{Ll}\p{Lu}/u

/** What is called a password by the words before it. */
export const PASSWORDS: readonly Shape[] = [
  {
    pattern: new RegExp(String.raw`(?<=${CALLED}\s+(?:is|ist|es|est)\s+)\S{4,}`, 'giu'),
    shown: () => '[password]',
    // "my password is swordfish" says one; "the password is the name of my dog" and "is wrong" do not.
    holds: (found, _before, after) =>
      LOOKS_SECRET.test(found) ||
      /^["“'«]/u.test(found) ||
      (!SAID_OF_IT.test(found) && /^\s*(?:$|[\n,;.!?]|and\b|y\b|et\b|und\b)/iu.test(after)),
  },
  {
    pattern: new RegExp(String.raw`(?<=${CALLED}\s*[:=]\s*)\S{4,}`, 'giu'),
    shown: () => '[password]',
    holds: (found, _before, after) =>
      LOOKS_SECRET.test(found) || (!SAID_OF_IT.test(found) && /^[ \t]*(?:$|[\n,;.!?])/u.test(after)),
  },
]
