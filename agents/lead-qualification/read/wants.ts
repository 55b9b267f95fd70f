import { anyOf, quoteOf, type Said } from './said.ts'

/** What a message asks for, beside what the service itself is. */
export const WANTS = [
  'human',
  'bot',
  'discount',
  'haggle',
  'legal',
  'security',
  'call',
  'meeting',
  'demo',
  'price',
  'duration',
  'offer',
  'account',
  'threat',
  'privacy',
  'no_email',
  'known_to',
] as const
export type Want = (typeof WANTS)[number]

/** In English, Spanish, French and German, over small letters without accents. */
const SAYS: Readonly<Record<Want, RegExp>> = {
  human: anyOf(`
    (?:a|an|the|some|any|real|actual)\\s+(?:real |actual |live )?(?:human|person|agent|operator)(?: being)?(?! (?:in charge|who|that|resources))
    (?:to|with) (?:a )?(?:human|someone|somebody)(?: real| on your team| from your team| there)?
    human please|real person|no bots?|not (?:to )?an? (?:ro)?bot|stop the bot
    (?:una|alguna|con) persona(?: real| de verdad)?|un humano|no (?:con )?un (?:ro)?bot|hablar con alguien
    (?:une|vraie|a une|avec une) (?:vraie )?personne|un (?:etre )?humain|pas (?:a |avec )?un (?:ro)?bot|parler a quelqu'un
    (?:einem|einen|echten?|echter) (?:echten )?(?:menschen?|person|mitarbeiter)|mit jemandem (?:sprechen|reden)|kein(?:em|en)? (?:ro)?bot`),
  bot: anyOf(`
    (?:are|r) (?:you|u) (?:a |an )?(?:(?:ro)?bot|real|human|ai|machine|person|computer)
    (?:is|am) (?:this|i talking to|i speaking to|i chatting with) (?:a |an )?(?:(?:ro)?bot|real person|human|ai|machine|person)
    eres (?:un |una )?(?:ro)?bot|es usted un (?:ro)?bot|eres (?:humano|una persona|una maquina)
    (?:etes-vous|tu es|t'es|vous etes|es-tu|est-ce) (?:un |une )?(?:ro)?bot|c'est un (?:ro)?bot
    (?:bist du|sind sie|ist das) (?:ein |eine )?(?:(?:ro)?bot|mensch|maschine|ki)`),
  haggle: anyOf(`
    (?:\\d{1,2} ?(?:%|percent|prozent|por ciento|pour ?cent)) (?:off|less|discount|weniger|rabatt|menos|de descuento|de remise|de reduction|moins)
    (?:can|could) (?:you|we|i) (?:do|get|give|make|offer)[^.?!]{0,40}(?:discount|cheaper|better price|lower|off)
    better (?:price|deal|offer)|best (?:price|offer) you can|negotia\\w+|match (?:their|the|that) (?:price|quote|offer)|price match
    (?:too|bit|little) expensive[^.?!]{0,40}|lower (?:the|your) price|come down
    mejor precio|rebaja\\w*|(?:mas )?barato|negociar|hacer(?:nos|me)? un descuento
    meilleur prix|moins cher|negocier|(?:faire|accorder) (?:une|un) (?:remise|reduction|geste|rabais)
    besserer? preis|billiger|guenstiger|gunstiger|verhandel\\w+|preisnachlass (?:geben|machen)|am preis (?:etwas )?machen`),
  discount: anyOf(`
    discounts?|promo(?:tion)?(?: codes?)?|coupons?|vouchers?|special offers?
    descuentos?|promociones|ofertas especiales
    remises?|reductions?|rabais|promotions?
    rabatte?n?|nachlass|skonto|gutschein\\w*`),
  legal: anyOf(`
    nda|ndas|non-?disclosure(?: agreement)?|contract (?:terms|clauses?|review)|(?:sign|review|change) (?:a|an|our|the|your) contract|msa|dpa|data processing agreement|terms (?:and|&) conditions|legal (?:team|terms|review|documents?)|liability|indemnit\\w+
    acuerdo de confidencialidad|firmar (?:un|el|nuestro) contrato|clausulas?
    accord de confidentialite|signer (?:un|le|notre) contrat|clauses?|mentions legales
    geheimhaltungs\\w+|vertraulichkeitsvereinbarung|vertrag (?:unterschreiben|prufen)|avv|auftragsverarbeitung\\w*|agb`),
  security: anyOf(`
    security (?:docs?|documents?|documentation|questionnaire|review|policy|whitepaper)|soc ?2(?: report| type \\w+)?|iso ?27001|pen(?:etration)? ?test\\w*|gdpr documents?
    documentacion de seguridad|cuestionario de seguridad
    documents? (?:de|sur la) securite|questionnaire (?:de )?securite
    sicherheits(?:unterlagen|dokumente|dokumentation|fragebogen)`),
  call: anyOf(`
    (?:please |pls |can you |could you )?(?:call|ring|phone) me(?: back)?(?: now| asap| right now| today| please)?|give me a (?:call|ring)|callback|call back|call us(?: back| now)?
    llamame|llameme|llamenme|me (?:puede|pueden|puedes) llamar|llamar(?:me|nos)
    (?:rappelez|appelez|rappelle|appelle)-(?:moi|nous)|me rappeler|m'appeler
    ruf(?:en sie|t)? (?:mich|uns)(?: bitte)?(?: (?:an|zurueck|zuruck))?|anrufen|rueckruf|ruckruf`),
  meeting: anyOf(`
    (?:can|could|may) (?:we|i) (?:talk|speak|meet|chat)|(?:have|book|schedule|set up|arrange|jump on|hop on) (?:a |an )?(?:quick |short |intro |discovery )?(?:call|meeting|chat)
    talk to (?:sales|your team|you)|meet (?:up|with you)|(?:quick|intro|discovery) (?:call|chat)
    podemos hablar|(?:agendar|concertar|programar) (?:una )?(?:llamada|reunion|cita)|reunirnos
    (?:peut|pouvons)-(?:on|nous) (?:parler|discuter|se voir)|(?:prendre|fixer|planifier) (?:un )?(?:rendez-vous|rdv|appel)
    (?:koennen|konnen|koennten|konnten) wir (?:telefonieren|sprechen|uns treffen)|termin (?:vereinbaren|machen|ausmachen)|einen termin`),
  demo: anyOf(`
    demos?|pilot|trial|proof of concept|poc|walk ?through|see it in action
    demostracion|prueba piloto|prueba gratuita
    demonstration|essai|pilote
    vorfuehrung|vorfuhrung|testphase|probe(?:zeit|version)|pilotprojekt`),
  price: anyOf(`
    prices?|pricing|price ?list|how much|costs?|rates?|fees?|quotes?|estimates?|ballpark|charge(?:s)?
    precios?|cuanto (?:cuesta|cobran?|vale|sale|costaria)|tarifas?|presupuesto (?:de|para) \\p{L}+|cotizacion
    prix|tarifs?|combien|devis|couts?|coute(?:rait)?
    preise?|preisliste|was kostet|wie ?viel|kosten|angebot|kostenvoranschlag`),
  duration: anyOf(`
    how (?:long|soon|fast|quickly)|turn ?around|lead time|time ?frame
    cuanto (?:tiempo|tarda\\w*|demora\\w*)|plazos?
    combien de temps|quels? delais?|en combien
    wie lange|wie schnell|dauert`),
  offer: anyOf(`
    what (?:services?|do you|can you|exactly do you|kind of)[^.?!]{0,30}(?:offer|do|provide|build|make|services?)|(?:which|your) services
    que (?:servicios|ofrecen|hacen|haceis)|cuales son sus servicios
    quels? services|que (?:faites|proposez)-vous|qu'est-ce que vous (?:faites|proposez)
    was (?:bieten|machen) (?:sie|ihr)|welche (?:leistungen|dienste|dienstleistungen)`),
  account: anyOf(`
    (?:my|our) (?:account|invoices?|subscription|order|data|contract details|login|password|balance|project status|meetings?)
    (?:mi|nuestra|nuestro|mis) (?:cuenta|facturas?|suscripcion|pedido|datos|contrasena)
    (?:mon|ma|mes|notre|nos) (?:compte|factures?|abonnement|commande|donnees|mot de passe)
    (?:mein|meine|unser|unsere|meinem|unserem) (?:konto|rechnung(?:en)?|abo|bestellung|daten|passwort|zugang)`),
  threat: anyOf(`
    (?:my|our) (?:lawyers?|attorneys?|solicitors?)|(?:will|going to|gonna) sue|legal action|take you to court|(?:report|reporting) you to
    (?:mi|nuestro|mis) abogados?|demandar(?:les|los|os)?|acciones legales|mon avocat|notre avocat|porter plainte|action en justice|(?:mein|unser) anwalt|anwalt einschalten|verklagen|anzeige erstatten`),
  privacy: anyOf(`
    (?:delete|erase|remove) (?:all )?(?:my|our) (?:personal )?(?:data|information|details|account data)|(?:what|which) data (?:do )?you (?:have|hold|store|keep)|right to be forgotten|subject access request|dsar|gdpr request
    (?:borren|borrar|eliminar|eliminen) (?:todos )?mis datos|derecho al olvido|(?:supprimez|supprimer|effacez) (?:toutes )?mes donnees|droit a l'oubli|(?:meine|alle meine) daten (?:loschen|loscht)|(?:loschen sie|loscht) (?:alle )?meine daten|auskunft uber meine daten`),
  no_email: anyOf(`
    (?:not|won't|will not|don't want to|rather not|no) (?:giving|give|share|sharing|send|going to give)[^.?!]{0,12} ?(?:my |you my |an |out my )?e-?mail(?: address)?|without (?:my |an )?e-?mail|why do you need my e-?mail
    no (?:doy|dare|voy a dar|quiero dar)[^.?!]{0,10} (?:mi )?(?:correo|email|e-mail)
    (?:je ne donne|pas|sans)(?: pas| donner)? mon (?:e-?mail|adresse|mail|courriel)
    (?:gebe|geb)[^.?!]{0,20} (?:e-?mail|mailadresse)[^.?!]{0,20} nicht|meine e-?mail (?:gebe|bekommen)[^.?!]{0,20}nicht|ohne (?:meine )?e-?mail`),
  known_to: anyOf(`
    (?:already|just|have) (?:talked|spoke|spoken|been talking|in touch|discussed|in contact)(?: this| it)? (?:to|with) (\\p{L}+)
    (?:talked|spoke|been talking|in touch) (?:to|with) (\\p{L}+) (?:about|already|before|last)
    ya (?:hable|hablamos|he hablado) con (\\p{L}+)
    (?:j'ai|nous avons) deja (?:parle|discute) (?:a|avec) (\\p{L}+)
    (?:habe|haben)(?: schon| bereits)? (?:schon |bereits )?mit (\\p{L}+) (?:gesprochen|geredet|telefoniert)`),
}

/** Everything a message asks for, each with the words that say so. */
export function readWants(said: Said): Partial<Record<Want, string>> {
  return Object.fromEntries(
    WANTS.flatMap((want) => {
      const words = quoteOf(said, SAYS[want])
      return words === null ? [] : [[want, words]]
    }),
  )
}

/** The name of whoever they say they have talked to already; null where they say nothing of it. */
export function readKnownTo({ text, plain }: Said): string | null {
  const match = new RegExp(SAYS.known_to.source, 'du').exec(plain) as
    | (RegExpExecArray & { indices?: [number, number][] })
    | null
  const at = match?.indices?.slice(1).find((span) => span !== undefined)
  return at ? text.slice(...at) : null
}
