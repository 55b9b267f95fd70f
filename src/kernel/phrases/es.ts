import type { Phrases } from './phrases.ts'

const REPLIES = {
  accepted: 'viene a',
  declined: 'no viene a',
  tentative: 'quizá venga a',
  needs_action: 'no ha decidido sobre',
} as const

export const ES: Phrases = {
  dates: { locale: 'es', day: 'ccc d LLL', year: ' yyyy' },
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} y ${names.at(-1)}`),
  days: (count) => (count === 1 ? '1 día' : `${count} días`),
  with: (names) => ` con ${names}`,
  allDay: (day) => `${day} (todo el día)`,
  fromTo: (first, last) => `${first} a ${last}`,
  will: {
    create: (what) => `Reservar ${what}`,
    move: (what, to) => `Pasar ${what} a ${to}`,
    cancel: (what) => `Cancelar ${what}`,
    restore: (what) => `Recuperar ${what}`,
    remove: (what) => `Quitar ${what}`,
    update: (what, changes) => `Cambiar ${what}: ${changes}`,
  },
  done: {
    create: (what) => `Reservado: ${what}`,
    move: (what, to) => `Cambiado: ${what} pasa a ${to}`,
    cancel: (what) => `Cancelado: ${what}`,
    restore: (what) => `Recuperado: ${what}`,
    remove: (what) => `Quitado: ${what}`,
    update: (what, changes) => `Cambiado: ${what}: ${changes}`,
  },
  change: {
    title: (title) => `título "${title}"`,
    place: (place) => `lugar ${place ?? 'ninguno'}`,
    description: 'la descripción',
    people: (names) => `personas ${names}`,
  },
  replied: (who, reply, what) => `${who} ${REPLIES[reply]} ${what}`,
  problem: 'No ha sido posible.',
  notDone: (what, why) => `Sin hacer: ${what}.${why === '' ? '' : ` ${why}`}`,
  queued: (what) => `Pendiente: ${what}. Le avisaré cuando esté hecho.`,
  unsure: (what) => `No puedo saber si esto se ha hecho: ${what}. Por favor, compruébelo.`,
  nobodyDecided: 'Nadie ha decidido a tiempo, así que no se ha hecho nada. Una persona le responderá.',
  takenOver: (by) => `${by} se encarga de esto.`,
  declined: (by) => `${by} no lo ha aprobado.`,
  approved: (by) => `${by} lo ha aprobado.`,
  reminder: (event) => `Recordatorio: ${event}.`,
  ways: (times) =>
    times.length > 0
      ? `También queda reservado el tiempo de ida y vuelta: ${times.join(', ')}.`
      : 'El tiempo de ida y vuelta ya no queda reservado.',
  anotherTime: 'Otro momento',
  stopped: 'Hecho: no le escribiremos más aquí, salvo que escriba primero. Para volver, envíe START.',
  started: 'Bienvenido de nuevo: los recordatorios y las novedades de sus citas volverán a llegar aquí.',
  introduction: (company) => `Soy el asistente automático de ${company}; el equipo puede leer esta conversación.`,
  onlyText: 'Todavía no puedo leer notas de voz ni imágenes. ¿Me puede escribir una línea de texto?',
  notTaken: {
    too_large: 'Ese archivo es demasiado grande. ¿Me puede enviar uno más pequeño o una línea de texto?',
    type_not_taken: 'No puedo aceptar archivos de ese tipo: envíe una imagen, un PDF o una línea de texto.',
    not_fetched:
      'Ahora mismo no he podido abrir ese archivo. ¿Me lo puede enviar otra vez o escribirme una línea de texto?',
  },
  notKept: {
    card_number: 'su número de tarjeta',
    password: 'su contraseña',
    national_id: 'su documento de identidad',
    bank_account: 'su cuenta bancaria',
    health: 'lo que toca a su salud',
    sentence: (what) => `No he guardado ${what}; por favor, no lo envíe por aquí.`,
  },
  listTooOld: 'Esa lista era demasiado antigua, así que he vuelto a buscar.',
  waitsForPerson: 'Esto espera a una persona.',
  waitsFor: (owner) => `He preguntado a ${owner}; le responderemos.`,
  yesOrNo: 'Por favor, responda sí o no.',
  understood: (what) => `He entendido:\n${what}\nTodavía no se ha hecho nada. ¿Es correcto?`,
  yes: 'Sí',
  no: 'No',
  nobodysJob:
    'Eso todavía no lo hago. Puedo buscar hora para una reunión, cambiarla o cancelarla: por ejemplo, «¿podemos hablar mañana por la tarde?».',
  notRead:
    'No he podido entender lo que necesita, así que todavía no se ha hecho nada. Lo leerá una persona del equipo.',
  notStarted: (part, first, waits) =>
    `Sin empezar: «${part}» viene después de «${first}», que ${waits ? 'aún no está decidido' : 'no se ha hecho'}. Envíelo de nuevo entonces.`,
  cannotYet: (part) => `Esto todavía no lo puedo hacer: «${part}».`,
  readInPart: (characters) => `Su mensaje es largo: no se leyeron ${characters} caracteres de su parte central.`,
}
