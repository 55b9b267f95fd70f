import { expect, test } from 'vitest'
import { compileCues, trainedReader } from '#language/intent.ts'
import { CUES } from '../../cues.ts'

/** Without the examples: what they say must follow from their words too. */
const sets = [{ agent: 'scheduling', cues: CUES.map((cue) => ({ ...cue, examples: [] })) }]
const reader = compileCues(sets, trainedReader())

/** What clients write on their phones, a line each, by what they mean. */
const LINES = {
  book: `
    hallo, können wir morgen sprechen?
    haben Sie am Donnerstag Zeit?
    ich hätte gerne einen Termin nächste Woche
    wann passt es Ihnen?
    können wir uns am Mittwoch um 10 treffen?
    ich würde gerne ein Gespräch vereinbaren
    hast du Freitag Nachmittag kurz Zeit?
    ist am Montag noch was frei?
    könnten Sie mich morgen um 17 Uhr anrufen?
    ich brauche dringend einen Termin
    wollen wir am Dienstag telefonieren?
    Dienstag 11 Uhr passt
    die zweite Option passt mir
    ja, Donnerstag um 10 geht gut
    morgen Nachmittag wäre super
    Montag 9 Uhr ist ok
    nehmen wir den Freitag
    mir wäre Freitag Vormittag lieber
    lass uns am Montag reden
    bitte einen Termin für Mittwoch eintragen
    Guten Tag, ich hätte gern einen Termin am Montag
    hi, hast du morgen kurz Zeit?
    Wann könnten wir uns treffen?
    Wäre Dienstag um 14 Uhr möglich?
    können Sie mich am Freitag zurückrufen?
    ich würde gerne mit jemandem sprechen
    hätten Sie diese Woche noch etwas frei?
    14 Uhr passt gut
    der erste Termin passt
    Mittwoch klingt gut
    ich nehme den Termin um 15 Uhr
    ok dann Montag um 9
    Freitag ginge bei mir
    Kaffee am Mittwoch?
    bitte reservieren Sie mir eine Stunde am Donnerstag
    Hallo, hast du morgen Nachmittag Zeit für ein kurzes Gespräch?
    Könnten wir nächste Woche mal telefonieren?
    Termin am Freitag möglich?
    wie wäre es mit Donnerstag?
    Dienstag um 9 wäre gut
    ja 10 Uhr passt
    den um 15 Uhr bitte
    ich bin Montag frei
    sehen wir uns am Mittwoch?
    ich möchte einen Termin buchen
  `,
  move: `
    können wir das Meeting auf Freitag verschieben?
    ich muss unseren Termin morgen leider verlegen
    mir ist etwas dazwischengekommen, geht auch nächste Woche?
    ich verspäte mich um 10 Minuten
    bin 15 min zu spät
    können wir den Anruf eine Stunde nach hinten schieben?
    ginge es auch eine Stunde später?
    kann man den Termin vorverlegen?
    lieber Donnerstag statt Dienstag
    ich komme etwas später
    können wir den Termin verlegen?
    ich verspäte mich leider
    Donnerstag geht doch nicht, anderer Tag?
    können wir auf 16 Uhr verschieben?
    geht es eine halbe Stunde später?
    könnten wir den Call vorziehen?
    kann ich meinen Termin verschieben?
    wir müssten den Termin auf nächste Woche legen
    sorry, bin 10 Minuten später dran
    Mittwoch passt mir doch nicht, geht Freitag?
    können wir das auf Montag schieben?
  `,
  cancel: `
    ich muss den Termin morgen absagen
    ich kann morgen leider nicht kommen
    bitte das Meeting absagen
    sagen Sie den Termin bitte ab
    ich schaffe es heute nicht
    ich möchte unseren Anruf stornieren
    leider muss ich absagen
    den Termin am Donnerstag bitte streichen
    wir brauchen den Termin nicht mehr
    ich kann nicht teilnehmen
    ich schaffe es morgen leider nicht
    bitte stornieren Sie meinen Termin
    ich bin krank und kann nicht kommen
    sag bitte den Call ab
    wir müssen leider absagen
    ich komme morgen nicht
    ich muss morgen absagen
    Termin bitte stornieren
    ich kann heute doch nicht
    leider bin ich krank und muss absagen
    das Treffen am Montag fällt aus
  `,
  nothing: `
    danke dir!
    ok bis dann
    alles klar
    was kostet eine Webseite?
    ich schicke Ihnen den Vertrag per Mail
    guten Abend
    wie wird das Wetter heute?
    meine Bestellung ist nicht angekommen
    vielen Dank für alles
    passt schon
    schicken Sie mir bitte die Rechnung
    wo ist mein Paket?
    haha
    gibt es Rabatt für Neukunden?
    super, danke
    wie ist deine Mailadresse?
    was sind eure Preise?
    alles Gute zum Geburtstag!
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
