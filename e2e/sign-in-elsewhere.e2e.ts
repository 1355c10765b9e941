import type { Page } from '@playwright/test'
import { testIdentityProvider } from '../platform/testing-provider.ts'
import type { TestProvider } from '../platform/testing-provider.ts'
import { expect, test } from './fixtures.ts'
import { aFreshProduct, freePort } from './start-product.ts'

const password = 'dacsan-demo'

test.describe('sign-in by an identity provider', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  let provider: TestProvider

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    // The address to which it leads back is registered with the provider before the product starts.
    const port = await freePort()
    const url = `http://localhost:${port}`
    provider = await testIdentityProvider(`${url}/dang-nhap/dinh-danh/ve`)
    const { issuer, clientId, clientSecret, name } = provider.setting
    const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name }
    product = await aFreshProduct('demo', 'vinh-long', settings, port)
    await product.start()
  })
  test.afterAll(async () => {
    await product?.remove()
    await provider?.stop()
  })

  const withPassword = async (page: Page, email: string) => {
    await page.goto(`${product.url}/dang-nhap`)
    await page.getByLabel('Thư điện tử').fill(email)
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL(`${product.url}/van-phong`)
  }
  const byProvider = (page: Page) => page.getByRole('link', { name: 'Đăng nhập qua VNeID' })
  const atProvider = async (page: Page, subject: string | null) => {
    await expect(page.getByRole('heading', { name: 'Test provider' })).toBeVisible()
    if (subject === null) return page.getByRole('button', { name: 'Refuse' }).click()
    await page.getByLabel('Subject').fill(subject)
    await page.getByRole('button', { name: 'Agree' }).click()
  }

  test('an officer links the account, signs out, comes in by the provider where they wanted to go, and unlinks it', async ({
    page,
  }, at) => {
    const subject = `nguoi-${at.project.name}`
    await withPassword(page, 'chuyenvien@demo.vn')
    await page.goto(`${product.url}/van-phong/tai-khoan`)
    await expect(page.getByText('Chưa gắn')).toBeVisible()
    await page.getByRole('link', { name: 'Gắn', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng nhập qua VNeID')
    await page.getByLabel('Mật khẩu đang dùng').fill('sai mật khẩu')
    await page.getByRole('button', { name: 'Gắn với VNeID' }).click()
    await expect(page.getByRole('alert')).toContainText('Mật khẩu hiện tại chưa đúng')
    await page.getByLabel('Mật khẩu đang dùng').fill(password)
    await page.getByRole('button', { name: 'Gắn với VNeID' }).click()
    await atProvider(page, subject)
    await expect(page).toHaveURL(`${product.url}/van-phong/tai-khoan/dinh-danh?da-gan`)
    await expect(page.getByText('Đã gắn. Từ nay bạn đăng nhập được bằng cả hai cách.')).toBeVisible()

    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.goto(`${product.url}/van-phong/tai-khoan/tin`)
    await expect(page).toHaveURL(/\/dang-nhap\?next=/)
    await byProvider(page).click()
    // The provider still knows the browser: signing out here is no sign-out there.
    await expect(page).toHaveURL(`${product.url}/van-phong/tai-khoan/tin`)

    await page.goto(`${product.url}/van-phong/tin`)
    await expect(page.getByText('Đã gắn tài khoản định danh')).toBeVisible()
    await page.goto(`${product.url}/van-phong/tai-khoan/dinh-danh`)
    await page.getByLabel('Mật khẩu đang dùng').fill(password)
    await page.getByRole('button', { name: 'Gỡ tài khoản định danh' }).click()
    await expect(page.getByText('Đã gỡ. Từ nay chỉ còn mật khẩu mở tài khoản này.')).toBeVisible()

    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.goto(`${product.url}/dang-nhap`)
    await byProvider(page).click()
    await expect(page.getByRole('alert')).toContainText('Chưa có tài khoản nào ở đây gắn với VNeID của bạn')
  })

  test('C62: whoever says no at the provider, or finds it silent, reads so where the password can be typed', async ({ page }) => {
    await page.goto(`${product.url}/dang-nhap?next=%2Fvan-phong%2Ftai-khoan`)
    await byProvider(page).click()
    await atProvider(page, null)
    await expect(page.getByRole('alert')).toContainText('Bạn đã dừng ở VNeID')
    await expect(page).toHaveURL(/&next=%2Fvan-phong%2Ftai-khoan$/)
    await page.goto(`${product.url}/dang-nhap/dinh-danh/ve?code=x&state=x`)
    await expect(page.getByRole('alert')).toContainText('Hãy bắt đầu lại từ đây')
    provider.behave.answer = 503
    await byProvider(page).click()
    await expect(page.getByRole('alert')).toContainText('VNeID lúc này không trả lời. Hãy dùng mật khẩu')
    delete provider.behave.answer
    await page.getByLabel('Thư điện tử').fill('lanhdao@demo.vn')
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL(`${product.url}/van-phong`)
  })
})
