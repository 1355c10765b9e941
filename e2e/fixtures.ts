import { test as base, expect } from '@playwright/test'

/** The demo accounts, by the part that each plays. */
export const accounts = {
  producer: 'chuthe@demo.vn',
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
  buyer: 'nguoimua@demo.vn',
  administrator: 'quantri@demo.vn',
} as const
export type Account = keyof typeof accounts

/**
 * A test of the running product. `login` signs in as a demo account by the form that people use.
 * A journey that must work without JavaScript has `@no-js` in its tags and is run a second time so.
 */
export const test = base.extend<{ login: (account: Account) => Promise<void> }>({
  login: async ({ page, context }, use) => {
    await use(async (account) => {
      await context.clearCookies()
      await page.goto('/dang-nhap')
      await page.locator('input[name="email"]').fill(accounts[account])
      await page.locator('input[name="password"]').fill('dacsan-demo')
      await page.locator('input[name="password"]').press('Enter')
      await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    })
  },
})

export { expect }
