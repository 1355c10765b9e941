import { byScript, expect, test } from './fixtures.ts'

// Each once with script: the desks run by it, the public pages carry none.
const ways = [
  { desk: '/van-phong/tin-tuc', item: /Mời cơ sở đăng ký gian hàng/, to: '/tin/', heading: /Mời cơ sở đăng ký gian hàng/ },
  { desk: '/van-phong/so-nhan-hieu', item: /Biểu trưng OCOP/, to: '/nhan-hieu/', heading: /Biểu trưng OCOP/ },
] as const

test('what is public of an item of a desk opens from it as everybody sees it', async ({ as }) => {
  const office = await as('provincialOfficer')
  for (const { desk, item, to, heading } of ways) {
    await office.goto(desk)
    await byScript(office)
    await office.getByRole('main').getByRole('link', { name: item }).first().click()
    await office.getByRole('main').locator(`a[href^="${to}"]`).first().click()
    await expect(office).toHaveURL(new RegExp(to))
    await expect(office.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})
