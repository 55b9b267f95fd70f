import type { LeadClass } from '#kernel/lead.ts'
import { anyOf, quoteOf, type Said } from './said.ts'

/** Something that speaks for a class; a strong one decides alone, else two are needed. */
export interface Signal {
  class: LeadClass
  words: string
  strong: boolean
}

interface Shows {
  class: LeadClass
  /** Without it the others are only what a client might say of the same things. */
  needs?: RegExp
  strong: readonly RegExp[]
  weak: readonly RegExp[]
}

const SHOWS: readonly Shows[] = [
  {
    class: 'job_seeker',
    strong: [
      anyOf(`
        (?:can|could|may) i (?:do an )?intern(?:ship)?(?: with| at)?|(?:looking for|apply(?:ing)? for|interested in|seeking|want) (?:a |an |the |your )?(?:\\p{L}+ )?(?:job|internship|position|vacancy|vacancies|traineeship|apprenticeship)
        (?:my|attached) (?:cv|resume|curriculum)|(?:are|r) (?:you|u) (?:guys )?(?:hiring|recruiting)|(?:any|open) (?:jobs|vacancies|positions|job openings)|work for you(?:r company)?
        (?:mi|adjunto) (?:cv|curriculum)|busco (?:trabajo|empleo|practicas)|(?:estan|estais) contratando|hacer (?:las |mis )?practicas
        mon cv|ma candidature|(?:cherche|recherche) (?:un |une )?(?:emploi|stage|alternance|poste)|(?:recrutez-vous|vous recrutez)|faire (?:un |mon )stage
        mein(?:en)? lebenslauf|meine bewerbung|(?:suche|praktikum machen|um ein(?:en)?) (?:eine? |einen )?(?:praktikum|praktikumsplatz|job|stelle|arbeit|werkstudenten\\w*)|(?:stellt ihr|stellen sie)(?: gerade| noch)? (?:leute )?ein|initiativbewerbung`),
    ],
    weak: [
      anyOf('intern|internship|cv|resume|hiring|career|practicas|stage|candidature|praktikum|bewerbung|lebenslauf'),
      anyOf('i am a student|cs student|graduate|years of experience'),
    ],
  },
  {
    class: 'press',
    strong: [
      anyOf(`
        (?:i'm|i am|this is) (?:a |an |the )?(?:\\p{L}+ )?(?:journalist|reporter|correspondent)|(?:press|media) (?:inquiry|enquiry|request|query|office)|request for comment|(?:your|a|any) comments? on|^comment on|for (?:a|an) (?:article|story|piece) (?:i'm|i am|we're|we are)
        soy periodista|consulta de prensa|solicitud de prensa|(?:je suis|en tant que) journaliste|demande (?:de )?presse|demande d'interview|presseanfrage|(?:ich bin|als) journalist(?:in)?|stellungnahme zu`),
    ],
    weak: [
      anyOf('journalist|reporter|newspaper|magazine|article|interview|periodista|journaliste|journalist|zeitung'),
      anyOf('comment|quote|statement|deadline|on the record|comentario|commentaire|stellungnahme'),
    ],
  },
  {
    class: 'pitch',
    needs: anyOf(`
      we (?:offer|provide|speciali[sz]e|can (?:help you|boost|increase|improve|rank|get you|build you|deliver|grow)|help (?:companies|businesses|brands|you)|are (?:a |an )(?:leading|top|\\p{L}+) (?:agency|company|provider|firm))|i (?:offer|can (?:rank|boost|increase|get you)|help (?:companies|businesses))|our (?:services|agency|team|company) (?:can|will|offers?|provides?|include)|(?:boost|grow|increase|improve|skyrocket) your|i (?:noticed|came across|visited|found) your (?:website|site)
      ofrecemos|nuestra (?:agencia|empresa) (?:ofrece|puede)|podemos (?:ayudarle|mejorar|posicionar|aumentar)|(?:aumente|mejore|impulse) su
      nous (?:proposons|offrons)|notre (?:agence|societe) (?:propose|offre|peut)|nous pouvons (?:ameliorer|booster|augmenter)|(?:boostez|augmentez|ameliorez) votre
      wir bieten (?:ihnen)?|unsere (?:agentur|firma|leistungen)|wir (?:konnen|helfen) (?:ihnen|ihre)|steigern sie ihre`),
    strong: [
      anyOf(
        'guest posts?|back ?links?|link building|first page of google|rank(?:ing)? (?:your|you|#?1|number one|on google)|#1 ranking|da ?\\d\\d\\+?|lead generation services?|cold (?:email|calling) (?:service|campaign)s?|dedicated developers|offshore',
      ),
    ],
    weak: [
      anyOf(
        'seo|web (?:design|development) services?|digital marketing|social media (?:marketing|management)|outsourcing|virtual assistants?|posicionamiento|referencement|suchmaschinenoptimierung',
      ),
      anyOf(
        'guaranteed?|100 ?%|free (?:audit|trial|quote|consultation)|affordable|lowest price|garantizad[oa]|garantie?|garantiert|kostenlose?',
      ),
      anyOf('(?:boost|grow|increase|improve|skyrocket) your|more (?:traffic|leads|sales|customers)|#1|top \\d+'),
      anyOf('we offer|we provide|ofrecemos|nous proposons|wir bieten'),
    ],
  },
  {
    class: 'partner',
    strong: [
      anyOf(
        '(?:become|be|sign up as) (?:a |an |your )?(?:\\p{L}+ )?(?:reseller|partner|affiliate)|(?:partner|affiliate|referral|reseller) programme?|partner (?:up )?with you|hacer(?:nos|me) (?:socio|partner)|devenir (?:partenaire|revendeur)|(?:partner|wiederverkaufer|reseller) werden',
      ),
    ],
    weak: [
      anyOf('partnerships?|collaborat\\w+|joint venture|alianza|partenariat|partnerschaft|kooperation|zusammenarbeit'),
      anyOf('white-?label|resell\\w*|affiliates?|referral fee|commission|comision|revendeur|provision'),
    ],
  },
  {
    class: 'student',
    strong: [
      anyOf(
        "(?:for|writing|part of) my (?:\\p{L}+(?:'s)? )?(?:thesis|dissertation|homework|assignment|term paper|capstone)|(?:para|de) mi (?:tesis|tfg|tfm|trabajo de fin de grado)|(?:pour|de) mon (?:memoire|these)|(?:fur|von) meine (?:bachelor|master|abschluss|diplom)\\w*|(?:university|school|uni|college) project",
      ),
    ],
    weak: [
      anyOf('students?|studying|phd|estudiante|etudiante?|student(?:in)?|studiere'),
      anyOf(
        'thesis|research|survey|questionnaire|study|interview you|professor|tesis|encuesta|memoire|enquete|umfrage|forschung|studie',
      ),
    ],
  },
  {
    class: 'support',
    strong: [
      anyOf(`
        (?:the |my |our |your |last )?(?:invoice|bill|charge)s? (?:is |was |are |looks )?(?:wrong|incorrect|too high|twice|missing)|wrong (?:invoice|bill|amount)|(?:charged|billed) (?:me |us )?(?:twice|double|too much)|(?:want|need|demand) (?:a |my |our )?(?:refund|money back)|(?:cancel|reset) my (?:subscription|password|account)|(?:can't|cannot|can not) log ?in
        factura (?:esta mal|incorrecta|equivocada)|me (?:cobraron|han cobrado) (?:dos veces|de mas)|(?:mi|la) facture (?:est )?(?:fausse|incorrecte|erronee)|facture (?:est )?(?:fausse|incorrecte|erronee)|debitee? deux fois|rechnung (?:ist |war )?(?:falsch|fehlerhaft|stimmt nicht)|doppelt (?:abgebucht|berechnet)`),
    ],
    weak: [
      anyOf('invoice|bill|refund|factura|facture|rechnung|reembolso|remboursement|erstattung'),
      anyOf(
        "(?:not|isn't|doesn't|stopped|does not) work(?:ing)?|broken|is down|bug|error|crash\\w*|no funciona|ne (?:marche|fonctionne) (?:pas|plus)|funktioniert nicht|geht nicht|kaputt|wrong",
      ),
      anyOf(
        'existing (?:customer|client)|(?:already|been) (?:a |your )(?:customer|client)|cliente (?:actual|vuestro|suyo)|deja client|bereits kunde|bestandskunde',
      ),
    ],
  },
  {
    class: 'customer',
    strong: [
      anyOf(
        "(?:i'm|i am|we are|we're) (?:already |currently )?(?:an? )?(?:existing |current )(?:customer|client)|(?:i'm|i am|we are|we're) (?:already )(?:a |your )?(?:customer|client)s?|(?:ya )?(?:soy|somos) clientes?|(?:je suis|nous sommes) (?:deja )client[es]?|(?:bin|sind) (?:schon|bereits) kund(?:e|in|en)",
      ),
    ],
    weak: [],
  },
]

/** Everything in a text that speaks for a class other than a lead. */
export function readSignals(said: Said): Signal[] {
  return SHOWS.flatMap(({ class: shown, needs, strong, weak }) => {
    if (needs && !needs.test(said.plain)) return []
    const found = (patterns: readonly RegExp[], isStrong: boolean) =>
      patterns.flatMap((pattern): Signal[] => {
        const words = quoteOf(said, pattern)
        return words === null ? [] : [{ class: shown, words, strong: isStrong }]
      })
    return [...found(strong, true), ...found(weak, false)]
  })
}

/** Which class comes first where signals speak for several. */
const FIRST: readonly LeadClass[] = [
  'spam',
  'competitor',
  'support',
  'job_seeker',
  'press',
  'pitch',
  'partner',
  'student',
  'customer',
]

/** What somebody is: one strong signal or two weak ones of the same class decide; else they are a lead, and answered. */
export function classOf(signals: readonly Signal[]): LeadClass {
  const decides = (one: LeadClass) => {
    const own = signals.filter((signal) => signal.class === one)
    return own.some(({ strong }) => strong) || own.length >= 2
  }
  return FIRST.find(decides) ?? 'lead'
}
