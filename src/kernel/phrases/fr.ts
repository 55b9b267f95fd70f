import type { Phrases } from './phrases.ts'

const REPLIES = {
  accepted: 'vient à',
  declined: 'ne vient pas à',
  tentative: 'viendra peut-être à',
  needs_action: "n'a pas décidé pour",
} as const

export const FR: Phrases = {
  dates: { locale: 'fr', day: 'ccc d LLL', year: ' yyyy' },
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`),
  days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
  with: (names) => ` avec ${names}`,
  allDay: (day) => `${day} (toute la journée)`,
  fromTo: (first, last) => `${first} à ${last}`,
  will: {
    create: (what) => `Réserver ${what}`,
    move: (what, to) => `Déplacer ${what} : ${to}`,
    cancel: (what) => `Annuler ${what}`,
    restore: (what) => `Rétablir ${what}`,
    remove: (what) => `Retirer ${what}`,
    update: (what, changes) => `Modifier ${what} : ${changes}`,
  },
  done: {
    create: (what) => `C'est réservé : ${what}`,
    move: (what, to) => `C'est déplacé : ${what}, nouvelle date : ${to}`,
    cancel: (what) => `C'est annulé : ${what}`,
    restore: (what) => `C'est rétabli : ${what}`,
    remove: (what) => `C'est retiré : ${what}`,
    update: (what, changes) => `C'est modifié : ${what} : ${changes}`,
  },
  change: {
    title: (title) => `titre "${title}"`,
    place: (place) => `lieu ${place ?? 'aucun'}`,
    description: 'la description',
    people: (names) => `personnes ${names}`,
  },
  replied: (who, reply, what) => `${who} ${REPLIES[reply]} ${what}`,
  problem: "Ce n'était pas possible.",
  notDone: (what, why) => `Pas fait : ${what}.${why === '' ? '' : ` ${why}`}`,
  queued: (what) => `En attente : ${what}. Je vous préviendrai quand ce sera fait.`,
  unsure: (what) => `Je ne sais pas si cela a été fait : ${what}. Merci de vérifier.`,
  nobodyDecided: "Personne n'a décidé à temps, rien n'a donc été fait. Quelqu'un vous répondra.",
  takenOver: (by) => `${by} s'en occupe.`,
  declined: (by) => `${by} ne l'a pas accepté.`,
  approved: (by) => `${by} l'a accepté.`,
  reminder: (event) => `Rappel : ${event}.`,
  ways: (times) =>
    times.length > 0
      ? `Le temps de l’aller et du retour est aussi réservé : ${times.join(', ')}.`
      : 'Le temps de l’aller et du retour n’est plus réservé.',
  anotherTime: 'Un autre moment',
  stopped: 'C’est fait : nous ne vous écrirons plus ici, sauf si vous écrivez d’abord. Pour revenir, envoyez START.',
  started: 'Bon retour : les rappels et les nouvelles de vos rendez-vous arriveront de nouveau ici.',
  introduction: (company) => `Ici l’assistant automatique de ${company} ; l’équipe peut lire cette conversation.`,
  onlyText: 'Je ne sais pas encore lire les messages vocaux ni les images. Pouvez-vous m’écrire une ligne de texte ?',
  notTaken: {
    too_large: 'Ce fichier est trop volumineux. Pouvez-vous m’en envoyer un plus petit, ou une ligne de texte ?',
    type_not_taken: 'Je ne peux pas accepter ce type de fichier : envoyez une image, un PDF ou une ligne de texte.',
    not_fetched: 'Je n’ai pas pu ouvrir ce fichier. Pouvez-vous l’envoyer à nouveau, ou m’écrire une ligne de texte ?',
  },
  notKept: {
    card_number: 'votre numéro de carte',
    password: 'votre mot de passe',
    national_id: 'votre numéro d’identité',
    bank_account: 'votre compte bancaire',
    health: 'ce qui touche à votre santé',
    sentence: (what) => `Je n’ai pas conservé ${what} ; merci de ne pas l’envoyer ici.`,
  },
  listTooOld: 'Cette liste était trop ancienne, j’ai donc cherché à nouveau.',
  waitsForPerson: "Cela attend la réponse de quelqu'un.",
  waitsFor: (owner) => `J'ai posé la question à ${owner} ; nous vous répondrons.`,
  yesOrNo: 'Merci de répondre par oui ou par non.',
  understood: (what) => `J’ai compris :\n${what}\nRien n’est encore fait. Est-ce exact ?`,
  yes: 'Oui',
  no: 'Non',
  nobodysJob:
    'Je ne sais pas encore faire cela. Je peux trouver, déplacer ou annuler un rendez-vous : par exemple « on peut se parler demain après-midi ? ».',
  notRead:
    'Je n’ai pas pu comprendre ce qu’il vous faut ; rien n’a donc encore été fait. Une personne de l’équipe le lira.',
  notStarted: (part, first, waits) =>
    `Pas commencé : « ${part} » vient après « ${first} », qui ${waits ? "n'est pas encore décidé" : "n'a pas été fait"}. Renvoyez-le à ce moment-là.`,
  cannotYet: (part) => `Je ne peux pas encore faire ceci : « ${part} ».`,
  readInPart: (characters) => `Votre message est long : ${characters} caractères de son milieu n'ont pas été lus.`,
}
