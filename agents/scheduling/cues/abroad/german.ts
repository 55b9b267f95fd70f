import type { Cue } from '#kernel/cue.ts'
import { words } from '../words.ts'
import { inside } from './anywhere.ts'

const TRADES = words(`
  flug, hotel, bestellung, rechnung, abo, abonnement, passwort, wetter, preis, kostet, kosten, einen tisch, restaurant, taxi, mein konto,
  adresse, nummer, zahlung, ruckerstattung, paket, lieferung, vertrag kundigen`)

const EVENTS = words(`
  termin, termine, besprechung, anruf, gesprach, telefonat, treffen, meeting, call, sitzung, beratung, vorstellungsgesprach, mittagessen,
  abendessen, kaffee, demo, videocall, telko, verabredung`)

const MOVES = words(`
  ... verschieben, ... verschiebe, ... verschiebt, ... verschoben, ... verlegen, ... verlege, ... verlegt, ... vorverlegen, ... umbuchen, ... vorziehen, ... umlegen, ... {when} legen, ... woche legen, ... =schieben, ... tauschen`)
const OTHER_TIME = words(`
  ... nach hinten, ... geht nicht, ... geht ... nicht, ... passt nicht, ... passt ... nicht, ... nach vorne, ... nach vorn, ... stunde spater, ... stunden spater, ... {length} spater, ... stunde fruher, ... {length} fruher, ... komme spater, ... etwas spater,
  ... spater kommen, ... bisschen spater, ... anderen termin, ... anderer termin, ... anderen tag, ... anderer tag, ... ein andermal, ... andere zeit, ... andere uhrzeit, ... statt {when},
  ... anstatt {when}, ... verspate mich, ... verspaten uns, ... verspatung, ... zu spat, ... spat dran, ... dazwischengekommen, ... dazwischen gekommen, ... dazwischen`)
const CANCELS = words(`
  ... absagen, ... absage, ... abgesagt, ... abzusagen, ... stornieren, ... storniere, ... stornieren, ... streichen, ... sagen ... ab, ... sage ... ab, ... sag ... ab, ... loschen, ... canceln,
  ... fallt aus, ... ausfallen`)
const CANNOT = words(`
  ... nicht kommen, ... komme {when} nicht, ... komme {when} ... nicht, ... komme nicht, ... komme doch nicht, ... nicht teilnehmen, ... nicht dabei, ... nicht schaffen, ... schaffe es ... nicht, ... schaffe es nicht, ... schaffs ... nicht, ... schaffs nicht, ... schaffe ... nicht,
  ... klappt nicht, ... klappt ... nicht, ... kann ... doch nicht, ... kann doch nicht, ... kann {when} nicht, ... kann {when} ... nicht, ... brauche ... nicht mehr, ... brauchen ... nicht mehr,
  ... bin verhindert, ... verhindert, ... muss passen`)

/** Names that English has too. */
const LENT = new Set(['meeting', 'call', 'demo'])

export const GERMAN: readonly Cue[] = [
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      ... konnen wir, ... konnten wir, ... koennen wir, ... koennten wir, ... wollen wir, ... sollen wir, ... treffen, ... sprechen, ... telefonieren, ... reden, ... unterhalten, ... vereinbaren, ... buchen, ... ausmachen,
      ... eintragen, ... reservieren, ... haben sie, ... hatten sie, ... haetten sie, ... hast du, ... hattest du, ... habt ihr, ... ich hatte gerne, ... ich hatte gern, ... ich haette gerne, ... ich brauche, brauche, ... ich wurde gerne,
      ... ich mochte, ... ich moechte, ... rufen sie, ... ruf mich, ... rufst du, ... anrufen, ... zuruckrufen, ... lass uns, ... lassen sie uns, ... gibt es, ... ist ... frei, ... noch frei, ... was frei, ... treffen wir uns,
      ... machen wir, ... machst du, bitte, ... ginge, ... geht {when}, ... ware {when}, ... waere {when}`),
    objects: [
      ...EVENTS,
      ...words('{when}, zeit, frei, freie, freien, luft, verfugbar, kurzfristig, mit jemandem, mit ihnen, mit dir'),
    ],
    refusals: [
      ...TRADES,
      ...MOVES,
      ...OTHER_TIME,
      ...CANCELS,
      ...CANNOT,
      'um wie viel uhr ist',
      'um wieviel uhr ist',
      'wann ist',
      'wo ist',
    ].map(inside),
    examples: ['können wir morgen telefonieren?', 'haben Sie am Donnerstag Zeit?', 'ich hätte gerne einen Termin'],
  },
  {
    // Asking for a time, and taking one.
    intent: 'book',
    slash: null,
    verbs: words(`
      ... wann passt, ... wie ware es, ... wie ware {when}, ... wie waere es, ... wie sieht es, ... bin {when} frei, ... bin ... frei, ... sehen wir uns, ... sehen uns, ja {when}, ... wann wurde es, ... wann haben sie, ... wann hast du, ... wann habt ihr, ... wann konnen wir, ... wann konnten wir, ... wann geht, ... wann ginge, ... wann waren sie, ... wann ware,
      ... wann sind sie frei, ... welcher tag, ... welche zeiten, ... passt ihnen, ... passt dir, ... passt euch, ... wurde ... passen, {when} passt, {when} ... passt, ... passt mir, ... passt {when}, {when} geht,
      {when} ... geht, {when} ... super, {when} super, {when} ... perfekt, {when} perfekt, {when} ... prima, {when} prima, {when} ... gut, {when} gut, {when} ok, {when} ... ist ok, {when} ... ware ok, {when} ... ist okay, {when} ... in ordnung,
      {when} klappt, {when} ... klappt, {when} ... lieber, {when} lieber, ... lieber {when}, ... nehmen wir {when}, ... ich nehme, ... nehme ich, ... die erste option, ... die zweite option, ... die dritte option, ... option {number},
      ... der erste termin, ... der zweite termin, ... der dritte termin, ... den ersten termin, ... den zweiten termin, ... den dritten termin, dann {when}, ok dann, gerne {when}, gern {when}, {when} ... gerne, {when} gerne, {when} ... gern`),
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT].map(inside),
    examples: ['Dienstag um 15 Uhr passt mir', 'wann passt es Ihnen?', 'nehmen wir Montag um 9'],
  },
  {
    // Only its name and when, by a name that is not English too.
    intent: 'book',
    slash: null,
    verbs: [],
    objects: [...EVENTS.filter((event) => !LENT.has(event)), '{when}'],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT, 'uhr ist', 'wann', 'wo'].map(inside),
    examples: ['Kaffee am Donnerstag?'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: MOVES,
    objects: [],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ['konnen wir den Termin verschieben?', 'ich muss unser Gespräch auf Montag verlegen'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: OTHER_TIME,
    objects: [],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ['ich verspäte mich etwas', 'mir ist etwas dazwischengekommen'],
  },
  {
    intent: 'cancel',
    slash: null,
    verbs: [...CANCELS, ...CANNOT],
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME].map(inside),
    examples: ['ich muss den Termin leider absagen', 'ich kann morgen leider nicht kommen'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(
      '... um wie viel uhr ist, ... um wieviel uhr ist, ... wann ist, ... wann war, ... wo ist, ... wann haben wir, ... wann sind wir',
    ),
    objects: EVENTS,
    refusals: TRADES,
    examples: ['wann ist unsere Besprechung?'],
  },
]
