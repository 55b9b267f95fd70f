import { wordSet } from './fold.ts'

/** What stands before a name and is no part of it. */
export const TITLES = wordSet(`
  mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sr sra srta don dona hon honorable honourable
  judge justice senator sen rep representative congressman congresswoman governor gov mayor president capt captain col
  colonel gen general lt lieutenant sgt sergeant maj major cpl pvt cmdr rabbi imam pastor bishop sister brother herr frau fraulein
  monsieur madame mademoiselle mme mlle dipl ing med dott dottssa senor senora senorita sheikh messrs
`)

/** Titles that are also first letters, given names or words of a company: only with a point or before a whole name. */
export const DOUBTFUL_TITLES = wordSet(
  'fr don major general president bishop father sister brother justice judge lord lady',
)

/** What stands behind a name: generations, degrees, professions. */
export const SUFFIXES = wordSet(`
  jr sr ii iii iv vi 2nd 3rd 4th junior senior esq esquire phd md dds dmd do dvm jd llm llb mba msc bsc bs ba ma ms rn cpa cfa pe
  od dc dpm pharmd edd rd usn usmc usaf usa ret retired gri crs pmp mp kc qc obe mbe cbe realtor attorney attorneys atty trustee trustees ttee ttees bsn msn mph msw lpn
  np pa lcsw cfp clu ra aia faia
`)

/** Generations: they may stand between the family name and the given one ("Wells Jr, Jesse"). */
export const GENERATIONS = wordSet('jr sr ii iii iv 2nd 3rd 4th junior senior')

/** Words that begin a family name: "van der Berg", "de la Cruz", "bin Salman". */
export const PARTICLES = wordSet(`
  van von der den de del della delle dei degli di da das dos do du des la le las los el al bin ibn ben bint abu ter ten te zu zum zur
  vander vande op 't san santa mac mc st saint ap af av
`)

/** Family names that come first in Vietnamese ("Nguyễn Văn An"). */
export const VIETNAMESE_FAMILIES = wordSet('nguyen tran pham huynh hoang phan vu vo dang bui do ho ngo duong ly le')

/** Spanish and Portuguese family names that come in twos, beside those in -ez. */
export const IBERIAN_FAMILIES = wordSet(`
  garcia moreno romero alonso navarro torres ramos gil serrano blanco molina castro ortega rubio marin iglesias medina cortes
  guerrero reyes cruz flores herrera vargas rojas silva santos costa mendoza aguilar vega leon soto delgado ortiz suarez
  campos fuentes carrasco cabrera pena rivera rios salazar
`)

/** Suffixes that are also names, or words of a text in lower case: only with points, behind a comma, or alone in capitals. */
export const DOUBTFUL_SUFFIXES = wordSet(
  'ma ms pe do ra pa np ba bs ret od rd mp mp vi dc jd do kc cfp clu sr retired trustee',
)

/** Family names of China and Korea, which have little else in common with the names in the lists. */
export const EASTERN_FAMILIES = wordSet(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng yu dong
  xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi
  yao tan zou jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin yi chang lei wong chan cheung leung
  lam ng chow kwok lau tsai hsu chiu kim park pak choi jung chung cho yoon jang lim shin seo hwang ahn kwon oh
`)

/** Given names that are as often family names: they do not show that the family came first. */
export const GIVEN_OR_FAMILY = wordSet(`
  thomas james lee martin lewis scott allen alexander george henry kelly taylor morgan jordan ross howard marshall murray gordon
  grant harris wallace morris perry austin ray russell wayne dean stewart stuart owen shannon craig blake brooks clark clayton
  cooper dale davis douglas elliott ellis floyd francis franklin gilbert glenn graham gregory harvey herman hubert hugh jerome
  joseph joyce kent leon leonard logan lloyd lucas mason max milton mitchell neal nelson norman oliver otis otto parker patrick
  paul peter philip phillips pierre ralph reed rex roland rose ruben samuel sherman simon spencer stanley terry tyler vaughn vernon
  vincent wade walter warren wesley willis winston curtis daniel david edward arnold arthur benjamin bernard bruce bryant carroll
  casey chase christian clement cody corey dixon drew duncan earl kim kelley kerry leslie lester long lynn maurice may meredith
  miller pearl percy rashid ramos roman roy rudolph rusty salvador santiago santos sydney tracy travis troy victor wendell wiley
  romano valentin adams ali ahmed khan hasan hassan hussein khalid malik mohammed kumar prasad krishna rao mohan ram
`)
