import { playScenarios } from '#test/scenarios/player.ts'
import { contract } from './contract.ts'
import { graph } from './graph.ts'
import { PACKS } from './packs.ts'

playScenarios({ contract, graph, packs: PACKS, path: ['read', 'gather', 'decide'] })
