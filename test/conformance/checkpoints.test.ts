import { deltaChannelHistoryTests, validate } from '@langchain/langgraph-checkpoint-validation'
import { SqliteCheckpoints } from '#store/checkpoints/saver.ts'

const suite = {
  checkpointerName: 'SqliteCheckpoints',
  createCheckpointer: () => new SqliteCheckpoints(':memory:'),
  destroyCheckpointer: (saver: SqliteCheckpoints) => saver.close(),
}
validate(suite)
deltaChannelHistoryTests(suite)
