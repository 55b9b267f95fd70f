import { forms } from './bench/forms.ts'
import { growth } from './bench/growth.ts'
import { benchDesk } from './bench/home.ts'
import { latency } from './bench/latency.ts'
import { load } from './bench/load.ts'
import { diskCommitMs, machine } from './bench/machine.ts'
import { round } from './bench/measure.ts'
import { program } from './bench/program.ts'
import { START_FLAGS } from './bench/running.ts'
import { slots } from './bench/slots.ts'
import { reading } from './bench/when.ts'
import { numberOf } from './numbers.ts'

export const PARTS = ['reading', 'tasks', 'growth', 'program', 'forms', 'model', 'receivers'] as const
type Part = (typeof PARTS)[number]

export interface BenchFlags<Value = string> {
  /** Messages of the long conversation. */
  messages: Value
  /** Seconds after which resident memory is read. */
  rest: Value
  /** How long each receiver is under load. */
  seconds: Value
  /** One part alone; all of them without it. */
  only?: Part
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `nightdesk bench`: what the desk costs on this machine. It measures; nothing fails here. */
export async function bench(given: BenchFlags): Promise<number> {
  const flags: BenchFlags<number> = {
    ...given,
    messages: numberOf('--messages', given.messages, 700),
    rest: numberOf('--rest', given.rest, 0),
    seconds: numberOf('--seconds', given.seconds, 1),
  }
  say(`machine: ${machine()}`)
  say(`disk: ${diskCommitMs()} ms to make 4 KB durable (median)`)
  say(
    `start flags: ${START_FLAGS.join(' ')} (the figures of the program and the forms; the others run in this process, without them)`,
  )
  for (const part of PARTS) if (flags.only === undefined || flags.only === part) await RUN[part](flags)
  return 0
}

const RUN: Readonly<Record<Part, (flags: BenchFlags<number>) => Promise<void>>> = {
  async reading() {
    const read = reading()
    say(
      `reading times: ${round(read.ms, 3)} ms of processor time a sentence (${read.sentences} sentences, some without a time)`,
    )
    const times = slots()
    say(
      `finding times: ${round(times.ms, 1)} ms of processor time for ${times.people} people over ${times.days} days with ${times.blocks.toLocaleString('en')} busy blocks each`,
    )
  },

  async tasks() {
    const one = await benchDesk()
    const alone = await latency(one, 1000)
    say(
      `one at a time, 1,000 tasks: p50 ${round(alone.desk.p50)} ms, p99 ${round(alone.desk.p99)} ms from journaled to reply in the outbox; ${alone.fsyncsPerTask} fsyncs a task`,
    )
    say(
      `bare LangGraph, same graphs, interleaved: p50 ${round(alone.bare.p50)} ms, p99 ${round(alone.bare.p99)} ms; ratio ${alone.ratio}`,
    )
    const many = await load(one, 2000, 2000)
    say(
      `32 conversations at once, 2,000 tasks: ${many.tasksPerSecond} tasks a second, p99 ${round(many.p99)} ms, ${many.fsyncsPerTask} fsyncs a task`,
    )
    await one.close()
  },

  async growth({ messages }) {
    const long = await benchDesk()
    const grown = await growth(long, messages, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${messages} messages`)
    })
    await long.close()
    say(
      `one conversation of ${grown.messages} messages: median of the last 100 is ${round(grown.lateP50)} ms, of 500 to 600 ${round(grown.earlyP50)} ms; ratio ${grown.ratio}`,
    )
    say(`kept: ${grown.bytesPerTask} bytes a finished task`)
  },

  async program({ rest }) {
    const started = await program(rest)
    say(
      `program: serving after ${started.servingMs} ms; ${started.residentMb ?? 'unknown'} MB resident ${rest} s after start`,
    )
  },

  async forms() {
    await forms((line) => say(`forms, ${line}`))
  },

  async model() {
    // Only here: what the desk does not need, its bench does not load.
    await (await import('./bench/model.ts')).model((line) => say(`model, ${line}`))
  },

  async receivers({ seconds }) {
    await (await import('./bench/receivers/receivers.ts')).receivers(seconds, say)
  },
}
