#!/usr/bin/env node
import { runOnRecentNode } from '../runtime.js'

await runOnRecentNode('src/cli/main.ts')
