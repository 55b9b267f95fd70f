import type { Language } from '#kernel/language.ts'

/** Words of small talk, time and meetings, folded: a word may stand in several lists, and then tells less. */
const WORDS: Readonly<Record<Language, string>> = {
  en: `
    a an the this that these those it its it's i i'm i'd i'll i've we we're we'd you you're he she they my our your his
    her their me us him them is are am was were be been isn't aren't do does did don't doesn't didn't have has had
    haven't can can't could couldn't will won't would shall should may might must need want like let lets let's
    and or but not no yes so if then than because as of at on in to for from with without by about after before until
    what when where which who why how there here now today tomorrow tonight yesterday week month next last
    morning afternoon evening noon night monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july october december
    hi hello hey dear thanks thank please sorry sure great good fine works work perfect cool cheers bye
    meet meeting call chat talk speak see book schedule move cancel change push reschedule later earlier late time
    times day days free available possible any anytime some someone somebody one two three first second third
    make made moved instead still another other both either just maybe running minutes hour half quick back up out
    get got give take tell send show find ask know think believe sounds suits again soon week's right only too also`,
  es: `
    el la los las lo un una unos unas de del al a y e o u que si no con sin por para en sobre entre hasta desde
    es son soy eres esta estas este esto estoy estan estamos hay ser sea seria fue era he ha hemos han tengo tiene
    tienes tenemos tendria puedo puede puedes podemos podria podrian podriamos podeis quiero quiere queria quisiera
    necesito necesita hablar hablamos llamar llamada llamarme ver vernos vemos quedar quedamos reunion reunirnos cita
    me te se nos le les mi mis su sus nuestra nuestro usted ustedes yo tu ella ellos nosotros
    hola buenos buenas dias tardes noches gracias favor perdon disculpa disculpe siento saludos vale claro perfecto
    bien mejor mal genial estupendo hoy manana ayer pasado lunes martes miercoles jueves viernes sabado domingo
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    semana mes dia hora horas minutos tarde noche mediodia antes despues luego ahora pronto proximo proxima siguiente
    cancelar cancela cancelarla anular mover cambiar cambia aplazar posponer reprogramar reservar agendar adelantar
    cuando donde como quien cual que cuanto alguna alguno algun otra otro ninguna ninguno primera primero segunda
    segundo tercera tercero ultima ultimo dos tres cuatro cinco opcion viene va voy vamos llego llegar llegare retraso
    puedo pues pero tambien muy mas menos todo nada solo ya aun sirve funciona imposible posible disponible libre
    interesa interesaria gustaria necesitamos equipo`,
  fr: `
    le la les l un une des du de d au aux a et ou que qu qui si ne n pas non oui avec sans pour par en dans sur entre
    est es sont suis etes serait sera soit c'est c ce cette ces ca cela il elle on nous vous je j tu ils elles moi toi
    me te se m t s mon ma mes notre nos votre vos son sa ses leur y ai as avez avons ont etait peut peux pouvez pouvons
    pourrait pourrions pourriez puis voudrais voudrait veux veut aimerais faut fait faire va vais aller
    bonjour bonsoir salut coucou merci beaucoup s'il plait svp desole desolee pardon accord d'accord parfait bien super
    mieux aujourd'hui hui demain hier lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    semaine mois jour jours heure heures h minutes matin apres midi soir apres-midi tot tard plus bientot maintenant
    prochain prochaine dernier derniere rendez rendez-vous rdv reunion appel parler appeler voir rencontrer discuter
    annuler annule decaler deplacer reporter changer reserver prendre fixer avancer empechement retard
    quand quel quelle quels ou comment combien pourquoi quelqu'un autre premier premiere deuxieme troisieme dernier
    deux trois quatre cinq choix possible dispo disponible libre convient conviendrait arrange marche
    mais aussi tres trop peu encore toujours jamais tout rien avec chez votre equipe besoin souhaite souhaiterais`,
  de: `
    der die das den dem des ein eine einen einem einer und oder aber nicht kein keine keinen ja nein doch auch noch
    nur schon sehr so zu zum zur im am um an auf aus bei bis fur fuer mit nach seit uber von vor in ins ab
    ich du er sie es wir ihr mich dich uns euch mir dir ihm ihnen mein meine meinen unser unsere ihre ihren dein
    ist sind bin war waren wird werden wurde wurden ware haben habe hat hatte hatten kann konnen konnten koennen
    koennten muss mussen mochte mochten moechte will wollen soll sollen geht ging passt passen lasst lassen
    hallo guten guter tag morgen abend servus moin danke vielen dank bitte gerne gern entschuldigung leider tut leid
    heute gestern ubermorgen montag dienstag mittwoch donnerstag freitag samstag sonntag
    januar februar marz april mai juni juli august september oktober november dezember
    woche monat jahr stunde stunden minuten minute uhr vormittag nachmittag mittag abends morgens nachmittags halb
    nachste nachsten nachster naechste naechsten letzte letzten termin termine gesprach anruf treffen telefonieren
    sprechen anrufen besprechung absagen stornieren verschieben verlegen buchen vereinbaren ausmachen andern
    wann wo wie wer was welche welcher warum ob wenn dann weil dass erste ersten zweite zweiten dritte dritten letzte
    zwei drei vier funf spater spaeter fruher verspate verspatet komme kommen minuten dauert moglich frei zeit
    gut klar prima super alles vielleicht lieber besser anderen andere jemand klappt wurde etwas kurz`,
}

const LISTS = Object.entries(WORDS) as [Language, string][]

/** Each word, with the languages it may be of. */
export const TELLING_WORDS: ReadonlyMap<string, readonly Language[]> = (() => {
  const speakers = new Map<string, Language[]>()
  for (const [language, list] of LISTS)
    for (const word of new Set(list.split(/\s+/).filter(Boolean)))
      speakers.set(word, [...(speakers.get(word) ?? []), language])
  return speakers
})()
