import { type Context, isText, tokenAt } from './context.ts'

/**
 * Feasts of the Hindu, Jain and Sikh moon calendars. Their days follow the moon of the place, which nothing here reckons: the
 * name is known so that "Diwali in 2027" is not taken for the year.
 */
const NAMES =
  'diwali|deepavali|divali|dhanteras|dhanatrayodashi|naraka chaturdashi|kali chaudas|choti diwali|lakshmi puja|laxmi puja|govardhan puja|bhai dooj|navaratri|navratri|durga puja|vijayadashami|dussehra|dasara|dasera|karva chauth|karwa chauth|holi|holika dahan|phagwah|dhulandi|krishna janmashtami|janmashtami|gokulashtami|ganesh chaturthi|raksha bandhan|rakhi|maha shivaratri|shivaratri|rama navami|ram navami|hanuman jayanti|ugadi|gudi padwa|onam|ratha yatra|rath yatra|chhath puja|vasant panchami|mahavir jayanti|valmiki jayanti|guru nanak jayanti|guru gobind singh jayanti|guru govind singh jayanti|guru ravidas jayanti|guru ravidass jayanti|guru purnima|buddha jayanti'

const BY_FIRST = new Map<string, string[][]>()
for (const name of NAMES.split('|')) {
  const words = name.split(' ')
  BY_FIRST.set(words[0] ?? '', [...(BY_FIRST.get(words[0] ?? '') ?? []), words])
}

/** The index behind the name of such a feast that stands at `index`, else `index`. */
export function behindFeast(context: Context, index: number): number {
  const names = BY_FIRST.get(tokenAt(context, index).text) ?? []
  const found = names.find((words) => words.every((word, offset) => isText(context, index + offset, word)))
  return found ? index + found.length : index
}
