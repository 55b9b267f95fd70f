/** A case that a suite leaves out for one of those it judges. */
interface Skip {
  suite: 'channel'
  who: string
  /** As the case begins. */
  cases: readonly string[]
  because: string
}

/** Every case that is left out, with its reason. They are counted as skipped in the last line of `npm test`. */
export const SKIPS: readonly Skip[] = [
  {
    suite: 'channel',
    who: 'console',
    cases: ['receive', 'duplicate delivery', 'acknowledgement', 'order', 'edit', 'decision once', 'take over'],
    because: 'what comes in does so over HTTP, which src/web tests with sessions, forms and one-use ids',
  },
  {
    suite: 'channel',
    who: 'console',
    cases: ['card', 'close', 'long text split', 'escaping'],
    because: 'pages are drawn from the store when they are looked at; test/browser looks at them',
  },
  {
    suite: 'channel',
    who: 'console',
    cases: ['rate limit', 'outage', 'once', 'reconnect', 'reach'],
    because: 'there is no provider between the desk and its own pages, and every member can open them',
  },
  {
    suite: 'channel',
    who: 'whatsapp',
    cases: ['close'],
    because:
      'a sent message cannot be changed there; what became of a card is said anew (test/journeys/whatsapp-cards)',
  },
  {
    suite: 'channel',
    who: 'whatsapp',
    cases: ['edit'],
    because: 'there are no forms; changes are written as lines, which the desk reads (test/journeys/whatsapp-cards)',
  },
  {
    suite: 'channel',
    who: 'whatsapp',
    cases: ['reconnect'],
    because: 'Twilio posts to the desk, so there is no line to lose',
  },
]

/** The beginnings of the cases somebody is excused from. */
export function skipsOf(suite: Skip['suite'], who: string): (what: string) => boolean {
  const cases = SKIPS.filter((skip) => skip.suite === suite && skip.who === who).flatMap((skip) => skip.cases)
  return (what) => cases.some((one) => what.startsWith(`${one}:`))
}
