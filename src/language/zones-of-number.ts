import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What JavaScript knows of a region; older engines have the list as a property. */
interface Region {
  timeZones?: readonly string[]
  getTimeZones?(): readonly string[] | undefined
}

/** The IANA zones of the country that a phone number belongs to; none for a number without a country. */
export function zonesOfNumber(number: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(number.replace(/^whatsapp:/u, ''))
  // +44 is shared by the islands; the country that gave the code its name comes first.
  const country = parsed?.country ?? parsed?.getPossibleCountries()[0]
  if (!country) return []
  const region = new Intl.Locale('und', { region: country }) as Region
  return region.getTimeZones?.() ?? region.timeZones ?? []
}
