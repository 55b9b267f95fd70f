import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language.ts'
import { tongueOf } from './tongue.ts'

const LINES: Record<Language, string> = {
  en: `
    hi can we talk tomorrow?
    next friday
    running 10 min late
    Can't make it sorry
    the second one please
    3 works
    is Thursday still good for you?
    could we move it to 4pm?
    thanks, see you then
    please cancel our meeting
    I need to reschedule
    03/04 at 5 your time or mine?
    end of the month, anytime after 6pm ok?
    book me with someone senior not a bot
    what times do you have on Monday?
    any time after lunch
    how about Wednesday morning
    sounds great
    I'd like to see a demo
    when are you free?
    none of these work for me
    let's do the first one
    which day suits you
    we want to discuss the contract
    can you call me back this afternoon
    sorry, I can't on Tuesday
    do you have anything later
    that works for us
    see you on 14 March
    yes please
    is it possible to meet in person?
    my flight is delayed`,
  es: `
    mañana por la tarde puede ser?
    hola, podemos hablar mañana?
    buenos días
    gracias, nos vemos el jueves
    la segunda
    me va bien el martes
    no puedo ir, lo siento
    tengo que cancelar la reunión
    podríamos cambiar la cita al viernes?
    a las 5 de la tarde
    prefiero por la mañana
    llego diez minutos tarde
    ¿qué horas tiene libres?
    quisiera una llamada con su equipo
    cuándo podemos reunirnos
    vale, perfecto
    la primera opción
    ninguna de esas horas
    el lunes a las 11
    necesito mover la reunión
    por favor, cancele la cita
    puede ser más tarde?
    estoy interesado en una demo
    me gustaría hablar con alguien
    manana por la manana
    muchas gracias
    podemos quedar la semana que viene
    hay algo libre el miercoles?
    a que hora?
    sí, por favor
    quiero aplazarla una semana
    si no es posible, otro día`,
  fr: `
    bonjour, on peut se parler demain ?
    demain après-midi c'est possible ?
    merci beaucoup
    le deuxième
    ça me va
    jeudi matin me convient
    je ne peux pas venir, désolé
    je dois annuler notre rendez-vous
    peut-on décaler à vendredi ?
    à 15h
    plutôt le matin
    j'ai dix minutes de retard
    quand êtes-vous disponible ?
    je voudrais prendre rendez-vous
    quelle heure vous arrange ?
    d'accord, parfait
    la première proposition
    aucun de ces créneaux ne me va
    lundi à 11h
    il faut déplacer la réunion
    merci d'annuler le rdv
    plus tard si possible
    je suis intéressé par une démo
    je souhaite parler à quelqu'un
    demain matin
    s'il vous plaît
    la semaine prochaine ?
    vous avez quelque chose mercredi ?
    oui merci
    non, pas ce jour-là
    pouvez-vous m'appeler cet après-midi
    ok pour moi, à bientôt`,
  de: `
    können wir morgen telefonieren?
    Hallo, haben Sie am Dienstag Zeit?
    guten Tag
    vielen Dank
    das zweite
    passt mir
    Donnerstag um 10 passt gut
    ich kann leider nicht kommen
    ich muss den Termin leider absagen
    können wir den Termin auf Freitag verschieben?
    um 15 Uhr
    lieber am Vormittag
    ich komme zehn Minuten später
    wann sind Sie frei?
    ich möchte einen Termin vereinbaren
    welche Uhrzeit passt Ihnen?
    ja, gerne
    der erste Vorschlag
    keiner davon passt
    Montag um 11
    wir müssen das Gespräch verlegen
    bitte sagen Sie den Termin ab
    geht es auch später?
    ich interessiere mich für eine Demo
    ich würde gern mit jemandem sprechen
    morgen früh
    bitte
    nächste Woche?
    haben Sie am Mittwoch etwas frei?
    nein, da kann ich nicht
    koennen Sie mich heute Nachmittag anrufen
    bis dann, danke`,
}

describe.each(Object.entries(LINES) as [Language, string][])('%s', (language, lines) => {
  const each = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

  test('there are enough lines', () => expect(each.length).toBeGreaterThanOrEqual(30))
  test.each(each)('%s', (line) => expect(tongueOf(line)).toBe(language))
})

test.each([
  'ok',
  '2',
  '14:00',
  'Jo Park',
  '👍',
  'no',
  'jo@acme.io',
  'https://example.com/la-semana',
  'Zoom?',
  '',
  'olá, podemos falar amanhã?',
  'можно завтра?',
])('nobody can tell of %j', (line) => expect(tongueOf(line)).toBeNull())

test('a name of another language does not turn a line', () => {
  expect(tongueOf('can we meet with Señor Muñoz tomorrow?')).toBe('en')
  expect(tongueOf('kann ich mit John von "The Meeting Company" sprechen?')).toBe('de')
})
