import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import { agentNode, askNode, gateNode, performNode, reportNode, type TaskPorts, waitNode } from './nodes.ts'
import { TaskState } from './state.ts'

/** Changes whenever nodes or edges do: a paused thread of another version is rebuilt from the journal. */
export const GRAPH_VERSION = '3'

/**
 * The one task graph. It may be entered at any stage, for the journal says where a task stands: a crash therefore never
 * repeats what is written down. `report` is the only way out.
 */
export function buildTaskGraph(ports: TaskPorts, checkpointer?: BaseCheckpointSaver) {
  const follow = (state: TaskState) => state.next
  return new StateGraph(TaskState)
    .addNode('agent', agentNode(ports))
    .addNode('gate', gateNode(ports))
    .addNode('ask', askNode(ports))
    .addNode('wait', waitNode)
    .addNode('perform', performNode(ports))
    .addNode('report', reportNode(ports))
    .addConditionalEdges(START, follow, ['agent', 'gate', 'ask', 'wait', 'perform', 'report'])
    .addConditionalEdges('agent', follow, ['gate', 'ask', 'report'])
    .addConditionalEdges('gate', follow, ['perform', 'ask', 'report', 'agent'])
    .addConditionalEdges('ask', follow, ['wait', 'report', 'agent'])
    .addConditionalEdges('wait', follow, ['agent', 'gate', 'report'])
    .addConditionalEdges('perform', follow, ['ask', 'report'])
    .addEdge('report', END)
    .compile(checkpointer ? { checkpointer } : {})
}
