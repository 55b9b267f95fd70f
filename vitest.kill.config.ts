import { defineConfig } from 'vitest/config'

/** The long kill tests, apart from `npm test`: `npm run test:kill`. */
export default defineConfig({
  test: {
    include: ['test/kill/**/*.test.ts'],
    maxWorkers: 1,
  },
})
