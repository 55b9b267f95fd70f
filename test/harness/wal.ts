/** Bytes of the header of a write-ahead log, and of the header of each of its frames (sqlite.org/fileformat2.html#walformat). */
const LOG_HEADER = 32
const FRAME_HEADER = 24

/** A place at which a log may end, in bytes from its start. */
export interface FrameEnd {
  offset: number
  /** The frame is the last one of a commit. */
  commits: boolean
}

/** Where each frame of a log ends, in order. */
export function frameEnds(log: Buffer): FrameEnd[] {
  const pageSize = log.readUInt32BE(8)
  const size = FRAME_HEADER + pageSize
  const ends: FrameEnd[] = []
  for (let at = LOG_HEADER; at + size <= log.length; at += size)
    ends.push({ offset: at + size, commits: log.readUInt32BE(at + 4) > 0 })
  return ends
}
