import type { Phrases } from './phrases.ts'

export const DE: Phrases = {
  team: 'dem Team',
  or: ' oder ',
  and: ' Und ',
  what: {
    plain: (length) => `ein Termin (${length})`,
    typed: (type, length) => `${type} (${length})`,
    titled: (title, length) => `${title} (${length})`,
  },
  when: (what) => `Wann passt Ihnen ${what}?`,
  whenInstead: (event) => `Wann soll ${event} stattdessen sein?`,
  relaxed: (many, how) =>
    ` So wie gewünscht ist nichts frei; ${many ? 'diese Zeiten liegen' : 'diese Zeit liegt'} ${how}.`,
  relaxation: {
    optional: 'ohne jemanden, der nicht dabei sein muss',
    part: 'zu einer anderen Tageszeit als gewünscht',
    low_energy: 'in einer weniger guten Stunde',
    buffers: 'mit kürzeren Pausen davor und danach',
    movable: 'da, wo ein anderer interner Termin weichen müsste',
    bounds: 'außerhalb der genannten Uhrzeiten',
  },
  noTime: (what, window) =>
    `${window === null ? 'Dann' : window} ist nichts frei (${what}). Welcher andere Tag würde passen?`,
  notAvailable: (slot) => `${slot} ist nicht frei. Passt eine dieser Zeiten?`,
  justTaken: (slot) => `${slot} wurde leider gerade vergeben. Passt eine dieser Zeiten?`,
  notAvailableOtherDay: (slot) => `${slot} ist nicht frei. Welcher andere Tag würde Ihnen passen?`,
  outsideHours: (slot) =>
    `${slot} liegt außerhalb unserer Arbeitszeit, das kann ich nicht buchen. Passt eine dieser Zeiten?`,
  passed: (slot) => `${slot} ist schon vorbei. Wann soll es sein?`,
  howOften: 'Wie oft und wann soll es sich wiederholen? Zum Beispiel „jeden Montag um 11:00“.',
  noSuchDate: (date) => `Den ${date} gibt es nicht. Welchen Tag meinen Sie?`,
  several: (count, parts) => `${count} Fragen: ${parts}`,
  isIt: (words, readings) => `ist „${words}“ ${readings}?`,
  unknownPerson: (words) => `„${words}“ kenne ich nicht. Wie ist die E-Mail-Adresse?`,
  whichPerson: (words, names) => `welche Person ist „${words}“: ${names}?`,
  cannotCheck: (condition) => `„${condition}“ kann ich im Kalender nicht prüfen. Soll ich weitermachen?`,
  cancelOrMove: (event, times) =>
    `Soll ich ${event} absagen oder verschieben${times === null ? '' : `, und zwar auf ${times}`}?`,
  cancelWhen: 'Alles absagen, und an welchem Tag? Bitte nennen Sie einen Tag oder einen Termin.',
  cancelIt: 'Absagen',
  which: (events, more) => `Welcher Termin: ${events}${more ? '; oder ein späterer' : ''}?`,
  notSureWhich: 'Ich weiß nicht, welchen Termin Sie meinen. Bitte nennen Sie ihn, oder sagen Sie, wann er ist.',
  noMeeting: (mine, { words, people, when }) =>
    `${[
      mine ? 'Ich finde keinen Termin von Ihnen' : 'Ich finde keinen Termin',
      words && `namens „${words}“`,
      people && `mit ${people}`,
      when,
    ]
      .filter(Boolean)
      .join(' ')}.`,
  inThePast: 'in der Vergangenheit',
  ahead: 'in nächster Zeit',
  onDayAt: (day, clock) => `am ${day} um ${clock}`,
  forWords: (words) => `für „${words}“`,
  goAhead: 'Weitermachen',
  leaveIt: 'Lassen',
  goOnWithout: 'Ohne diese Person weiter',
  left: 'In Ordnung, ich lasse es, wie es ist.',
  missed: 'Schade, dass wir uns verpasst haben.',
  thereAlready: (event) => `${event} liegt schon dort.`,
  stuck: 'Das habe ich nicht verstanden; ich habe jemanden aus dem Team gebeten, zu übernehmen.',
  nothingOn: (when) => `Sie haben ${when ?? 'in den nächsten zwei Wochen'} nichts.`,
  twoWeeks: 'die nächsten zwei Wochen',
  allDayShort: 'ganztägig',
  tentative: 'unter Vorbehalt',
  more: (count) => `... und ${count} weitere`,
  noCalendar:
    'Den Kalender des Teams kann ich nicht zeigen. Ich kann eine Zeit für ein Treffen mit uns finden: Sagen Sie einfach ungefähr, wann.',
  onlyOwn:
    'Ich kann nur eine Zeit für ein Treffen mit uns finden oder einen Termin von Ihnen verschieben oder absagen. Bitte fragen Sie Ihren Kontakt im Team.',
  noStrangers:
    'Mit Personen, die wir noch nicht kennen, kann ich keine Termine buchen. Bitte hinterlassen Sie Namen und E-Mail-Adresse; jemand aus dem Team antwortet Ihnen.',
  onlyTeamInvites: 'Nur das Team lädt zu einem Termin ein.',
  onlyTeamBlocks: 'Nur das Team blockt Zeit in seinen Kalendern.',
  onlyTeamSeries:
    'Eine ganze Serie ändert nur das Team. Einzelne Termine, an denen Sie teilnehmen, kann ich verschieben oder absagen.',
  passedOn: 'Danke, ich habe es an das Team weitergegeben. Es meldet sich bei Ihnen.',
  verySoon: 'Das ist sehr kurzfristig, deshalb habe ich nachgefragt. Sie hören von uns.',
  movedOften: 'Sie haben diesen Termin schon mehrmals verschoben, deshalb habe ich nachgefragt.',
  inPerson: (host) => `Ich habe ${host} gebeten, Ihnen persönlich zu schreiben.`,
  whichDayAt: (clock) => `Meinen Sie ${clock} Uhr, und an welchem Tag?`,
  whoseTime: (words, days, yours, ours) =>
    `Ist „${words}“ ${days === null ? '' : `der ${days}, und `}nach Ihrer Zeit (${yours}) oder nach unserer (${ours}) gemeint?`,
  alsoIn: (clock, zone) => `${clock} in ${zone}`,
  noEarlier: (who) => `Ich finde keinen früheren Termin mit ${who}. Wann soll es sein?`,
  lastTime: (event) => `Das letzte Mal war ${event}.`,
  telling: (host) => `Danke, ich sage ${host} Bescheid. Der Termin bleibt, wie er ist.`,
  hostAnswers: (host) => `Ich habe ${host} gefragt, ob das möglich ist. Sie hören von uns.`,
  took: (clock, words) => `„${words}“ habe ich als ${clock} verstanden.`,
  clocksSkip: (words, clock) => `In dieser Nacht gibt es „${words}“ nicht (Zeitumstellung), also ${clock}.`,
  comesTwice: (words) => `„${words}“ gibt es in dieser Nacht zweimal; gemeint ist das erste Mal.`,
  inZone: (there, zoneThere, here, zoneHere) => `${there} in ${zoneThere} ist ${here} in ${zoneHere}.`,
  notTold: (names, many) =>
    `${names} ${many ? 'wissen' : 'weiß'} noch nichts davon: Es ist kein Mailversand eingerichtet.`,
}
