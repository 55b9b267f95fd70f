import { expect, test } from 'vitest'
import { compileCues, trainedReader } from '#language/intent.ts'
import { CUES } from '../../cues.ts'

/** Without the examples: what they say must follow from their words too. */
const sets = [{ agent: 'scheduling', cues: CUES.map((cue) => ({ ...cue, examples: [] })) }]
const reader = compileCues(sets, trainedReader())

/** What clients write on their phones, a line each, by what they mean. */
const LINES = {
  book: `
    hola, podemos hablar mañana?
    buenas, tienes un hueco el jueves?
    me gustaría agendar una llamada para la semana que viene
    ¿cuándo te viene bien?
    quisiera pedir cita para el lunes por la mañana
    necesito una reunión con vosotros cuanto antes
    ¿nos vemos el miércoles a las 10?
    te va bien el viernes a las 4?
    hola! quería reservar una hora para el martes
    ¿tenéis disponibilidad esta semana?
    ¿qué día puedes?
    podríamos vernos pasado mañana?
    me llamas mañana a las 5?
    el martes a las 11 perfecto
    la segunda opción me va bien
    la de las 3 me viene genial
    sí, el jueves a las 10 me sirve
    mañana por la tarde puede ser?
    vale, quedamos el lunes a las 9
    prefiero el viernes por la mañana
    ¿Podríamos tener una llamada esta semana?
    Hola, me gustaría hablar con alguien del equipo
    Buenos días, ¿hay algún hueco el martes por la mañana?
    quiero reservar una sesión
    tienes un momento mañana?
    cuándo podríamos hablar?
    ¿a qué hora te viene mejor?
    el jueves a las 12 está bien
    ok a las 4 entonces
    me quedo con la primera
    vale el viernes me va perfecto
    a las 10 mejor que a las 9
    nos podemos ver el lunes?
    ¿le va bien el 15 de marzo?
    querría una cita con Lena
    hola buenas, quería saber si podemos hablar esta tarde
    ¿estás libre el jueves?
    ¿me puedes reservar el lunes a las 9?
    nos tomamos un café mañana?
    me apunto el martes a las 10
    sí a las 11 me va bien
    el de las 4 por favor
    ¿qué tal el viernes?
    cuando quieras a partir del lunes
    ¿se puede el sábado?
  `,
  move: `
    podemos cambiar la reunión al viernes?
    ¿podríamos mover la cita a otro día?
    me ha surgido algo, ¿lo dejamos para la semana que viene?
    necesito aplazar la llamada de hoy
    llego tarde, 10 minutos
    ¿puede ser una hora más tarde?
    hay que reprogramar la cita de mañana
    ¿podemos pasar la reunión a las 5?
    voy con retraso, llego en 15 min
    ¿podemos adelantar la llamada a las 9?
    hay alguna posibilidad de mover la cita?
    ¿podemos retrasarlo media hora?
    perdona, voy 20 minutos tarde
    no me va bien el martes, ¿otro día?
    ¿Puedes cambiarme la cita para el miércoles?
    prefiero el jueves en vez del miércoles
    ¿podemos dejarlo para el viernes?
    se me complica mañana, ¿podría ser el jueves?
    llego 10 min tarde
    habría que mover lo del lunes
    ¿la podemos pasar a la tarde?
  `,
  cancel: `
    tengo que cancelar la cita de mañana
    lo siento, no puedo ir mañana
    cancela la reunión por favor
    al final no voy a poder, lo siento
    anula la cita del jueves
    no podré asistir a la reunión
    me temo que tengo que anular
    ya no necesito la cita
    quiero cancelar nuestra llamada
    no llego hoy, hay que cancelar
    no voy a poder ir mañana
    por favor cancelen mi cita
    me ha salido un imprevisto y no puedo ir
    lo siento pero no podré
    cancelo lo de mañana
    anulamos la llamada?
    no podré ir hoy, lo siento mucho
    cancelamos lo del viernes
    hoy no puedo, lo siento
    quería anular mi cita del lunes
    no hace falta la llamada de mañana
  `,
  nothing: `
    gracias!
    vale, hasta luego
    ok perfecto
    ¿cuánto cuesta una web?
    te mando el contrato por correo
    buenos días
    qué tiempo hace hoy?
    mi pedido no ha llegado
    muchas gracias por todo
    ok!
    mándame la factura por favor
    ¿dónde está mi paquete?
    jajaja
    ¿tenéis descuento para nuevos clientes?
    genial, gracias
    ¿me pasas tu correo?
    ¿cuánto tarda el envío?
    feliz cumpleaños!
  `,
}

const rows = Object.entries(LINES).flatMap(([job, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => [line.trim(), job === 'nothing' ? null : job] as const),
)

test.each(rows)('"%s" is %s', (line, intent) => {
  expect(reader.read(line).intent).toBe(intent)
})
