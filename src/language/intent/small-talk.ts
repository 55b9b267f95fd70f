import { type Word, wordsOf } from './words.ts'

/** Words of greeting, thanks and acknowledgement. */
export const COURTESY = new Set(
  (
    'hi hey hello hiya yo hallo hola bonjour salut ciao moin dear good morning afternoon evening night day all team everyone folks there ' +
    'thanks thank you thankyou cheers ta merci gracias danke grazie much so very many a lot again for your the help appreciated ' +
    'ok okay k kk yes yeah yep yup no nope sure great cool nice perfect awesome super lovely fine good sounds works got it noted will do ' +
    'see then soon later tomorrow bye goodbye take care have weekend one too lol haha hope well doing how are is going please done noted brilliant excellent wonderful fantastic np yw understood ' +
    'vielen dank dir euch bis dann alles klar gut prima gerne vale hasta luego perfecto genial muchas buenas tardes noches buenos dias bien ' +
    'd accord entendu bientot a parfait bonsoir guten tag abend lg vg saludos adios tschuss de nada rien beaucoup vielmals moltes mil bonne journee schonen tag entonces'
  ).split(' '),
)

/** "talk soon", "speak to you then", "looking forward to it". */
const FAREWELLS =
  /\b(?:see|talk|speak|chat|catch up)(?: to)?(?: you| ya)?(?: all| both)? (?:soon|then|later|there)\b|\blooking forward(?: to (?:it|that|seeing you|our (?:call|chat|meeting)))?\b|\bhave a (?:great|good|nice|lovely) \w+\b|\b(?:no|not a) (?:problem|worries|prob)\b|\bguten morgen\b|\bmy pleasure\b|\b(?:you are|your) welcome\b|\bthanks for (?:letting me know|the update|the quick reply|the info|confirming)\b/g

/** Is there nothing here but greeting, thanks or acknowledgement? So are emoji and a text without words. */
export function isSmallTalk(words: readonly Word[]): boolean {
  const said = words.map(({ plain }) => plain).join(' ')
  return said
    .replace(FAREWELLS, '')
    .split(' ')
    .every((plain) => plain === '' || COURTESY.has(plain))
}

/** A whole message of courtesies ("see you then 👍"): it asks for nothing. */
export const isCourtesy = (text: string): boolean => isSmallTalk(wordsOf(text))

const THANKS = new Set('thanks thank thankyou cheers ta merci gracias danke'.split(' '))

const PARTING = new Set(
  'see talk speak chat bye goodbye forward hasta luego bientot dann ciao tschuss adios saludos nos'.split(' '),
)

/**
 * Thanks, a farewell ("see you then"), or no words at all ("👍"): a whole message that asks for nothing and answers nothing. "ok"
 * and "yes" may answer.
 */
export function isThanks(text: string): boolean {
  const words = wordsOf(text)
  if (!isSmallTalk(words)) return false
  return words.length === 0 || THANKS.has(words[0]?.plain ?? '') || words.some(({ plain }) => PARTING.has(plain))
}

const HELLO = new Set('hi hey hello hiya yo hallo hola bonjour salut moin bonsoir'.split(' '))
const GREETED = /^(?:good (?:morning|afternoon|evening)|guten (?:tag|abend|morgen)|buen[oa]s \w+)\b/

/** "hello", "good morning team": a whole message that asks for nothing and answers nothing. "hi, yes" may answer. */
export function isGreeting(text: string): boolean {
  const words = wordsOf(text)
  const said = words.map(({ plain }) => plain).join(' ')
  if (!isSmallTalk(words) || !(HELLO.has(words[0]?.plain ?? '') || GREETED.test(said))) return false
  return !words.some(({ plain }) => AGREES.has(plain))
}

const AGREES = new Set(
  'ok okay k kk yes yeah yep yup no nope sure great cool nice perfect awesome super fine sounds works si oui ja vale claro entendu'.split(
    ' ',
  ),
)
