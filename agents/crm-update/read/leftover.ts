/** Words that name no record, whatever stands around them. */
const FILLERS = new Set(
  (
    'a an the to of for in on at with w w/ from by as into onto over about is are was were be been am has have had having it its they them their theirs he she him ' +
    'her his we our ours us i me my mine you your u ur can could would will shall should may might must do does did done dont ' +
    'please pls plz thanks thx ty hi hey hello ok okay lol btw fyi yo so just now new again also and or but then too still already ' +
    'crm record records system database sheet db account accounts contact contacts customer customers client clients deal deals lead leads opportunity ' +
    'status stage phase amount value price owner date field close closing closed expected moved moving back forward ' +
    'update updated updating set setting move mark marked change changed put make made add added log logged push pushed advance bump ' +
    'got get getting off call called meeting spoke spoken talked chat heard news quick great good yes yeah yay woo woohoo awesome finally ' +
    'no not wait one other this that these those there here today yesterday go went going going\u00a0ahead need needs want wants like know let ' +
    'slash desk nightdesk need\u00a0to whats what who which when where why how if whether since because due until till till\u00a0then ' +
    'worth per each every all more less up down out been\u00a0in assign assigned reassign give hand takes take taking person guy folks people ' +
    'won lost signed win lose deal\u00a0is stage\u00a0is closed_won closed_lost amount\u00a0is maybe probably think guess looks hope hopefully might'
  ).split(' '),
)
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}&@._-]*(?:['’]s\b)?/gu
const MOST_WORDS = 4

/** The first run of words in what nobody understood that may be a name; empty where there is none. */
export function nameIn(blank: string): string {
  const words = [...blank.matchAll(WORD)]
  let run: string[] = []
  let end = 0
  for (const match of words) {
    const word = match[0].replace(/['’]s$/u, '').replace(/[._-]+$/u, '')
    const apart = run.length > 0 && !/^[ ]{1,2}$/u.test(blank.slice(end, match.index))
    const idle = FILLERS.has(word.toLowerCase()) || /^\d+$/u.test(word)
    if (run.length > 0 && (apart || idle || run.length === MOST_WORDS)) break
    if (idle) continue
    run = [...run, word]
    end = match.index + match[0].length
    if (/['’]s$/u.test(match[0])) break
  }
  return run.join(' ')
}
