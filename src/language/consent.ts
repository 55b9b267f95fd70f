/** Words that alone end what the desk writes of its own accord. Twilio's list for long codes, and everyday ones. */
const STOP_WORDS = words(
  `stop, stopall, stop all, unsubscribe, end, quit, revoke, optout, opt out,
  baja, darme de baja, desuscribir, desuscribirme, cancelar suscripción, parar, stopp, abmelden, abbestellen, austragen,
  arrêt, arrêter, désabonner, me désabonner, désabonnez-moi, désinscription, désinscrire,
  cancellami, disiscrivimi, disiscrizione, basta messaggi, sair, descadastrar, afmelden, uitschrijven`,
)
const START_WORDS = words(
  `start, unstop, restart, subscribe, resubscribe, alta, reanudar, suscribir, anmelden, starten, abonnieren,
  reprendre, réabonner, réabonnez-moi, iscrivimi, riprendi, retomar, aanmelden`,
)
/** "Cancel" ends messages on long codes; beside a meeting it means the meeting. */
const CANCEL_WORDS = words('cancel, cancelar, annuler, absagen')

/** Free ways of saying it. Reading one too many is better than writing to somebody who asked for silence. */
const STOP_PHRASES: readonly RegExp[] = [
  /\b(?:stop|quit|cease) (?:messaging|writing|texting|contacting|emailing|mailing|spamming|bothering)\b/u,
  /\bstop (?:sending|with) (?:me )?(?:these |those |any |your |more )*(?:messages?|texts?|spam|reminders?)\b/u,
  /\b(?:do not|dont|don t|never) (?:message|write|text|contact|email|mail|bother) (?:to )?(?:me|us)\b/u,
  /\b(?:remove|take|delete) (?:me|us|my number|this number) (?:from|off)\b/u,
  /\bunsubscribe (?:me|us|my)\b|\bopt (?:me )?out\b|\bno more (?:messages|texts|reminders)\b|\bleave me alone\b/u,
  /\barrete[zr]? de (?:m|me|nous) ?(?:ecrire|contacter|deranger|envoyer|relancer)/u,
  /\bne plus (?:m|me|nous) ?(?:ecrire|contacter|deranger|envoyer|relancer)/u,
  /\bne (?:m|me|nous) ?(?:ecri(?:s|vez)|contacte[sz]?|derange[sz]?|envoye[sz]?|relance[sz]?) plus\b/u,
  /\bplus (?:de|aucun) (?:vos )?(?:messages?|sms)\b|\b(?:retire[zr]?|enleve[zr]?|supprime[zr]?) (?:moi )?(?:mon numero )?de (?:votre|la|vos) listes?\b/u,
  /\bdejen? de (?:escribir|contactar|mandar|molestar|enviar)/u,
  /\bno (?:me|nos) (?:escriba[ns]?|contacte[ns]?|mande[ns]?|moleste[ns]?|envie[ns]?) (?:mas|nunca)\b/u,
  /\b(?:darme|darnos|dame|denme) de baja\b|\bno quiero (?:mas|recibir) mensajes\b/u,
  /\bhor(?:t|en sie)? (?:bitte )?(?:endlich )?auf (?:mir|uns|mich|zu) /u,
  /\blass(?:t|en sie)? mich in ruhe\b|^nicht mehr (?:schreiben|kontaktieren|anschreiben)\b/u,
  /\b(?:schreib(?:t|en sie)?|kontaktier(?:t|en sie)?|belastig(?:t|en sie)?) (?:mir|mich|uns) (?:bitte )?nicht mehr\b/u,
  /\bkeine (?:weiteren )?(?:nachrichten|erinnerungen) mehr\b/u,
  /\bnon (?:mi|ci) (?:scriv(?:a|ere|ete(?:mi)?)|contatt(?:are|ate)|mand(?:are|ate)) piu\b|\bnon (?:scrivetemi|scrivermi|contattatemi) piu\b|\bsmett(?:ete|i|ila) di (?:scriver|mandar|contattar)(?:mi|ci)\b/u,
  /\bparem? de (?:me |nos )?(?:escrever|mandar|enviar|contactar)\b|\bnao me (?:escrevam?|mandem?|enviem?|contactem?) mais\b/u,
  /\b(?:stop|hou op) met (?:mij |me |ons )?(?:schrijven|berichten|appen|contacteren)\b|\b(?:schrijf|app|contacteer) (?:mij|me|ons) niet meer\b|\bgeen berichten meer\b/u,
]

/**
 * Whether somebody withdraws their consent to be written to (`stop`), gives it again (`start`), or says a word that means it
 * only where nothing else is at hand (`cancel`); else null. Single words count only when they stand alone.
 * @param extra further words of the policy (`whatsapp.stop_words_extra`)
 */
export function readConsent(text: string, extra: readonly string[] = []): 'stop' | 'start' | 'cancel' | null {
  const said = plain(text)
  if (STOP_WORDS.has(said) || extra.some((word) => plain(word) === said)) return 'stop'
  if (START_WORDS.has(said)) return 'start'
  if (CANCEL_WORDS.has(said)) return 'cancel'
  return STOP_PHRASES.some((phrase) => phrase.test(said)) ? 'stop' : null
}

/** Small letters and single spaces, without accents, marks and politeness. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:please|bitte|por favor|s il vous plait|svp) | (?:please|bitte|por favor|s il vous plait|svp)$/gu, ' ')
    .trim()
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map(plain))
}
