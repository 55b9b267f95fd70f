import type { Cue } from '#kernel/cue.ts'
import { words } from '../words.ts'
import { anywhere, inside, withPronouns } from './anywhere.ts'

const TRADES = words(`
  vuelo, hotel, pedido, factura, suscripcion, contrasena, el tiempo hace, que tiempo, precio, cuesta, cuestan, mesa para, restaurante,
  taxi, mi cuenta, direccion, numero de, pago, reembolso, paquete`)

const EVENTS = words(`
  cita, citas, llamada, llamadas, reunion, reuniones, videollamada, sesion, visita, quedada, encuentro, evento, comida, almuerzo, cena,
  cafe, demo, junta`)
const DAY_OR_HOUR = words(
  '{when}, la hora, {length}, media hora, un rato, la fecha, el dia, de hora, de dia, de fecha, el horario',
)

const MOVES = [
  ...anywhere(
    withPronouns(
      'mover, cambiar, aplazar, =posponer, reprogramar, reagendar, adelantar, retrasar, atrasar, pasar, correr, trasladar',
    ),
  ),
  ...anywhere(
    words(
      'mueve, muevas, movemos, cambia, cambiamos, cambias, aplazamos, posponemos, adelantamos, retrasamos, pasamos',
    ),
  ),
]
const OTHER_TIME = words(`
  ... otro dia, ... otra hora, ... otro momento, ... otra fecha, ... otro rato, ... mas tarde, ... mas temprano, ... lo dejamos para,
  ... la dejamos para, ... dejarlo para, ... dejarla para, ... llego tarde, ... llego ... tarde, ... llegare ... tarde, ... se me complica, ... llegare tarde, ... voy tarde, ... con retraso,
  ... me retraso, ... me retrasare, ... voy a llegar tarde, ... llegando tarde, ... me ha surgido, ... me surgio, ... en vez de, ... en vez del, ... no me va bien, ... no me viene bien, ... me viene mal, ... me va mal,
  ... en lugar de {when}, ... mejor lo pasamos, ... mejor la pasamos, ... minutos tarde`)
const CANCELS = [
  ...anywhere(withPronouns('cancelar, anular, suspender')),
  ...anywhere(
    words(
      'cancela, cancelas, cancelad, =cancele, cancelen, cancelamos, cancelo, anula, anulas, anulad, anule, anulen, anulamos, anulo',
    ),
  ),
]
const CANNOT = words(`
  ... no puedo ir, ... no podre ir, ... no puedo asistir, ... no podre asistir, ... no voy a poder, ... no podre, ... no puedo {when}, {when} no puedo, ... no hace falta la, ... no hara falta la,
  ... no puedo llegar, ... no llego hoy, ... no voy a llegar, ... no me es posible, ... no voy a ir, ... ya no necesito, ... no puedo acudir,
  ... no podemos ir, ... no vamos a poder, ... no podremos, ... me es imposible, ... ya no puedo`)

/** Names that English has too. */
const LENT = new Set(['demo'])

export const SPANISH: readonly Cue[] = [
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      podemos, podriamos, podrias, podria, podeis, puedes, puede, pueden, ... quedar, ... quedamos, ... vernos, ... nos vemos, ... hablar, ... hablamos,
      ... reunirnos, ... nos reunimos, ... nos juntamos, ... agendar, ... agendamos, ... agendame, ... reservar, ... reserva, ... reservame, ... programar, ... pedir, ... concertar,
      ... coger, quiero una, quisiera una, querria una, ... hay algun, ... hay alguna, ... ver, ... verte, ... hablarte, ... necesito una, ... necesito un, ... me gustaria, tendria, tendrias, ... tienes, ... tiene, ... tienen,
      ... teneis, tendriais, ... me llamas, ... me llama, ... llamame, ... llamarme, ... hacemos una, ... hay hueco, ... hay sitio,
      ... hay disponibilidad, ... me das, ... apuntame, estas, esta, estais`),
    objects: [
      ...EVENTS,
      ...words(
        '{when}, hueco, huecos, disponibilidad, disponible, libre, cuanto antes, un rato, un momento, una hora, con alguien, con tu equipo, con el equipo',
      ),
    ],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT, 'a que hora es', 'cuando es'].map(inside),
    examples: ['podemos hablar el martes?', '¿tienes un hueco el lunes?', 'quisiera una cita para el jueves'],
  },
  {
    // Asking for a time, and taking one.
    intent: 'book',
    slash: null,
    verbs: words(`
      ... cuando te viene, ... cuando te va, ... cuando le viene, ... cuando le va, ... cuando os viene, ... cuando os va,
      ... cuando puedes, ... cuando puede, ... cuando podeis, ... cuando podemos, ... cuando podriamos, ... cuando tienes, ... cuando tiene, ... cuando teneis, ... que dia puedes,
      ... que dia te, ... que dia le, ... que dia os, ... que dias, ... a que hora puedes, ... a que hora te, ... a que hora podemos,
      ... que horas tienes, ... que horas tienen, ... que huecos, ... que horarios, ... te va bien, ... os va bien, ... le va bien, ... te viene bien, ... os viene bien,
      ... le viene bien, ... te parece bien {when}, ... te parece {when}, ... puede ser {when}, ... me va bien, ... me va perfecto, ... me va genial,
      ... me viene bien, ... me viene genial, ... me viene perfecto, ... me sirve, ... me cuadra, ... me encaja, ... prefiero {when}, ... me quedo con, ... me apunto, ... el de las, ... la de las, ... que tal {when}, ... cuando quieras, ... cuando quieran, ... cuando quiera, ... se puede {when}, ... estoy libre, ... estoy disponible, si {when},
      ... quedamos {when}, ... mejor {when}, ... la primera opcion, ... la segunda opcion, ... la tercera opcion, ... la opcion {number}, {when} ... perfecto,
      {when} perfecto, {when} ... genial, {when} genial, {when} ... vale, {when} ... puede ser, {when} puede ser, {when} ... estaria bien,
      {when} estaria bien, {when} ... esta bien, {when} ... bien, {when} bien, vale {when}, perfecto {when}, {when} entonces, {when} ... entonces, {when} mejor, entonces {when}, ... me quedo`),
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT].map(inside),
    examples: ['mañana por la tarde puede ser?', '¿cuándo te va bien?', 'el martes a las 5 me va bien'],
  },
  {
    // Only its name and when, by a name that is not English too.
    intent: 'book',
    slash: null,
    verbs: [],
    objects: [...EVENTS.filter((event) => !LENT.has(event)), '{when}'],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT, 'a que hora', 'cuando', 'donde'].map(inside),
    examples: ['¿un café el jueves?'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: MOVES,
    objects: [...EVENTS, ...DAY_OR_HOUR],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ['podemos mover la cita al jueves?', 'hay que cambiar la hora de la reunión'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: OTHER_TIME,
    objects: [],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ['llego tarde, lo siento', '¿lo dejamos para otro día?'],
  },
  {
    intent: 'cancel',
    slash: null,
    verbs: [...CANCELS, ...CANNOT],
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME].map(inside),
    examples: ['tengo que cancelar la reunion', 'lo siento, no puedo ir mañana'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(
      '... a que hora es, ... cuando es, ... a que hora era, ... a que hora tenemos, ... donde es, ... cuando tenemos, ... que dia es',
    ),
    objects: EVENTS,
    refusals: TRADES,
    examples: ['¿a qué hora es la reunión?'],
  },
]
