import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

test('an officer finds a dossier and a product by words without accents, and somebody whom nothing concerns finds none of it @no-js', async ({
  page,
  login,
}) => {
  await login('provincialOfficer')
  await page.getByRole('link', { name: 'Tìm', exact: true }).click()
  await page.getByRole('searchbox').fill('com dua sap')
  await page.getByRole('searchbox').press('Enter')
  const dossiers = page.getByRole('region', { name: 'Hồ sơ', exact: true })
  await dossiers.getByRole('link', { name: 'Cơm dừa sáp cấp đông (mẫu)' }).click()
  await expect(page).toHaveURL(/\/van-phong\/tham-dinh\/dos_/)
  await page.goto('/van-phong/tim?q=zzzz')
  await expect(page.getByRole('heading', { name: 'Không thấy “zzzz”' })).toBeVisible()
  await page.goto('/van-phong/tim?q=x')
  await expect(page.getByText('Gõ ít nhất 2 chữ.')).toBeVisible()
})

test('the page of what was found has no fault for those who cannot see it, and fits a telephone', async ({ page, login }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await login('producer')
  await page.goto('/van-phong/tim?q=dua sap')
  await expect(page.getByRole('status')).toContainText('kết quả cho “dua sap”')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
