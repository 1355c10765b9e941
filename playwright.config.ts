import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './e2e/browser.ts'

const { executablePath, env } = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/start-product.ts',
  // One product serves all journeys; each makes what it needs.
  workers: 2,
  timeout: 60_000,
  // As in vitest.config.ts: named by `npm test`, to be mended.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  forbidOnly: process.env['CI'] === 'true',
  use: {
    // Known once the product runs; the workers read this file after that.
    baseURL: process.env['PRODUCT_URL'],
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace costs every journey a quarter of its time: only what is tried again has one; `--trace on` for whoever looks for a fault.
    trace: 'on-first-retry',
    launchOptions: { executablePath, args: browserFlags, env: { ...(process.env as Record<string, string>), ...env } },
  },
  projects: [
    { name: 'browser', testIgnore: '*.budget.e2e.ts' },
    // Journeys that must work on the oldest telephone and the worst line.
    { name: 'without-javascript', testIgnore: '*.budget.e2e.ts', grep: /@no-js/, use: { javaScriptEnabled: false } },
    { name: 'budgets', testMatch: '*.budget.e2e.ts', use: { viewport: { width: 360, height: 640 } } },
  ],
})
