import { playScenarios } from '#test/scenarios/player.ts'
import { contract } from './contract.ts'
import { graph } from './graph.ts'

playScenarios({ contract, graph, path: ['read', 'gather', 'decide'] })
