import { test as base, expect } from '@playwright/test'
import type { BrowserContextOptions, Page } from '@playwright/test'

/** The demo accounts, by the part that each plays. */
export const accounts = {
  producer: 'chuthe@demo.vn',
  otherProducer: 'chuthe2@demo.vn',
  communeOfficer: 'canbo.xa@demo.vn',
  provincialOfficer: 'chuyenvien@demo.vn',
  secretary: 'thuky@demo.vn',
  member1: 'thanhvien1@demo.vn',
  member2: 'thanhvien2@demo.vn',
  member3: 'thanhvien3@demo.vn',
  member4: 'thanhvien4@demo.vn',
  member5: 'thanhvien5@demo.vn',
  member6: 'thanhvien6@demo.vn',
  member7: 'thanhvien7@demo.vn',
  chair: 'chutich@demo.vn',
  leader: 'lanhdao@demo.vn',
  trade: 'congthuong@demo.vn',
  science: 'khcn@demo.vn',
  keeper: 'diemban@demo.vn',
  tradeOffice: 'xuctien@demo.vn',
  buyer: 'nguoimua@demo.vn',
  administrator: 'quantri@demo.vn',
} as const
export type Account = keyof typeof accounts

/**
 * A test of the running product. `login` signs in as a demo account by the form that people use.
 * A journey that must work without JavaScript has `@no-js` in its tags and is run a second time so.
 */
export const test = base.extend<{
  login: (account: Account) => Promise<void>
  /** A browser of somebody's own, signed in once; "visitor" is nobody. */
  as: (account: Account | 'visitor', options?: BrowserContextOptions) => Promise<Page>
}>({
  login: async ({ page, context }, use) => {
    await use(async (account) => {
      await context.clearCookies()
      await signIn(page, account)
    })
  },
  as: async ({ browser }, use) => {
    const pages = new Map<string, Page>()
    await use(async (account, options) => {
      const known = pages.get(account)
      if (known) return known
      const page = await (await browser.newContext(options)).newPage()
      if (account !== 'visitor') await signIn(page, account)
      pages.set(account, page)
      return page
    })
    for (const page of pages.values()) await page.context().close()
  },
})

/** Until the script of the page works: a form that is sent before that is sent as without it. */
export const byScript = (page: Page) => expect(page.locator('html[data-by-script]')).toBeAttached({ timeout: 20_000 })

async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/dang-nhap')
  await page.locator('input[name="email"]').fill(accounts[account])
  await page.locator('input[name="password"]').fill('dacsan-demo')
  await page.locator('input[name="password"]').press('Enter')
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

export { expect }
