import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**', '**/.runtime/**', '**/.data/**']

// What another server cannot change: what starts the embedded one by itself, an end by -9, and which person may do what in which state.
const provenOnce = process.env['TEST_DATABASE_URL']
  ? [
      'platform/postgres-server.db.test.ts',
      'platform/disk-full.db.test.ts',
      'platform/restore-to-minute.db.test.ts',
      'apps/cli/minute-drill.db.test.ts',
      'apps/cli/killed-database.db.test.ts',
      'apps/cli/links-import.db.test.ts',
      'apps/cli/people-commands.db.test.ts',
      'modules/shop/orders/killed-order.db.test.ts',
      'modules/*/acts*.db.test.ts',
    ]
  : []

// On a machine that does other work as well. `npm test` names what passed only so, to be mended; a fault that stays falls both times.
const retry = process.env['CI'] === 'true' ? 1 : 0

// What a file imports stays for the next one in its process: half of the time of the database tests was loading the same rooms again. So no test leaves
// anything behind in a module, in the environment or in the clock.
const isolate = false

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          retry,
          isolate,
          include: ['{packages,modules,platform,apps,tools}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', ...ignored],
          // No test is judged by the clock; this only ends one that hangs, on a machine that does other work as well.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          retry,
          isolate,
          include: ['{modules,platform,apps,tools}/**/*.db.test.ts'],
          exclude: [...ignored, ...provenOnce],
          globalSetup: ['platform/testing-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
