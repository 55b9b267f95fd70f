import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globals: true,
    include: [
      'src/**/*.test.ts',
      'graphs/**/*.test.ts',
      'agents/**/*.test.ts',
      'integrations/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['test/kill/**', 'node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
