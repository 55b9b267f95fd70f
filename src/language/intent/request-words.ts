/** Verbs that begin a request whoever's job it is, so that a part which is nobody's job today still stands alone. */
const REQUESTS = new Set(
  (
    'tell send log draft email mail write note ask ping notify inform update add create make put set find check show list give share ' +
    'forward reply respond text message remind let invite book schedule plan cancel delete remove move change call thank apologize ' +
    'apologise congratulate chase follow mark record merge qualify summarize summarise prepare print order buy pay play turn open close ' +
    'confirm decline accept block hold undo translate score import export post publish announce upload attach dm ' +
    // Spanish, French, German.
    'envia enviame enviale manda mandame mandale dile diles avisa avisame avisale apunta anota escribe escribele ' +
    'envoie envoyez dis dites previens prevenez notez ecrivez transmets transmettez ' +
    'schick schicke schicken sag sage sagen schreib schreibe schreiben informier informieren notier notieren'
  ).split(' '),
)

/** Does the word, where a request may begin, begin one? */
export function isRequestWord(plain: string): boolean {
  return REQUESTS.has(plain)
}
