import type { Cue } from '#kernel/cue.ts'
import { words } from '../words.ts'
import { inside } from './anywhere.ts'

const TRADES = words(`
  vol, hotel, commande, facture, abonnement, mot de passe, meteo, quel temps, prix, coute, coutent, une table, restaurant, taxi, mon compte,
  adresse, numero de, paiement, remboursement, colis, livraison`)

const EVENTS = words(`
  rendez vous, rendezvous, rdv, appel, reunion, visio, visioconference, entretien, seance, rencontre, evenement, dejeuner, diner, cafe,
  demo, call, point`)
const DAY_OR_HOUR = words('{when}, l heure, la date, le jour, d heure, de date, de jour, l horaire, creneau')

/** Said of nothing but times. */
const SHIFTS = words(`
  ... decaler, ... decale, ... decalez, ... decalons, ... deplacer, ... deplacez, ... deplacons, ... repousser, ... repousse, ... repoussez,
  ... repoussons, ... reprogrammer, ... replanifier`)
const MOVES = [
  ...SHIFTS,
  ...words(
    '... =reporter, ... =reporte, ... reportez, ... avancer, ... avancez, ... changer, ... changez, ... remettre, ... modifier',
  ),
]
const OTHER_TIME = words(`
  ... un autre jour, ... une autre date, ... un autre creneau, ... une autre heure, ... un autre moment, ... plus tard, ... me convient pas, ... m arrange pas, ... me va pas, ... n est pas possible, ... plus tot,
  ... en retard, ... de retard, ... du retard, ... un empechement, ... un contretemps, ... un imprevu, ... mettre ca, ... m arrangerait plutot, ... m arrangerait mieux, ... plutot que, ... plutot {when} que, ... au lieu de {when}, ... au lieu du {when}, ... remettre ca,
  ... remettre a`)
const CANCELS = words(`
  ... annuler, ... annule, ... annulez, ... annulons, ... annules, ... annulerai, ... annulation, ... supprimer, ... supprimez`)
const CANNOT = words(`
  ... ne peux pas venir, ... peux pas venir, ... pourrai pas venir, ... ne pourrai pas, ... ne pourrai plus, ... pourrai pas etre, ... pourrai ... pas venir, ... pourrai ... venir, ... me desister, ... peux ... pas venir,
  ... ne peux plus, ... ne peux pas {when}, ... ne peux pas etre, ... ne peux pas assister, ... n ai plus besoin, ... plus besoin du,
  ... plus besoin de ce, ... ne serai pas la, ... serai pas la, ... ne serai pas disponible, ... ne viendrai pas, ... viens plus, ... ne pourrons pas, ... ne pouvons pas`)

/** Names that English has too. */
const LENT = new Set(['call', 'demo', 'point'])

