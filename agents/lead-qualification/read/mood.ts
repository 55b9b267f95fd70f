import { anyOf, quoteOf, type Said } from './said.ts'

const ANGRY = anyOf(`
  (?:this is|it's|that's|what) (?:a |an )?(?:joke|disgrace|scandal|ridiculous|unacceptable|outrageous|bullshit|scam|rip-?off)
  (?:nobody|no one) (?:answers?|replies|responds|calls|cares)[^.?!]{0,20}
  (?:worst|terrible|horrible|awful|useless|disgusting|pathetic) (?:service|company|support|experience|people|team)
  (?:i am|i'm|we are|we're) (?:furious|angry|fed up|sick of|so annoyed|disgusted|done with you)
  waste of (?:my |our )?time|wtf|shame on you|sick and tired|how dare you|you people
  es una (?:verguenza|estafa|broma)|nadie (?:contesta|responde|me atiende)|estoy (?:harto|harta|furioso|furiosa|indignad[oa])|pesimo servicio|inaceptable
  c'est (?:une honte|inadmissible|inacceptable|scandaleux|n'importe quoi)|personne ne (?:repond|rappelle)|j'en ai (?:marre|assez)|(?:je suis|nous sommes) (?:furieux|furieuse|en colere)
  (?:das ist )?(?:eine frechheit|unverschaemt|unverschamt|inakzeptabel|ein witz|abzocke)|niemand (?:antwortet|meldet sich|reagiert)|ich bin (?:stinksauer|sauer|wuetend|wutend)|(?:mir|uns) reicht(?:'s| es)`)

/** The words that show somebody is angry; null where none do. */
export const readAnger = (said: Said): string | null => quoteOf(said, ANGRY)
