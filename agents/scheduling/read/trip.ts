import { DateTime } from 'luxon'
import { cleanText } from '#kernel/display.ts'
import { cityIn } from '#language/when/zones.ts'
import type { Request, Wish } from '../request.ts'

const FLY = /\b(?:fly|flying|flight|travel|travell?ing|drive|driving|heading|train)\b[^.,;]*?\bto\s+/iu
const STAY = /\b(?:i['’]?m|i am|i['’]ll be|i will be|we['’]re)\s+(?:working\s+)?(?:in|at|off to|away in)\s+/iu
const PLACE =
  /^((?:[\p{L}][\p{L}'’.-]*)(?:\s+(?!on\b|at\b|from\b|this\b|next\b|and\b|back\b|for\b|until\b|till\b)[\p{L}][\p{L}'’.-]*){0,2})/u
const BACK = /\b(?:back|return(?:ing)?|home)\b/iu
const CLOCK = /\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b(?!\s*[ap]\.?m)/iu

/** Somebody of the team says where they go or are for days: "i fly to berlin mon 7:40, back wed night". */
export function isTrip(text: string): boolean {
  const stay = STAY.exec(text)
  if (stay) return cityIn(wordsAfter(text, stay).slice(0, 40)) !== null && beginsWithCity(wordsAfter(text, stay))
  const way = FLY.exec(text)
  return (
    way !== null &&
    /\b(?:i|we|i['’]m|my)\b|^\W*(?:flying|travell?ing|flight)\b/iu.test(text) &&
    PLACE.test(wordsAfter(text, way))
  )
}

/** Where to, and the times of going and coming back. Times of journeys are written in 24 hours: 7:40 is in the morning. */
export function readTrip(text: string, wishes: readonly Wish[]): Request['trip'] {
  const lead = STAY.exec(text) ?? FLY.exec(text)
  if (!lead) return null
  const from = lead.index + lead[0].length
  const firstMs = wishes.find((wish) => (wish.span?.[0] ?? 0) >= from)?.span?.[0] ?? text.length
  const [, words = ''] = PLACE.exec(text.slice(from, Math.max(from, firstMs)).trim()) ?? []
  if (words === '') return null
  const backAt = BACK.exec(text)?.index ?? text.length
  const timed = wishes.map(in24Hours)
  return {
    place: capitals(cleanText(words)),
    moves: FLY.test(text),
    out: timed.find((wish) => (wish.span?.[0] ?? 0) < backAt) ?? null,
    back: timed.find((wish) => (wish.span?.[0] ?? 0) > backAt) ?? null,
  }
}

const wordsAfter = (text: string, lead: RegExpExecArray): string => text.slice(lead.index + lead[0].length)

/** "I'm in Berlin from Monday", not "I'm in a meeting about Berlin". */
function beginsWithCity(text: string): boolean {
  const [first = ''] = text.toLowerCase().split(/[\s,.]+/)
  return cityIn(text)?.name.split(' ')[0] === first
}

function in24Hours(wish: Wish): Wish {
  const clock = CLOCK.exec(wish.text)
  if (!clock || !wish.clocked) return wish
  const said = DateTime.fromMillis(wish.startMs, { zone: wish.zone })
  const startMs = said.set({ hour: Number(clock[1]), minute: Number(clock[2]) }).toMillis()
  return { ...wish, startMs, endMs: startMs + (wish.endMs - wish.startMs) }
}

const capitals = (text: string): string =>
  text === text.toLowerCase() ? text.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : text
