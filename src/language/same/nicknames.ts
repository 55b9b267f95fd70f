/** Names that people use for one another, folded; a line is one name. */
const LINES = `
robert rob bob bobby robbie bert
william will bill billy liam willy
richard rick dick ricky richie
james jim jimmy jamie
john jack johnny jon
michael mike mick mikey micha
thomas tom tommy
elizabeth liz beth betty lisa eliza elisabeth lizzie
margaret maggie meg peggy greta margarete
katherine kate katie kathy catherine kat katharina kathleen
joseph joe joey josef jose pepe
anthony tony anton antonio toni
edward ed eddie ted ned eduardo
charles charlie chuck carl karl carlos
alexander alex sandy sasha xander alejandro alexandre
alexandra alex sandra sasha
andrew andy drew andreas andre andres
christopher chris kit christoph christophe
christina chris tina christine kristina
daniel dan danny
david dave
samuel sam sammy
samantha sam
benjamin ben benny
matthew matt matthias mateo matthieu
nicholas nick nicolas klaus nikolaus nico
patricia pat patty trish
patrick pat paddy
jennifer jen jenny
jessica jess
susan sue susie suzanne
stephen steve steven stefan stephan esteban
gregory greg
jeffrey jeff geoffrey
kenneth ken kenny
lawrence larry laurence lorenz lorenzo laurent
ronald ron ronnie
donald don donny
timothy tim
theodore ted theo theodor
francis frank fran francisco paco pancho franz francois
frances fran francesca
henry harry hank heinrich henri enrique
george georg jorge georges
peter pete pedro pierre petra
philip phil philipp felipe philippe
victoria vicky tori
rebecca becky
deborah debbie deb
barbara barb
abigail abby
joshua josh
jonathan jon
zachary zach
maximilian max
isabella bella isabel isa izzy
johannes hans jan juan jean ian
ignacio nacho
dolores lola
manuel manolo manu
`

const GROUPS = new Map<string, Set<number>>()
LINES.trim()
  .split('\n')
  .forEach((line, at) => {
    for (const name of line.split(' ')) GROUPS.set(name, (GROUPS.get(name) ?? new Set()).add(at))
  })

/** Whether two given names are used for one another. */
export function areNicknames(a: string, b: string): boolean {
  const other = GROUPS.get(b)
  return other !== undefined && [...(GROUPS.get(a) ?? [])].some((group) => other.has(group))
}
