import type { DatabaseSync } from 'node:sqlite'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  maxChannelVersion,
  type PendingWrite,
  TASKS,
  WRITES_IDX_MAP,
} from '@langchain/langgraph-checkpoint'
import { WriteBuffer } from './buffer.ts'
import { openCheckpointFile } from './file.ts'
import { plainJsonSerde } from './plain-serde.ts'
import { prepare, type Statements } from './rows.ts'

type Config = CheckpointTuple['config']
type StoredRow = Record<string, unknown>

export interface CheckpointOptions {
  /** Keep only what resuming a thread needs; its history is then not listed. */
  latestOnly?: boolean
  /** How long a checkpoint without pending writes may wait in memory; a crash meanwhile loses it. */
  delayMs?: number
}

/**
 * LangGraph checkpoints in a SQLite file of their own. They are disposable: a damaged file is made anew, and what ended
 * without a pause is usually deleted before it reaches the disk. A pause (any pending write) is on the disk when
 * `putWrites` resolves. One process a file.
 */
export class SqliteCheckpoints extends BaseCheckpointSaver {
  readonly #database: DatabaseSync
  readonly #sql: Statements
  readonly #buffer: WriteBuffer

  /** @param file path of `checkpoints.db`, or `:memory:`. */
  constructor(file: string, options: CheckpointOptions = {}) {
    super()
    this.serde = plainJsonSerde(this.serde)
    this.#database = openCheckpointFile(file)
    this.#sql = prepare(this.#database)
    const { latestOnly = false, delayMs = 200 } = options
    this.#buffer = new WriteBuffer(this.#database, this.#sql, { file, latestOnly, delayMs })
  }

  override async getTuple(config: Config): Promise<CheckpointTuple | undefined> {
    const { thread, ns, id } = placeOf(config)
    if (thread === undefined || !this.#buffer.knows(thread)) return undefined
    this.#buffer.flush(thread)
    const row = id ? this.#sql.checkpoint.get(thread, ns, id) : this.#sql.latest.get(thread, ns)
    return row && this.#tupleOf(row)
  }

  override async *list(config: Config, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { thread, id } = placeOf(config)
    const ns: string | undefined = config.configurable?.checkpoint_ns
    const before: string | undefined = options.before?.configurable?.checkpoint_id
    this.#buffer.flush(thread)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    for (const row of this.#sql.list.all(thread ?? null, ns ?? null, id ?? null, before ?? null)) {
      if (left <= 0) return
      const tuple = await this.#tupleOf(row)
      const metadata: Record<string, unknown> = { ...tuple.metadata }
      if (!Object.entries(options.filter ?? {}).every(([key, value]) => metadata[key] === value)) continue
      left -= 1
      yield tuple
    }
  }

  override async put(
    config: Config,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<Config> {
    const { thread, ns, id: parent } = placeOf(config)
    if (thread === undefined) throw new TypeError('A checkpoint needs configurable.thread_id.')
    const { channel_values: values, ...body } = checkpoint
    const changed = Object.entries(newVersions).filter(([channel]) => channel in values)
    const [dumpedBody, dumpedMetadata, ...dumped] = await Promise.all([
      this.serde.dumpsTyped(body),
      this.serde.dumpsTyped(metadata),
      ...changed.map(async ([channel, version]) => ({
        channel,
        version: String(version),
        value: await this.serde.dumpsTyped(values[channel]),
      })),
    ])
    const row = { thread, ns, id: checkpoint.id, parent: parent ?? null, body: dumpedBody, metadata: dumpedMetadata }
    this.#buffer.add(thread, { checkpoint: { ...row, changed: dumped } })
    return configOf(thread, ns, checkpoint.id)
  }

  override async putWrites(config: Config, writes: PendingWrite[], task: string): Promise<void> {
    const { thread, ns, id } = placeOf(config)
    if (thread === undefined || id === undefined)
      throw new TypeError('Pending writes need configurable.thread_id and configurable.checkpoint_id.')
    const rows = await Promise.all(
      writes.map(async ([channel, value], index) => {
        const position = WRITES_IDX_MAP[channel] ?? index
        return { thread, ns, id, task, position, channel, value: await this.serde.dumpsTyped(value) }
      }),
    )
    this.#buffer.add(thread, { writes: rows })
    this.#buffer.flush(thread)
  }

  override async deleteThread(thread: string): Promise<void> {
    this.#buffer.drop(thread)
  }

  /** Stores what waits in memory and closes the file. */
  close(): void {
    this.#buffer.stop()
    this.#buffer.flush()
    this.#database.close()
  }

  async #tupleOf(row: StoredRow): Promise<CheckpointTuple> {
    const [thread, ns, id] = [String(row.thread), String(row.ns), String(row.id)]
    const parent = row.parent === null ? undefined : String(row.parent)
    const checkpoint: Checkpoint = await this.#load(row.body_type, row.body)
    checkpoint.channel_values = await this.#valuesOf(thread, ns, checkpoint.channel_versions)
    if (checkpoint.v < 4 && parent !== undefined) await this.#migrateSends(checkpoint, thread, ns, parent)
    const tuple: CheckpointTuple = {
      config: configOf(thread, ns, id),
      checkpoint,
      metadata: await this.#load(row.metadata_type, row.metadata),
      pendingWrites: await this.#writesOf(thread, ns, id),
    }
    return parent === undefined ? tuple : { ...tuple, parentConfig: configOf(thread, ns, parent) }
  }

  async #valuesOf(thread: string, ns: string, versions: ChannelVersions): Promise<Record<string, unknown>> {
    const current = this.#sql.values
      .all(thread, ns)
      .filter((row) => String(versions[String(row.channel)]) === row.version)
    const loaded = current.map(async (row) => [String(row.channel), await this.#load(row.type, row.value)] as const)
    return Object.fromEntries(await Promise.all(loaded))
  }

  async #writesOf(thread: string, ns: string, id: string): Promise<CheckpointPendingWrite[]> {
    const loaded = this.#sql.writes
      .all(thread, ns, id)
      .map(
        async (row): Promise<CheckpointPendingWrite> => [
          String(row.task),
          String(row.channel),
          await this.#load(row.type, row.value),
        ],
      )
    return Promise.all(loaded)
  }

  /** Before format 4 the sends of a step stood as writes of its parent; they become a channel, as in the other savers. */
  async #migrateSends(checkpoint: Checkpoint, thread: string, ns: string, parent: string): Promise<void> {
    const sends = (await this.#writesOf(thread, ns, parent)).filter(([, channel]) => channel === TASKS)
    const versions = Object.values(checkpoint.channel_versions)
    checkpoint.channel_values[TASKS] = sends.map(([, , value]) => value)
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined)
  }

  #load(type: unknown, data: unknown) {
    return this.serde.loadsTyped(String(type), data instanceof Uint8Array ? data : String(data))
  }
}

function placeOf(config: Config): { thread: string | undefined; ns: string; id: string | undefined } {
  const { thread_id, checkpoint_ns, checkpoint_id } = config.configurable ?? {}
  return { thread: thread_id, ns: checkpoint_ns ?? '', id: checkpoint_id }
}

function configOf(thread: string, ns: string, id: string): Config {
  return { configurable: { thread_id: thread, checkpoint_ns: ns, checkpoint_id: id } }
}