export const FRENCH: readonly Cue[] = [
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      on peut, peut on, je peux, puis je, t es, on se fait, ... on fait, ... reservez, ... bloquez, ... notez, pouvons nous, pourrait on, on pourrait, pourrions nous, ... se voir, ... se voit, ... se parle, ... se parler, ... s appelle,
      ... s appeler, ... se rencontrer, ... se retrouver, ... nous voir, ... nous parler, ... prendre, ... fixer, ... planifier, ... reserver, ... organiser, ... caler, ... bloquer, ... convenir, vous auriez,
      auriez vous, ... avez vous, ... vous avez, tu as, as tu, aurais tu, tu aurais, etes vous, ... vous etes, es tu, tu es, pouvez vous,
      pourriez vous, peux tu, tu peux, ... m appeler, t as, t aurais, ... voyons nous, ... parlons en, ... parlons nous, ... me rappeler, ... appelez moi, ... rappelez moi, ... il me faudrait, ... il me faut,
      ... j ai besoin, je voudrais, je souhaite, je souhaiterais, j aimerais, avoir, obtenir, il y a, y a t il, ... reste t il, ... serait possible, ... est ce possible, ... c est possible`),
    objects: [
      ...EVENTS,
      ...words(
        '{when}, creneau, creneaux, disponible, disponibles, dispo, dispos, disponibilite, disponibilites, libre, de la place, a quelqu un, avec quelqu un',
      ),
    ],
    refusals: [
      ...TRADES,
      ...MOVES,
      ...OTHER_TIME,
      ...CANCELS,
      ...CANNOT,
      'quelle heure est',
      'quand est le',
      'quand est la',
      'quand est notre',
    ].map(inside),
    examples: ['on peut se voir demain ?', 'je voudrais prendre rendez-vous', 'avez-vous un créneau lundi ?'],
  },
  {
    // Asking for a time, and taking one.
    intent: 'book',
    slash: null,
    verbs: words(`
      quand ... disponible, quand ... dispo, quand ... libre, ... quand pouvez vous, ... quand peut on, ... quand peux tu, ... quand pouvons nous, ... quand est ce qu on,
      ... quel jour vous, ... quel jour te, ... quel jour pouvez, ... quels creneaux, ... quelles sont vos disponibilites, ... vous convient, ... te convient, ... te va, ... vous va,
      ... vous irait, ... t irait, ... me va, ... ca me va, ... m irait, ... me convient, ... me conviendrait, ... c est parfait, {when} parfait, {when} ... parfait, ... ok pour {when}, ... oui pour, oui {when}, ... je suis disponible, ... je suis dispo, ... je suis libre, ... ok pour la, ... ok pour le,
      ... va pour {when}, ... d accord pour {when}, ... partant pour {when}, ... je prefere {when}, ... je prefererais {when}, ... je prends, ... bon pour moi, {when} c est bon,
      {when} ... c est bon, ... m arrange, ... la premiere option, ... la deuxieme option, ... la seconde option, ... la troisieme option, ... l option {number}, ... le premier creneau,
      ... le deuxieme creneau, ... le troisieme creneau, ... le second creneau, {when} ... nickel, {when} ... super, {when} super, {when} alors, {when} ... alors, alors {when}, {when} c est ok, ... plutot {when}`),
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT].map(inside),
    examples: ['mardi à 11h me convient', 'ok pour jeudi 10h', 'quand êtes-vous disponible ?'],
  },
  {
    // Only its name and when, by a name that is not English too.
    intent: 'book',
    slash: null,
    verbs: [],
    objects: [...EVENTS.filter((event) => !LENT.has(event)), '{when}'],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME, ...CANCELS, ...CANNOT, 'quelle heure', 'quand', 'a quelle'].map(
      inside,
    ),
    examples: ['un café jeudi ?'],
  },
  {
    intent: 'move',
    slash: null,
    verbs: MOVES,
    objects: [...EVENTS, ...DAY_OR_HOUR],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ['peut-on decaler le rendez-vous a demain ?', "je voudrais changer l'heure de notre appel"],
  },
  {
    intent: 'move',
    slash: null,
    verbs: [...OTHER_TIME, ...SHIFTS],
    objects: [],
    refusals: [...TRADES, ...CANCELS].map(inside),
    examples: ["j'ai un empêchement, un autre jour ?", 'je suis en retard'],
  },
  {
    intent: 'cancel',
    slash: null,
    verbs: [...CANCELS, ...CANNOT],
    objects: [],
    refusals: [...TRADES, ...MOVES, ...OTHER_TIME].map(inside),
    examples: ['je dois annuler notre rendez-vous', 'je ne pourrai pas venir'],
  },
  {
    intent: 'query',
    slash: null,
    verbs: words(
      '... a quelle heure est, ... quand est, ... ou est, ... quel jour est, ... c est a quelle heure, ... c est quand',
    ),
    objects: EVENTS,
    refusals: [...TRADES, 'est ce que'],
    examples: ['à quelle heure est la réunion ?'],
  },
]
