/** Ids of the Discord that tests use, and who is behind them. */
export const APP = '1400000000000000001'
export const GUILD = '1400000000000000002'
/** Only the team reads it; everybody reads it; where cards are shown. */
export const TEAM_CHANNEL = '1400000000000000003'
export const PUBLIC_CHANNEL = '1400000000000000004'
export const FLAGS_CHANNEL = '1400000000000000005'
export const MIA = '1400000000000000010'
export const LEE = '1400000000000000011'
export const SAM = '1400000000000000012'
export const PRIYA = '1400000000000000013'
/** Nobody of the team, and a colleague the policy does not name. */
export const JO = '1400000000000000020'
export const KIM = '1400000000000000021'
/** Who holds it may decide for Lee. */
export const DEALS_ROLE = '1400000000000000030'
export const CLIENTS_ROLE = '1400000000000000032'

const NAMES: Readonly<Record<string, string>> = {
  [APP]: 'nightdesk',
  [MIA]: 'Mia',
  [LEE]: 'Lee',
  [SAM]: 'Sam',
  [PRIYA]: 'Priya',
  [JO]: 'Jo of Acme',
  [KIM]: 'Kim',
}

/** Everybody there. */
export const USERS = Object.keys(NAMES)

/** Somebody as Discord describes them. */
export const userOf = (id: string) => ({
  id,
  username: (NAMES[id] ?? 'somebody').toLowerCase(),
  global_name: NAMES[id] ?? null,
  discriminator: '0',
  avatar: null,
  ...(id === APP && { bot: true }),
})

/** Where somebody's direct messages are. */
export const directOf = (user: string): string => `9${user.slice(1)}`
