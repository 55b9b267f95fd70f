import { JsonPlusSerializer } from '@langchain/langgraph-checkpoint/dist/serde/jsonplus.js'
