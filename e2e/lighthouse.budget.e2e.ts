import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { browserFlags, findBrowser } from './browser.ts'
import { expect, test } from './fixtures.ts'
import { freePort } from './start-product.ts'

// Lighthouse's telephone: slow processor, slow 4G. Its performance figure depends on the machine, so it is printed and never decides.
const least = { accessibility: 100, 'best-practices': 95, seo: 95 } as const

const pages: readonly { name: string; path: string; follow?: readonly RegExp[]; findable: boolean }[] = [
  { name: 'home', path: '/', findable: true },
  { name: 'register', path: '/san-pham', findable: true },
  { name: 'product', path: '/san-pham?q=dua+sap+hoa+tan', follow: [/^\/san-pham\/[^?]+$/], findable: true },
  { name: 'producer', path: '/san-pham?q=dua+sap+hoa+tan', follow: [/^\/san-pham\/[^?]+$/, /^\/chu-the\//], findable: true },
  { name: 'certificate', path: '/san-pham?q=dua+sap+hoa+tan', follow: [/^\/san-pham\/[^?]+$/, /^\/giay-chung-nhan\/.+/], findable: true },
  // A label is for whoever holds it, not for search engines.
  { name: 'scan', path: '/san-pham?q=dua+sap+hoa+tan', follow: [/^\/san-pham\/[^?]+$/, /^\/(t|01)\//], findable: false },
]

test('public pages reach the Lighthouse scores on a telephone', async ({ page, baseURL }) => {
  test.setTimeout(300_000)
  const { executablePath, env } = await findBrowser()
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...browserFlags, `--remote-debugging-port=${port}`],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  try {
    for (const { name, path, follow = [], findable } of pages) {
      await page.goto(path)
      for (const pattern of follow) {
        const hrefs = await page.locator('main a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
        await page.goto(hrefs.find((href) => pattern.test(href)) ?? `${path}: no link like ${pattern}`)
      }
      const result = await lighthouse(new URL(page.url(), baseURL).href, { port, output: 'json', logLevel: 'error' })
      const figures = Object.fromEntries(
        Object.entries(result!.lhr.categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
      )
      console.log(
        `${name}: ${Object.entries(figures)
          .map(([id, figure]) => `${id} ${figure}`)
          .join(', ')}`,
      )
      for (const [id, most] of Object.entries(least)) {
        if (id === 'seo' && !findable) continue
        const faults = result!.lhr.categories[id]!.auditRefs.filter(
          ({ id: audit, weight }) => weight > 0 && (result!.lhr.audits[audit]?.score ?? 1) < 1,
        )
        expect(figures[id], `${name}, ${id}: ${faults.map((fault) => fault.id).join(', ')}`).toBeGreaterThanOrEqual(most)
      }
    }
  } finally {
    await browser.close()
  }
})
