import type { Phrases } from './phrases.ts'

const REPLIES = {
  accepted: 'kommt zu',
  declined: 'kommt nicht zu',
  tentative: 'kommt vielleicht zu',
  needs_action: 'ist noch unentschieden bei',
} as const

export const DE: Phrases = {
  dates: { locale: 'de', day: 'ccc, d. LLL', year: ' yyyy' },
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`),
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  with: (names) => ` mit ${names}`,
  allDay: (day) => `${day} (ganztägig)`,
  fromTo: (first, last) => `${first} bis ${last}`,
  will: {
    create: (what) => `${what} buchen`,
    move: (what, to) => `${what} verschieben auf ${to}`,
    cancel: (what) => `${what} absagen`,
    restore: (what) => `${what} wieder eintragen`,
    remove: (what) => `${what} entfernen`,
    update: (what, changes) => `${what} ändern: ${changes}`,
  },
  done: {
    create: (what) => `Gebucht: ${what}`,
    move: (what, to) => `Verschoben: ${what}, neu: ${to}`,
    cancel: (what) => `Abgesagt: ${what}`,
    restore: (what) => `Wieder eingetragen: ${what}`,
    remove: (what) => `Entfernt: ${what}`,
    update: (what, changes) => `Geändert: ${what}: ${changes}`,
  },
  change: {
    title: (title) => `Titel "${title}"`,
    place: (place) => `Ort ${place ?? 'keiner'}`,
    description: 'die Beschreibung',
    people: (names) => `Personen ${names}`,
  },
  replied: (who, reply, what) => `${who} ${REPLIES[reply]} ${what}`,
  problem: 'Das war nicht möglich.',
  notDone: (what, why) => `Nicht erledigt: ${what}.${why === '' ? '' : ` ${why}`}`,
  queued: (what) => `Vorgemerkt: ${what}. Sie hören von mir, sobald es erledigt ist.`,
  unsure: (what) => `Ich weiß nicht, ob das erledigt ist: ${what}. Bitte prüfen Sie es.`,
  nobodyDecided: 'Niemand hat rechtzeitig entschieden, deshalb ist nichts geschehen. Es meldet sich jemand bei Ihnen.',
  takenOver: (by) => `${by} kümmert sich darum.`,
  declined: (by) => `${by} hat abgelehnt.`,
  approved: (by) => `${by} hat zugestimmt.`,
  reminder: (event) => `Zur Erinnerung: ${event}.`,
  ways: (times) =>
    times.length > 0
      ? `Hin- und Rückweg sind auch frei gehalten: ${times.join(', ')}.`
      : 'Hin- und Rückweg werden nicht mehr frei gehalten.',
  anotherTime: 'Anderer Termin',
  stopped:
    'Erledigt: Sie hören hier nichts mehr von uns, es sei denn, Sie schreiben zuerst. Mit START nehmen Sie das zurück.',
  started: 'Willkommen zurück: Erinnerungen und Neues zu Ihren Terminen kommen wieder hierher.',
  introduction: (company) =>
    `Hier schreibt der automatische Assistent von ${company}; Menschen aus dem Team können mitlesen.`,
  onlyText: 'Sprachnachrichten und Bilder kann ich noch nicht lesen. Schreiben Sie mir bitte eine Zeile?',
  notTaken: {
    too_large: 'Diese Datei ist mir zu groß. Schicken Sie mir bitte eine kleinere oder eine Zeile Text?',
    type_not_taken:
      'Dateien dieser Art kann ich nicht annehmen: Schicken Sie bitte ein Bild, ein PDF oder eine Zeile Text.',
    not_fetched:
      'Diese Datei konnte ich gerade nicht öffnen. Schicken Sie sie bitte noch einmal oder schreiben Sie mir eine Zeile?',
  },
  notKept: {
    card_number: 'Ihre Kartennummer',
    password: 'Ihr Passwort',
    national_id: 'Ihre Ausweisnummer',
    bank_account: 'Ihre Kontonummer',
    health: 'was Ihre Gesundheit betrifft',
    sentence: (what) => `Nicht aufbewahrt habe ich: ${what}. Bitte schicken Sie das nicht hierher.`,
  },
  listTooOld: 'Die Liste war zu alt, deshalb habe ich neu gesucht.',
  waitsForPerson: 'Das wartet auf eine Antwort aus dem Team.',
  waitsFor: (owner) => `Ich habe ${owner} gefragt; Sie hören von uns.`,
  yesOrNo: 'Bitte antworten Sie mit Ja oder Nein.',
  understood: (what) => `Ich habe verstanden:\n${what}\nEs ist noch nichts geschehen. Stimmt das?`,
  yes: 'Ja',
  no: 'Nein',
  nobodysJob:
    'Das kann ich noch nicht. Ich kann Termine finden, verschieben und absagen, zum Beispiel: „Können wir morgen Nachmittag telefonieren?“',
  notRead:
    'Ich konnte nicht verstehen, was Sie brauchen; bisher ist also nichts geschehen. Jemand aus dem Team wird es lesen.',
  notStarted: (part, first, waits) =>
    `Nicht begonnen: „${part}“ kommt nach „${first}“; das ${waits ? 'ist noch nicht entschieden' : 'ist nicht geschehen'}. Bitte schicken Sie es dann noch einmal.`,
  cannotYet: (part) => `Das kann ich noch nicht: „${part}“.`,
  readInPart: (characters) => `Ihre Nachricht ist lang: ${characters} Zeichen aus ihrer Mitte wurden nicht gelesen.`,
}
