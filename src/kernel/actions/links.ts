import { ACTIONS } from './catalogue.ts'

type Args = Record<string, unknown>

const PLANNED = /^plan:(\d+)$/
const MADE = 'made:'

/** The text at a dotted path of some arguments, or null. */
function textAt(args: Args, path: string): string | null {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Args | null | undefined)?.[key], args)
  return typeof value === 'string' ? value : null
}

function withText(args: Args, [key = '', ...rest]: readonly string[], text: string): Args {
  return { ...args, [key]: rest.length === 0 ? text : withText(args[key] as Args, rest, text) }
}

/** Arguments with the links at the paths that their kind allows put as `turn` says; null leaves one. */
function turned(kind: string, args: Args, turn: (link: string) => string | null): Args {
  return (ACTIONS.get(kind)?.links ?? []).reduce((now, path) => {
    const link = textAt(now, path)
    const put = link === null ? null : turn(link)
    return put === null ? now : withText(now, path.split('.'), put)
  }, args)
}

const linksOf = (kind: string, args: Args): string[] =>
  (ACTIONS.get(kind)?.links ?? []).flatMap((path) => textAt(args, path) ?? [])

/**
 * Why a link of a proposed action names nothing, or null: `plan:2` is the third action of the same proposal, and stands only
 * behind it. What the journal writes instead is not the agent's to write.
 */
export function brokenLink(kind: string, args: Args, at: number): string | null {
  return (
    linksOf(kind, args).find(
      (link) => link.startsWith(MADE) || (link.startsWith('plan:') && !(Number(PLANNED.exec(link)?.[1]) < at)),
    ) ?? null
  )
}

/** The arguments as they are journaled: each link names the action that makes the record. */
export const journaled = (kind: string, args: Args, actionAt: (place: number) => string): Args =>
  turned(kind, args, (link) => {
    const place = PLANNED.exec(link)?.[1]
    return place === undefined ? null : MADE + actionAt(Number(place))
  })

/** The actions whose records the arguments name. */
export const linkedActions = (kind: string, args: Args): string[] =>
  linksOf(kind, args).flatMap((link) => (link.startsWith(MADE) ? [link.slice(MADE.length)] : []))

/** The arguments as they are called: each link is the id of the record that was made. */
export const called = (kind: string, args: Args, recordOf: (action: string) => string): Args =>
  turned(kind, args, (link) => (link.startsWith(MADE) ? recordOf(link.slice(MADE.length)) : null))

/** The link to what an action makes. */
export const linkTo = (action: string): string => MADE + action
