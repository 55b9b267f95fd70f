/** A field's name, a stage or a status as people say it: `last_contact_date` is "last contact date". */
export const plainWords = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()

const LAST_CONTACT =
  /^(?:date (?:of )?)?(?:last (?:contact(?:ed)?|spoken?(?: to)?|spoke|touch(?:ed)?|touchpoint|call(?:ed)?|activity|conversation)|letzter kontakt|ultimo contacto|dernier contact)(?: (?:date|on|at|am|fecha))?$/u

/** Whether a field of the team's own says when somebody was last spoken to. */
export const saysLastContact = (field: string): boolean => LAST_CONTACT.test(plainWords(field))

/** Whether a deal in that stage is over, whatever the policy calls its last stages: `closed_won`, "Lost", `won`. */
export const isClosedStage = (stage: string | null): boolean =>
  /(?:^| )(?:won|lost|closed)(?: |$)/u.test(plainWords(stage ?? ''))
