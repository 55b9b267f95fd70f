import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  at(progress: { done: number; total: number }): void
  end(): void
}

/** A bar on standard error, and only where a person looks at it. */
export function progressBar(what: string): Progress {
  if (!process.stderr.isTTY) return { at: () => undefined, end: () => undefined }
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    at({ done, total }) {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(done)
    },
    end: () => bar.stop(),
  }
}
