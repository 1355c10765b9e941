import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accounts, byScript, expect, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 640 } })

const nectar = 'Mật hoa dừa (mẫu)'

// A bottle is 95.000 đ on its own; in the box two of them are 180.000 đ.
test('a seller puts a gift box together, somebody reads it, and a buyer of the box and of a loose bottle is packed for by lot @no-js', async ({
  browser,
  javaScriptEnabled,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const options = { baseURL, javaScriptEnabled, viewport: { width: 360, height: 640 } }
  const open = async () => (await browser.newContext(options)).newPage()
  const [seller, officer, buyer] = (await Promise.all([open(), open(), open()])) as [Page, Page, Page]
  // Another one each time it is tried.
  const box = `Hộp biếu ${Date.now().toString(36)}`
  const ready = (page: Page) => (javaScriptEnabled === false ? Promise.resolve() : byScript(page))
  const accessible = async (page: Page) => {
    if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  const look = async (page: Page, name: string) => {
    const folder = process.env['LOOK']
    if (!folder || javaScriptEnabled === false) return
    await page.screenshot({ path: `${folder}/${name}-360.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 360, height: 640 })
  }
  const signIn = async (page: Page, email: string) => {
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(email)
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
  }

  await test.step('the seller makes a pack that is a box and says what lies in it', async () => {
    await signIn(seller, 'chuthe3@demo.vn')
    await seller.goto('/van-phong/san-pham')
    await seller.getByRole('link', { name: nectar }).first().click()
    await seller.getByRole('link', { name: 'Quy cách đóng gói' }).click()
    await ready(seller)
    await seller.getByLabel('Quy cách mới').fill(box)
    await seller.getByRole('button', { name: 'Thêm quy cách' }).click()
    await expect(seller.getByText(box, { exact: true })).toBeVisible()

    await seller.goto(`/van-phong/ban-hang/ke?q=${encodeURIComponent(box)}`)
    await seller.getByRole('link', { name: nectar }).first().click()
    await expect(seller.getByRole('navigation', { name: 'Quy cách của sản phẩm' }).getByRole('link', { name: box })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await ready(seller)
    await seller.getByLabel('Giá một đơn vị').fill('180.000')
    await seller.getByLabel('Đơn vị bán').fill('hộp')
    await seller.getByText('Hộp quà: gồm nhiều món của mình').click()
    const part = seller.getByLabel(/^Món 1/)
    const usual = await part.locator('option').filter({ hasText: nectar }).first().innerText()
    await part.selectOption({ label: usual.trim() })
    await seller.getByLabel('Số lượng món 1').fill('1')
    await seller.getByLabel('Lời giới thiệu khi bán').fill('Hai chai trong hộp giấy.')
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByText('Hộp quà phải có từ hai món trở lên').first()).toBeVisible()
    await expect(seller.getByLabel('Giá một đơn vị')).toHaveValue('180.000')
    await ready(seller)
    await seller.getByLabel('Số lượng món 1').fill('2')
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByRole('button', { name: 'Gửi duyệt' })).toBeVisible()
    await expect(seller.getByText(/Hàng trên kệ đóng được \d+ hộp|tạm không bán được/)).toBeVisible()
    await ready(seller)
    await accessible(seller)
    await look(seller, 'hop-qua-nguoi-ban')
    await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
    await expect(seller.getByText('Đang chờ cơ quan cấp tỉnh')).toBeVisible()
  })

  await test.step('the trade department reads what lies in it', async () => {
    await signIn(officer, accounts.trade)
    await officer.goto('/van-phong/duyet-hang')
    const card = officer
      .locator('article, li, section')
      .filter({ has: officer.getByRole('link', { name: new RegExp(box) }) })
      .last()
    await expect(card.getByRole('list', { name: 'Hộp gồm' }).getByText(/2 ×/)).toBeVisible()
    await ready(officer)
    await accessible(officer)
    await look(officer, 'hop-qua-duyet')
    await card.getByRole('button', { name: /Duyệt/ }).first().click()
    await expect(card.getByRole('button', { name: /Duyệt/ })).toHaveCount(0)
  })

  let code = ''
  await test.step('a buyer takes a box and a loose bottle of the same product', async () => {
    await buyer.goto('/san-pham?q=mat+hoa+dua')
    await buyer.getByRole('link', { name: nectar }).first().click()
    const address = buyer.url()
    await expect(buyer.getByText('Mỗi hộp gồm:').first()).toBeVisible()
    await accessible(buyer)
    await look(buyer, 'hop-qua-san-pham')
    await buyer.getByRole('radio', { name: new RegExp(box) }).check()
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await expect(buyer.getByText('Mỗi hộp gồm:')).toBeVisible()
    await buyer.goto(address)
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await expect(buyer.getByText('275.000').first()).toBeVisible()
    await accessible(buyer)
    await look(buyer, 'hop-qua-gio-hang')
    await buyer.getByRole('link', { name: 'Đặt hàng', exact: true }).click()
    await buyer.getByLabel('Họ và tên').fill('Trần Thị Quà')
    await buyer.getByLabel('Số điện thoại').fill(javaScriptEnabled === false ? '0912 345 661' : '0912 345 662')
    await buyer.getByLabel('Địa chỉ nhận hàng').fill('Ấp Chợ, xã Cầu Kè, Vĩnh Long')
    await buyer.getByRole('button', { name: 'Đặt hàng' }).click()
    await expect(buyer.getByRole('img', { name: /Mã VietQR: chuyển 275\.000/ })).toBeVisible()
    code = /DS[A-Z2-9]{8}/.exec(await buyer.getByRole('heading', { level: 1 }).innerText())![0]
    await expect(buyer.getByText(new RegExp(`${box}.* × 1`))).toBeVisible()
    await expect(buyer.getByText('Trong hộp:')).toBeVisible()
    await accessible(buyer)
    await look(buyer, 'hop-qua-don-hang')
  })

  await test.step('the seller packs both, each bottle from the lot that is named', async () => {
    await seller.goto('/van-phong/ban-hang')
    await seller.getByRole('link', { name: code }).first().click()
    await ready(seller)
    await look(seller, 'hop-qua-don-nguoi-ban')
    await seller.getByRole('button', { name: 'Xác nhận đã nhận tiền' }).click()
    await expect(seller.getByText('Đã nhận đủ tiền').first()).toBeVisible()
    await seller.goto('/van-phong/ban-hang/dong-goi')
    await ready(seller)
    const order = seller.locator('article', { has: seller.getByText(code, { exact: true }) })
    await expect(order.getByText(new RegExp(`1 hộp .*${box} gồm:`))).toBeVisible()
    await expect(order.getByText(/\b1 chai lô /)).toHaveCount(1)
    await expect(order.getByText(/\b2 chai lô /)).toHaveCount(1)
    await accessible(seller)
    await look(seller, 'hop-qua-dong-goi')
    const orderId = await order.locator('input[name="order"]').inputValue()
    const paper = await seller.request.get(`/van-phong/ban-hang/dong-goi/in/dong-goi.pdf?order=${orderId}`)
    expect(paper.status()).toBe(200)
    await seller.goto('/van-phong/ban-hang')
    await seller.getByRole('link', { name: code }).first().click()
    await seller.getByRole('button', { name: 'Đã giao hàng' }).click()
    await expect(seller.getByRole('button', { name: 'Đã giao hàng' })).toBeHidden()
  })

  await test.step('the buyer complains about the whole box by one tick, and the loose bottle stays out of it', async () => {
    await buyer.reload()
    await buyer.getByRole('link', { name: 'Hàng có vấn đề? Trả hàng, khiếu nại' }).click()
    await buyer.getByLabel('Hỏng, vỡ khi nhận').check()
    await buyer.getByLabel('Trả hàng, nhận lại tiền').check()
    await buyer.getByLabel(/Cả hộp: mọi món/).check()
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByText('Viết vài chữ, ít nhất 3 ký tự.').first()).toBeVisible()
    // What was ticked is still ticked.
    await expect(buyer.getByLabel(/Cả hộp: mọi món/)).toBeChecked()
    await accessible(buyer)
    await look(buyer, 'hop-qua-khieu-nai')
    await buyer.getByLabel('Kể lại chuyện gì đã xảy ra').fill('Hộp ướt, hai chai đều nứt')
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(buyer.getByText(/^Đã gửi\./)).toBeVisible()
    await expect(buyer.getByText(/2 trong 2 chai/)).toHaveCount(1)
    await expect(buyer.getByText(/1 trong 1 chai/)).toHaveCount(0)
  })
})
