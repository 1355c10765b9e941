import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**', '**/.runtime/**', '**/.data/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,modules,platform,apps,tools}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', ...ignored],
        },
      },
      {
        test: {
          name: 'db',
          include: ['{modules,platform,apps,tools}/**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: ['platform/testing-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
