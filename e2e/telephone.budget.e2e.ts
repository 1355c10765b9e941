import type { Page } from '@playwright/test'
import { paths } from '../apps/web/src/lib/paths.ts'
import { accounts, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'

// The desks on a telephone of 360 × 640, page by page of the map of the site, as each person of the demonstration sees them.

const longest = 6000
const office = Object.values(paths).filter(
  (path): path is Extract<typeof path, string> => typeof path === 'string' && path.startsWith(paths.office),
)
const pages = [...new Set(office.map((path) => path.split(/[?#]/)[0]!))].filter(
  (path) => !path.includes('?/') && path !== paths.pushScope && path !== paths.invitationSlips && path !== paths.deskManifest,
)

type Seen = { wide: number; tall: number; hasIndex: boolean; cutTab: string; covered: string[]; narrow: number; actions: boolean }

/** What a page is at its top and at its end. */
async function see(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const shown = (element: HTMLElement) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    const tab = document.querySelector<HTMLElement>('nav [aria-current="page"]')?.getBoundingClientRect()
    const rows = all('main table tbody tr').filter(shown)
    const dock = all('main .page-actions').find((element) => shown(element) && getComputedStyle(element).position === 'fixed')
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    const below = dock?.getBoundingClientRect()
    const covered = !below
      ? []
      : all('main :is(a, button, input, select, textarea, p, td)')
          .filter((element) => shown(element) && !dock!.contains(element) && !element.contains(dock!))
          .filter((element) => {
            const { bottom, height } = element.getBoundingClientRect()
            return height > 0 && bottom > below.top + 1 && bottom <= innerHeight + 1
          })
          .map((element) => element.textContent.trim().slice(0, 40))
    scrollTo({ top: 0, behavior: 'instant' })
    return {
      wide: document.documentElement.scrollWidth,
      tall: document.documentElement.scrollHeight,
      hasIndex: document.querySelector('main .page-index a[href^="#"]') !== null,
      cutTab: tab && (tab.left < -1 || tab.right > innerWidth + 1) ? `${Math.round(tab.left)}–${Math.round(tab.right)}` : '',
      covered,
      narrow: rows.filter((row) => row.getBoundingClientRect().width < innerWidth * 0.8).length,
      actions: !below || below.bottom <= innerHeight + 1,
    }
  })
}

/** The other members see what the first one sees. */
const people = (Object.keys(accounts) as Account[]).filter((account) => !/^member[2-9]$/.test(account))
for (const account of people) {
  test(`the desk of ${account} fits a telephone: nothing wider, no page too long without an index, the tab in full, what is done within reach`, async ({
    page,
    login,
  }) => {
    test.setTimeout(300_000)
    await page.setViewportSize({ width: 360, height: 640 })
    await login(account)
    const faults: string[] = []
    const visited = new Set<string>()
    const kinds = new Set<string>()
    const next = [...pages]
    let tallest = { path: '', tall: 0 }
    for (let path = next.shift(); path !== undefined; path = next.shift()) {
      if (visited.has(path)) continue
      visited.add(path)
      const answer = await page.goto(path).catch(() => null)
      if (answer?.status() !== 200 || !answer.headers()['content-type']?.startsWith('text/html')) continue
      const { wide, tall, hasIndex, cutTab, covered, narrow, actions } = await see(page)
      if (tall > tallest.tall) tallest = { path, tall }
      if (wide > 360) faults.push(`${path}: ${wide} px wide`)
      if (tall > longest && !hasIndex) faults.push(`${path}: ${tall} px long without an index`)
      if (cutTab) faults.push(`${path}: its tab lies at ${cutTab}`)
      if (covered.length > 0) faults.push(`${path}: its actions cover ${covered.join(', ')}`)
      if (narrow > 0) faults.push(`${path}: ${narrow} rows do not take the width`)
      if (!actions) faults.push(`${path}: its actions are out of reach`)
      // One of each kind of thing that the page leads to.
      const links = await page
        .locator('main a')
        .evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
      for (const link of links) {
        const kind = link.replaceAll(/[a-z]{3}_[0-9a-z]{16,}/g, '*').replaceAll(/\/\d[^/]*/g, '/*')
        if (!link.startsWith(paths.office) || kind === link || kinds.has(kind) || /\.\w+$|\/tep$/.test(link)) continue
        kinds.add(kind)
        next.push(link)
      }
    }
    console.log(`${account}: ${visited.size} pages, the longest ${tallest.tall} px (${tallest.path})`)
    expect(faults).toEqual([])
  })
}
