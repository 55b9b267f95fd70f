import { cleanText } from '#kernel/display.ts'
import type { Language } from '#kernel/language.ts'
import { languageOf } from '#kernel/phrases.ts'
import { domainOf, isDisposable } from '#language/domains.ts'
import { tongueOf } from '#language/tongue.ts'
import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { readBareAnswer } from './read/answer.ts'
import { readBudget } from './read/budget.ts'
import { classOf, readSignals, type Signal } from './read/class.ts'
import { type FieldName, fieldsOf } from './read/fields.ts'
import { isAllGibberish, isTest } from './read/gibberish.ts'
import { readIndustry, readSectors } from './read/industry.ts'
import { readAnger } from './read/mood.ts'
import { asksForSomething, readServices } from './read/need.ts'
import { readPlace } from './read/place.ts'
import { readAuthority, readRole } from './read/role.ts'
import { type Said, saidAs } from './read/said.ts'
import { readSize, readSizeField } from './read/size.ts'
import { readReferral } from './read/source.ts'
import { readTimeline } from './read/timeline.ts'
import { readKnownTo, readWants } from './read/wants.ts'
import { readWho } from './read/who.ts'
import { Inbound } from './request.ts'

/** What is kept of a message's words in a request. */
const MOST_KEPT = 1000
/** What somebody wants stands in the first page; a book behind it would only cost time to read. */
const MOST_READ = 4000

/**
 * What a run was given, read: a fresh message, or an answer added to what an earlier run understood. A request that another
 * task filled in is taken as it is.
 */
export async function readInput(input: AgentInput, scope: Scope<Policy>): Promise<Inbound> {
  const earlier = Inbound.safeParse(input.request)
  if (earlier.success && input.answer === null) return earlier.data
  if (earlier.success && input.answer !== null) {
    const now = await readMessage(input.answer, {}, scope)
    const said = saidAs(input.answer, howOf(now.language, scope))
    return withAnswer(earlier.data, { ...now, ...readBareAnswer(said, input.question?.slots[0], now) })
  }
  const subject = scope.message.subject ?? ''
  const fields = fieldsOf(scope.message.fields)
  const said = input.text.trim() === '' ? (fields.message ?? '') : input.text
  const text = [subject, said].filter((one) => one.trim() !== '').join('\n')
  return { ...(await readMessage(text, fields, scope)), kind: input.intent === 'aside' ? 'aside' : 'inbound' }
}

async function readMessage(
  text: string,
  fields: Partial<Record<FieldName, string>>,
  scope: Scope<Policy>,
): Promise<Inbound> {
  const { principal, policy } = scope
  const clean = cleanText(text.slice(0, MOST_READ))
  const language = tongueOf(clean) ?? languageOf(principal)
  const how = howOf(language, scope)
  const said = saidAs(clean, how)
  const field = (name: FieldName) => saidAs(fields[name] ?? '', how)
  const who = readWho(principal, fields, clean)
  const domain = domainOf(who.person.email ?? '')
  const disposable = domain !== null && (await isDisposable(domain))
  const signals = [...readSignals(said), ...spamSignals(said, who.person.name, disposable), ...academic(domain)]
  const region = fields.region === undefined ? readPlace(said) : readPlace(field('region'), true)
  const inDomain = domain?.country ? { value: domain.country, span: domain.host } : null
  return Inbound.parse({
    side: 'outside',
    kind: 'inbound',
    language,
    text: clean.slice(0, MOST_KEPT),
    wordless: clean.trim() === '',
    class: classOf(signals),
    signals: signals.map((signal) => ({ ...signal, words: signal.words.slice(0, 200) })).slice(0, 12),
    ...who,
    source: { page: fields.page ?? null, referrer: fields.referrer ?? null },
    services: readServices(said, policy.facts.services).map(({ service, span }) => ({ name: service.name, span })),
    asks: asksForSomething(said),
    sectors: readSectors(said, Object.keys(policy.facts.serves)),
    wants: readWants(said),
    knownTo: readKnownTo(said),
    anger: readAnger(said),
    referral: readReferral(said),
    disposable,
    industry: fields.industry ? industryField(field('industry'), policy) : readIndustry(said, wantedTrades(policy)),
    headcount: fields.headcount ? readSizeField(fields.headcount) : readSize(said),
    region: region ?? inDomain,
    role: fields.role ? { value: fields.role, span: fields.role } : readRole(said),
    authority: readAuthority(said),
    budget: readBudget(fields.budget ? field('budget') : said),
    timeline: readTimeline(fields.timeline ? field('timeline') : said),
  })
}

const howOf = (language: Language, { principal, policy, nowMs }: Scope<Policy>) => ({
  language,
  nowMs,
  zone: principal.zone,
  currency: policy.company.currency,
})

const wantedTrades = ({ leads }: Policy): string[] => [...leads.icp.industries.want, ...leads.icp.industries.avoid]

const industryField = (said: Said, policy: Policy) =>
  readIndustry(said, wantedTrades(policy), true) ?? { value: said.text, span: said.text }

function spamSignals(said: Said, name: string | null, disposable: boolean): Signal[] {
  const spam = (words: string, strong = false): Signal => ({ class: 'spam', words, strong })
  return [
    ...(disposable ? [spam('a mailbox to be thrown away')] : []),
    ...(name !== null && isAllGibberish(name) ? [spam(name)] : []),
    ...(isTest(said.text) ? [spam(said.text)] : []),
    ...(isAllGibberish(said.text) ? [spam(said.text, true)] : []),
  ]
}

/** An academic address alone says nothing; with words of studying it does. */
const academic = (domain: ReturnType<typeof domainOf>): Signal[] =>
  domain?.academic ? [{ class: 'student', words: domain.host, strong: false }] : []

/** What they said now goes before what they said earlier; what they did not speak of stays. */
function withAnswer(earlier: Inbound, now: Inbound): Inbound {
  const kept = <T>(one: T | null, before: T | null): T | null => one ?? before
  return {
    ...earlier,
    language: now.language,
    text: now.text,
    wordless: now.wordless,
    signals: [...earlier.signals, ...now.signals].slice(-12),
    class: now.class === 'lead' ? earlier.class : now.class,
    person: {
      name: kept(earlier.person.name, now.person.name),
      email: kept(earlier.person.email, now.person.email),
      phone: kept(earlier.person.phone, now.person.phone),
    },
    company: {
      name: kept(now.company.name, earlier.company.name),
      domain: kept(earlier.company.domain, now.company.domain),
    },
    services: now.services,
    asks: now.asks,
    sectors: now.sectors,
    // What it costs could not be told before it was known what it is.
    wants: {
      ...(earlier.wants.price && earlier.asked.at(-1) === 'need' && { price: earlier.wants.price }),
      ...now.wants,
    },
    knownTo: now.knownTo,
    anger: now.anger,
    referral: kept(now.referral, earlier.referral),
    industry: kept(now.industry, earlier.industry),
    headcount: kept(now.headcount, earlier.headcount),
    region: kept(now.region, earlier.region),
    role: kept(now.role, earlier.role),
    authority: kept(now.authority, earlier.authority),
    budget: kept(now.budget, earlier.budget),
    timeline: kept(now.timeline, earlier.timeline),
  }
}
