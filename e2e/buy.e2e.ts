import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

const sweets = 'Kẹo dừa sáp (mẫu)'
const cakes = 'Bánh tét ba màu (mẫu)'

test.describe('a buyer without an account', { tag: '@no-js' }, () => {
  test('C72: a buyer puts goods of two sellers into one cart and gets one order and one VietQR for each', async ({ page }) => {
    for (const [typed, product] of [
      ['keo dua sap', sweets],
      ['banh tet ba mau', cakes],
    ] as const) {
      await page.goto(`/san-pham?q=${encodeURIComponent(typed)}`)
      await page.getByRole('link', { name: product }).first().click()
      await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
      await expect(page).toHaveURL(/\/gio-hang$/)
    }
    await expect(page.getByText('Giỏ có 2 người bán')).toBeVisible()
    await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()

    await page.getByLabel('Họ và tên').fill('Lê Văn <i>Mua</i>')
    await page.getByLabel('Số điện thoại').fill('12')
    const [refused] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Đặt hàng' }).click(),
    ])
    expect(refused.status()).toBe(422)
    await expect(page.getByRole('alert')).toContainText('Nhập số điện thoại gồm 10 số')
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Lê Văn <i>Mua</i>')

    await page.getByLabel('Số điện thoại').fill('+84 912 345 678')
    await page.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
    await page.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(page).toHaveURL(/\/don-hang\/DS[A-Z2-9]{8}\?k=/)
    await expect(page.getByText('Lê Văn <i>Mua</i>')).toBeVisible()
    const both = page.getByRole('region', { name: 'Các đơn cùng lần đặt' }).getByRole('link', { name: 'Xem đơn này' })
    await expect(both).toHaveCount(2)
    await expect(page.getByText('Còn 2 trên 2 đơn phải chuyển khoản.')).toBeVisible()
    await expect(page.getByRole('img', { name: /^Mã VietQR/ })).toHaveCount(2)

    const first = page.url()
    await both.last().click()
    await page.getByRole('button', { name: 'Tôi đã chuyển khoản' }).last().click()
    await expect(page.getByText('Bạn đã báo chuyển khoản').first()).toBeVisible()

    await page.goto(first.replace(/k=.*/, 'k=x'))
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Đơn DS')
  })

  test('C72: a buyer cancels before paying, and finds the order again by code and phone number', async ({ page }) => {
    await page.goto('/san-pham?q=keo+dua+sap')
    await page.getByRole('link', { name: sweets }).first().click()
    await page.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await page.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await page.getByLabel('Họ và tên').fill('Trần Thị Đổi Ý')
    await page.getByLabel('Số điện thoại').fill('0987 654 321')
    await page.getByLabel('Địa chỉ nhận hàng').fill('12 đường Lê Lợi, phường Trà Vinh')
    await page.getByRole('button', { name: 'Đặt hàng' }).click()
    const code = /DS[A-Z2-9]{8}/.exec(page.url())![0]
    await page.getByRole('button', { name: 'Hủy đơn' }).click()
    await expect(page.getByText('Đơn đã hủy. Bạn không phải trả tiền.')).toBeVisible()

    await page.goto('/don-hang')
    await page.getByLabel('Mã đơn').fill(code.toLowerCase())
    await page.getByLabel('Số điện thoại').fill('0900000000')
    await page.getByRole('button', { name: 'Xem đơn' }).click()
    await expect(page.getByRole('alert')).toContainText('Không tìm thấy đơn')
    await page.getByLabel('Số điện thoại').fill('0987654321')
    await page.getByRole('button', { name: 'Xem đơn' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Đơn ${code}`)
  })
})

test('a seller confirms the money and the delivery; another seller does not find the order', async ({ as }) => {
  const buyer = await as('visitor')
  await buyer.goto('/san-pham?q=keo+dua+sap')
  await buyer.getByRole('link', { name: sweets }).first().click()
  await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
  await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
  await buyer.getByLabel('Họ và tên').fill('Phạm Thị Nhận')
  await buyer.getByLabel('Số điện thoại').fill('0911222333')
  await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp 3, xã Cầu Ngang')
  await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
  const code = /DS[A-Z2-9]{8}/.exec(buyer.url())![0]

  const seller = await as('producer')
  await seller.goto('/van-phong/ban-hang')
  await seller.getByRole('link', { name: code }).click()
  await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
  await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
  await expect(seller.getByRole('listitem').filter({ hasText: 'Giao hàng' })).toBeVisible()
  await buyer.reload()
  await expect(buyer.getByText('Người bán đã nhận đủ tiền và đã giao hàng.')).toBeVisible()

  const order = new URL(seller.url()).pathname
  for (const [page, paths] of [
    [buyer, ['/gio-hang', '/don-hang', buyer.url()]],
    [seller, [order, '/van-phong/ban-hang', '/van-phong/ban-hang/ke', '/van-phong/ban-hang/tai-khoan']],
  ] as const) {
    for (const path of paths) {
      await page.goto(path)
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([])
    }
  }

  const other = await as('otherProducer')
  const answer = await other.goto(order)
  expect(answer!.status()).toBe(404)
})
