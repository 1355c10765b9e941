import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { byScript, expect, test } from './fixtures.ts'
import { order } from './way/market.ts'

test.use({ viewport: { width: 360, height: 640 } })

const product = 'Bánh tét ba màu (mẫu)'

test(
  'a seller offers a second pack of a product, and a buyer chooses it, reads what a kilogram costs and orders it by name',
  { tag: '@no-js' },
  async ({ as, javaScriptEnabled }) => {
    test.setTimeout(150_000)
    const grams = javaScriptEnabled === false ? 350 : 450
    const pack = `Túi thử ${grams} g`
    const [seller, buyer] = [await as('otherProducer', { javaScriptEnabled }), await as('visitor', { javaScriptEnabled })]
    const officer = await as('trade', { javaScriptEnabled })
    const ready = () => (javaScriptEnabled === false ? Promise.resolve() : byScript(seller))

    const accessible = async (page: Page) => {
      if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
    const lot = `QC-${Date.now().toString(36)}`

    await seller.goto('/van-phong/san-pham')
    await seller.getByRole('link', { name: product }).first().click()
    await seller.waitForURL(/san-pham\/prd_/)
    const productId = /prd_\w+/.exec(seller.url())![0]
    await seller.getByRole('link', { name: 'Quy cách đóng gói' }).click()
    await ready()
    await seller.getByLabel('Quy cách mới').fill(pack)
    await seller.getByRole('button', { name: 'Thêm quy cách' }).click()
    await expect(seller.getByText(pack, { exact: true })).toBeVisible()

    await seller.goto(`/van-phong/lo/moi?san-pham=${productId}`)
    await expect(seller.locator('p.lead')).toHaveText(product)
    await ready()
    await seller.getByLabel('Làm được bao nhiêu?').fill('10')
    await seller.getByLabel('Đơn vị').selectOption('kg')
    await seller.locator('input[name="expiresOn"]').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10))
    await seller.getByLabel(/^Số lô/).fill(lot)
    await seller.getByRole('button', { name: 'Mở lô' }).click()
    await seller.waitForURL(/\/van-phong\/lo\/lot_/)

    await seller.goto(`/van-phong/ban-hang/ke?q=${encodeURIComponent(pack)}`)
    await seller.getByRole('link', { name: product }).first().click()
    const packs = seller.getByRole('navigation', { name: 'Quy cách của sản phẩm' })
    await expect(packs.getByRole('link', { name: pack })).toHaveAttribute('aria-current', 'page')
    await ready()
    await seller.getByLabel('Giá một đơn vị').fill('không rõ')
    await seller.getByLabel('Đơn vị bán').fill('túi')
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByRole('alert')).toBeVisible()
    await expect(seller.getByLabel('Đơn vị bán')).toHaveValue('túi')
    await seller.getByLabel('Giá một đơn vị').fill('90.000')
    await seller.getByText('Giá sỉ theo số lượng').click()
    await seller.getByLabel('Mức 1: từ số lượng').fill('3')
    await seller.getByLabel('Mức 1: giá').fill('95.000')
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByText('phải thấp hơn 90.000').first()).toBeVisible()
    await expect(seller.getByLabel('Mức 1: từ số lượng')).toHaveValue('3')
    await seller.getByLabel('Mức 1: giá').fill('80.000')
    await seller.getByLabel('Lời giới thiệu khi bán').fill(`Chữa bách bệnh ${grams}.`)
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByRole('button', { name: 'Gửi duyệt' })).toBeVisible()
    await ready()
    await accessible(seller)
    await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
    await expect(seller.getByText('Đang chờ cơ quan cấp tỉnh')).toBeVisible()

    // What nobody has read stands on no page; whoever reads it sends it back, and the seller reads why.
    await buyer.goto('/san-pham?q=banh+tet+ba+mau')
    await buyer.getByRole('link', { name: product }).first().click()
    await expect(buyer.getByRole('heading', { level: 1 })).toHaveText(product)
    await expect(buyer.getByText(`Chữa bách bệnh ${grams}.`)).toHaveCount(0)
    const posted = officer.getByRole('main').getByRole('listitem').filter({ hasText: pack })
    await officer.goto('/van-phong/duyet-hang')
    await expect(posted).toContainText(`Chữa bách bệnh ${grams}.`)
    await expect(posted).toContainText('từ 3: 80.000')
    await accessible(officer)
    await posted.getByText('Trả lại để sửa').first().click()
    await posted.getByLabel('Cần sửa gì').fill('Không nói chữa bệnh')
    await posted.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await expect(posted).toHaveCount(0)
    await seller.reload()
    await expect(seller.getByText('Trả lại để sửa: Không nói chữa bệnh')).toBeVisible()
    await ready()
    await seller.getByLabel('Lời giới thiệu khi bán').fill('Gói tay, luộc 12 giờ.')
    await seller.getByRole('button', { name: 'Lưu giá' }).click()
    await expect(seller.getByLabel('Lời giới thiệu khi bán')).toHaveValue('Gói tay, luộc 12 giờ.')
    await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
    await expect(seller.getByText('Đang chờ cơ quan cấp tỉnh')).toBeVisible()
    await officer.goto('/van-phong/duyet-hang')
    await posted.getByRole('button', { name: 'Duyệt, đưa lên kệ' }).click()
    await expect(posted).toHaveCount(0)
    await seller.reload()
    await expect(seller.getByRole('button', { name: 'Tạm ngừng bán' })).toBeVisible()
    await ready()
    await seller
      .getByLabel('Từ lô')
      .selectOption({ label: (await seller.locator('select[name="lotId"] option', { hasText: lot }).innerText()).trim() })
    await seller.getByLabel('Số lượng nhập').fill('4')
    await seller.getByRole('button', { name: 'Nhập kệ' }).click()
    await expect(seller.locator('tr', { hasText: lot }).locator('td').nth(3)).toHaveText('4')
    await accessible(seller)

    await buyer.goto('/san-pham?q=banh+tet+ba+mau')
    await buyer.getByRole('link', { name: product }).first().click()
    await expect(buyer.getByRole('group', { name: 'Chọn quy cách' })).toBeVisible()
    const offered = buyer.locator('label', { hasText: pack })
    await expect(offered).toContainText('90.000')
    await expect(offered).toContainText('Còn 4 túi')
    await accessible(buyer)
    const perKilogram = Math.round((90_000 * 1000) / grams).toLocaleString('vi-VN')
    await expect(offered).toContainText(new RegExp(`${perKilogram}\\s*₫/kg`))
    await offered.click()
    await expect(buyer.getByRole('table', { name: `Giá theo số lượng, ${pack}` })).toContainText(/Từ 3\s*80\.000/)
    await buyer.getByLabel('Số lượng').fill('3')
    await buyer.getByRole('button', { name: 'Thêm vào giỏ' }).click()
    await expect(buyer).toHaveURL(/\/gio-hang$/)
    await expect(buyer.getByText(new RegExp(`${pack} · 80\\.000\\s*₫ / túi`))).toBeVisible()
    await order(buyer)
    await expect(buyer.getByText(`${product}, ${pack} × 3 túi`)).toBeVisible()

    await seller.getByRole('button', { name: 'Tạm ngừng bán' }).click()
    await expect(seller.getByRole('button', { name: 'Bán tiếp' })).toBeVisible()
  },
)
