const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Generic top levels in wide use, as the IANA root zone has them. */
export const GENERIC_ENDS = set(`
  com org net info biz edu gov mil int name pro aero coop jobs mobi museum travel cat asia tel post
  academy agency ai app art associates audio auto band bar beauty beer best bike bio blog boutique build builders business
  cafe camera camp capital care careers cars cash catering center chat church city cleaning click clinic clothing cloud club
  coach codes coffee community company computer construction consulting contractors cool credit dance data dating deals
  delivery dental design dev digital direct directory doctor dog domains earth education email energy engineer engineering
  enterprises equipment estate events exchange expert express family farm fashion film finance financial fish fit fitness
  flights florist football foundation fun fund furniture fyi gallery games garden gift gifts glass global gmbh gold golf
  graphics green group guide guru hair health healthcare help hospital host house immo inc industries ink institute
  insurance insure international investments jewelry kitchen land law lawyer legal life lighting limited link live loan
  lol love ltd management market marketing media menu mobile money network news ninja online page partners parts party
  pet photo photography photos pics pizza place plumbing plus press productions properties pub recipes rent rentals repair
  report rest restaurant review reviews run sale salon school science security services shoes shop shopping show site ski
  social software solar solutions space sport store stream studio style supplies support surf surgery systems tax taxi team
  tech technology tennis theater tips tires today tools top tours town toys trade training tube university vacations
  ventures vet video villas vin vip vision watch website wiki wine work works world wtf xyz yoga zone aws berlin hamburg
  koeln london nyc paris wien barcelona madrid amsterdam tokyo
`)

/** Country codes (ISO 3166-1, with eu and uk) that a bare domain may end in. */
export const COUNTRY_ENDS = set(`
  ac ad ae af ag ai al am ao ar as at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck
  cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq
  gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li
  lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz
  om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st sv sx sy sz
  tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
`)

/** Ends that are also words or endings of file names: a bare host needs more than one of these to be one ("thanks.so", "main.py"). */
export const DOUBTFUL_ENDS = set(`
  am as at be by do in is it la me my no or pm so to us re st ps md py sh rs pl mm ml cc
  app pro pub today work works help live love show name post top best fun run link cool page team
`)
