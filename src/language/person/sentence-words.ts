import { wordSet } from './fold.ts'

/** Words of messages that names do not hold, folded: where one stands, the text is no bare name, and a name in it ends there. */
export const SENTENCE_WORDS = wordSet(`
  i im ive ill id you he she it we they me him them my your his their our mine this that these those here there what who whom whose when where
  why how which is are was were be been am isnt arent do does did dont doesnt didnt have has had havent can cant could would should shall must
  please pls plz thanks thank thx hi hello hey dear ok okay yes no not yeah nope sorry just got get getting gets want wants need needs know
  knows think says said say tell told ask asked asks call called calls calling book booked move moved cancel cancelled schedule scheduled
  reschedule remind meet met email emailed mail mailed send sent reply replied write wrote add added set mark marked log logged update updated
  create created delete merge import lost won signed closed closing change changed note find found show check put make made give gave
  wants went left joined join works working moved lead leads deal deals stage pipeline proposal budget price demo kickoff invoice
  meeting lunch dinner tomorrow today tonight yesterday monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs
  fri next week weeks month months year afternoon morning evening noon about into because if then than so but or also too very
  re fwd fw regards cheers sincerely btw search hours hour minutes pm days instead block off birthday fyi asap eod lol new number phone address name valid invalid looks look like doesnt
  hola gracias por favor quiero necesito soy llamo manana hoy ayer lunes martes miercoles jueves viernes llama llamar reunion
  bonjour merci suis appelle demain lundi mardi mercredi jeudi vendredi voudrais besoin rendez vous avec je nous
  hallo danke bitte ich bin heisse mein meine morgen heute gestern montag dienstag mittwoch donnerstag freitag termin mit brauche mochte wir sie
`)

/** Sentence words that names hold as well ("Mark", "New Tradition", "I." as an initial): they do not show a message. */
export const NAMES_TOO = wordSet('mark thu new no number works work i account show best del tue next')

/** Given names that are words as well: alone at the head of a sentence they are read as words. */
export const WORDS_TOO = wordSet(`
  mark will may april june august grace hope joy faith rose chase bill frank grant art rich jean dean max penny ivy dawn eve guy
  pat rob sue drew jack ray rusty sandy summer autumn chuck josh carol dale don ed gene jay jo lee les long mason page pearl
  christian said till per mike ruby taylor austin paris virginia florence sydney madison charlotte orlando georgia victoria
  jordan chad israel german art bob buddy earnest ernest miles mack kay iris hazel heather holly jade jasmine laurel lily olive opal
  violet amber crystal daisy ginger melody mercy misty sky star sunny trinity destiny harmony honor justice liberty noble prince
  bo van mar luz paz sol
`)
