import { runOnRecentNode } from '../runtime.js'

await runOnRecentNode('src/app/main.ts')
