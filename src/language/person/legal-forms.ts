import { wordSet } from './fold.ts'

/** Legal forms of companies, folded and without dots: "GmbH", "S.A.", "Pty Ltd", "Oy". */
export const LEGAL_FORMS = wordSet(`
  inc incorporated corp corporation co company llc lc llp lp lllp pllc plc ltd limited ltda lda cic pbc pty pvt pte bhd sdn
  gmbh ggmbh mbh ag kg kgaa ohg ug gbr ev eg ek se
  sa sas sasu sarl eurl sci snc scop scs sl slu slne scp sca spa srl srls sapi cv
  bv nv vof bvba sprl cvba oy oyj ab hb as asa aps ivs is ans ehf hf
  doo dd ood eood kft zrt nyrt bt sro zoo spzoo sia uab ou tbk kk gk jsc ojsc pjsc oao ooo zao fzco fze dmcc
`)

/** Those that are as often something else: initials, words, credentials ("Ann Lee SA" is rarer than "John S A"). */
export const DOUBTFUL_FORMS = wordSet('as is se co hf dd bt ou sa ab ag pa pc lc cv eg ev ek sci')

/** Forms written as several words, longest first. */
export const LONG_FORMS: readonly (readonly string[])[] = [
  ['sp', 'z', 'oo'],
  ['sp', 'z', 'o', 'o'],
  ['s', 'de', 'rl'],
  ['p', 'c'],
  ['p', 'a'],
  ['s', 'a'],
  ['s', 'l'],
  ['e', 'v'],
  ['e', 'k'],
  ['b', 'v'],
  ['n', 'v'],
  ['a', 's'],
]
