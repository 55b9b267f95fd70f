import { expect, test } from 'vitest'
import { compileCues, trainedReader } from '#language/intent.ts'
import { CUES } from '../../cues.ts'

/** Without the examples: what they say must follow from their words too. */
const sets = [{ agent: 'scheduling', cues: CUES.map((cue) => ({ ...cue, examples: [] })) }]
const reader = compileCues(sets, trainedReader())

/** What clients write on their phones, a line each, by what they mean. */
const LINES = {
  book: `
    bonjour, on peut se parler demain ?
    vous êtes dispo jeudi ?
    j'aimerais prendre rendez-vous la semaine prochaine
    est-ce que vous auriez un créneau lundi matin ?
    on se voit mercredi à 10h ?
    je voudrais réserver un appel
    quand est-ce que vous êtes disponible ?
    tu es libre vendredi après-midi ?
    peut-on fixer une réunion cette semaine ?
    il me faudrait un rendez-vous rapidement
    pouvez-vous m'appeler demain à 17h ?
    mardi à 11h ça me va
    la deuxième option me convient
    oui, jeudi 10h c'est parfait
    demain après-midi ce serait possible ?
    ok pour lundi 9h
    va pour 15h
    je préfère vendredi matin
    avez-vous de la place mardi ?
    on s'appelle demain ?
    Bonjour, serait-il possible d'avoir un rendez-vous mardi ?
    coucou, t'es dispo demain soir ?
    je peux vous appeler jeudi ?
    Auriez-vous un moment cette semaine ?
    on se fait un point lundi ?
    j'aimerais parler à quelqu'un demain
    quand seriez-vous disponible ?
    14h ça me convient
    le premier créneau c'est parfait
    d'accord pour mercredi 10h
    vendredi c'est bon pour moi
    je prends le créneau de 15h
    un café mercredi ?
    pourriez-vous me rappeler demain matin ?
    réservez-moi une heure jeudi svp
    salut, t'as un moment demain ?
    est-ce qu'on pourrait se parler cette semaine ?
    je suis disponible mardi matin
    mercredi 14h c'est bon
    oui pour 10h
    je voudrais un créneau jeudi
    c'est possible samedi ?
    on peut se faire un call vendredi ?
    la première me va
    parlons-en lundi
  `,
  move: `
    on peut décaler la réunion à vendredi ?
    est-ce possible de reporter le rendez-vous ?
    j'ai un empêchement, on peut remettre ça à la semaine prochaine ?
    je dois déplacer notre appel de demain
    je serai en retard de 10 minutes
    j'ai 15 min de retard
    on pourrait avancer le rdv à 9h ?
    pouvez-vous repousser l'appel d'une heure ?
    je voudrais changer la date de notre rendez-vous
    plutôt jeudi que mardi, c'est possible ?
    pourrait-on changer l'heure du rendez-vous ?
    je vais être en retard
    finalement jeudi ne m'arrange pas, un autre jour ?
    on décale à 16h ?
    possible de repousser d'une demi-heure ?
    est-ce qu'on peut avancer l'appel ?
    j'ai un contretemps, on peut décaler ?
    je vais avoir 10 minutes de retard
    on peut mettre ça à jeudi ?
    est-ce que je peux changer mon rdv ?
    ça m'arrangerait plutôt vendredi
  `,
  cancel: `
    je dois annuler le rendez-vous de demain
    désolé, je ne peux pas venir demain
    annulez la réunion s'il vous plaît
    finalement je ne pourrai pas être là
    je ne pourrai pas assister à la réunion
    merci d'annuler mon rdv de jeudi
    je souhaite annuler notre appel
    malheureusement je dois annuler
    je n'ai plus besoin du rendez-vous
    j'annule pour demain
    je ne peux plus venir demain
    veuillez annuler mon rendez-vous
    je suis malade, je ne pourrai pas venir
    on annule pour jeudi
    désolée mais je dois annuler
    je ne viendrai pas demain
    je suis obligé d'annuler
    je ne pourrai finalement pas venir demain
    il faut annuler la réunion de lundi
    annulation de mon rdv svp
    je dois malheureusement me désister
  `,
  nothing: `
    merci beaucoup !
    ok à bientôt
    parfait
    combien coûte un site web ?
    je vous envoie le contrat par mail
    bonsoir
    quel temps fait-il aujourd'hui ?
    ma commande n'est pas arrivée
    merci pour tout
    d'accord
    envoyez-moi la facture svp
    où est mon colis ?
    haha
    vous faites des remises ?
    super merci
    c'est quoi ton mail ?
    quels sont vos tarifs ?
    joyeux anniversaire !
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
