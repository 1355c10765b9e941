import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { withoutFaults } from './first-day.ts'
import { accounts, expect, test } from './fixtures.ts'
import type { Account } from './fixtures.ts'
import { aFreshProduct } from './start-product.ts'

/** A product of the demonstration's first producer, in a product of its own: other journeys keep theirs. */
test.describe('a product goes over to another owner', { tag: '@no-js' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 })
  let product: Awaited<ReturnType<typeof aFreshProduct>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    product = await aFreshProduct('demo')
    await product.start()
  })
  test.afterAll(async () => product.remove())

  const enter = async (browser: Browser, account: Account): Promise<Page> => {
    const { javaScriptEnabled } = test.info().project.use
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto('/dang-nhap')
    await page.locator('input[name="email"]').fill(accounts[account])
    await page.locator('input[name="password"]').fill('dacsan-demo')
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/van-phong'))
    return page
  }
  const aPhoto = async () => {
    const image = sharp({ create: { width: 600, height: 400, channels: 3, background: '#486' } })
    return { name: 'hop-dong.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
  }

  test('the new owner asks with a paper, the old one agrees, the commune checks, the province confirms, and everybody sees whose it is', async ({
    browser,
  }) => {
    const giver = await enter(browser, 'producer')
    await giver.goto('/van-phong/san-pham/chuyen')
    await withoutFaults(giver)
    const offered = giver.getByRole('main').getByRole('link', { name: /^Chuyển / })
    const names = await offered.allInnerTexts()
    const taker = await enter(browser, 'otherProducer')
    let name = ''
    // The first one of the giver's that the law of the day lets go over.
    for (const each of names.map((text) => text.replace(/^Chuyển /, ''))) {
      await taker.goto(`/van-phong/san-pham/chuyen?q=${encodeURIComponent(each)}`)
      const link = taker.getByRole('main').getByRole('link', { name: `Nhận ${each} của` })
      if ((await link.count()) === 0) continue
      await link.first().click()
      await taker.getByLabel(/^Vì sao chuyển/).fill('Chủ cũ nghỉ làm, bán lại cơ sở.')
      // Without a paper and without the declaration nothing is sent, and nothing typed is lost.
      await taker.getByRole('button', { name: 'Gửi đề nghị chuyển' }).click()
      await expect(taker.getByText('Đánh dấu để xác nhận lời khai là đúng.').first()).toBeVisible()
      await expect(taker.getByLabel(/^Vì sao chuyển/)).toHaveValue('Chủ cũ nghỉ làm, bán lại cơ sở.')
      await withoutFaults(taker)
      await taker.locator('input[type=file]').setInputFiles(await aPhoto())
      await taker.locator('input[name=declared]').check()
      await taker.getByRole('button', { name: 'Gửi đề nghị chuyển' }).click()
      const isFiled = () => /\/chuyen\/ptr_/.test(taker.url())
      await expect.poll(async () => isFiled() || (await taker.getByText('chuyển được').count()) > 0).toBe(true)
      if (isFiled()) {
        name = each
        break
      }
    }
    expect(name).not.toBe('')
    const address = new URL(taker.url()).pathname
    await expect(taker.getByText('Chờ bên kia đồng ý').first()).toBeVisible()
    await expect(taker.getByRole('button', { name: 'Đồng ý', exact: true })).toHaveCount(0)
    await withoutFaults(taker)

    await giver.goto('/van-phong')
    await expect(giver.getByRole('main').getByText('1 đề nghị chuyển sản phẩm chờ bạn trả lời').first()).toBeVisible()
    await giver.goto(address)
    const paper = giver.getByRole('link', { name: 'Mở giấy: hop-dong.jpg' })
    const opened = await giver.request.get(new URL((await paper.getAttribute('href'))!, product.url).href)
    expect(opened.headers()['content-type']).toMatch(/^image\//)
    await giver.getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await expect(giver.getByText('Chờ xã kiểm').first()).toBeVisible()

    const office = await enter(browser, 'provincialOfficer')
    const desk = address.replace('/san-pham/', '/chu-the-xin-vao/')
    const officer = await enter(browser, 'communeOfficer')
    await officer.goto('/van-phong/chu-the-xin-vao')
    await withoutFaults(officer)
    await officer.goto(desk)
    await withoutFaults(officer)
    await officer.getByRole('button', { name: 'Đã kiểm, chuyển tỉnh' }).click()
    await expect(officer.getByText('Chờ tỉnh xác nhận').first()).toBeVisible()
    await expect(officer.getByRole('button', { name: 'Xác nhận chuyển' })).toHaveCount(0)

    await office.goto('/van-phong/chu-the-xin-vao')
    await office.getByRole('main').getByRole('link', { name: 'Chuyển sản phẩm cho chủ thể khác' }).click()
    await withoutFaults(office)
    await office.getByRole('main').getByRole('link', { name, exact: true }).click()
    await office.getByRole('button', { name: 'Xác nhận chuyển' }).click()
    await expect(office.getByText('Đã chuyển', { exact: true }).first()).toBeVisible()
    await withoutFaults(office)

    // The old one has it no more, the new one has, and the public page says since when.
    await giver.goto('/van-phong/san-pham')
    await expect(giver.getByRole('main').getByRole('link', { name })).toHaveCount(0)
    await taker.goto('/van-phong/san-pham')
    await expect(taker.getByRole('main').getByRole('link', { name }).first()).toBeVisible()
    await taker.goto(`/san-pham?q=${encodeURIComponent(name)}`)
    await taker.getByRole('main').getByRole('link', { name }).first().click()
    await expect(taker.getByText(/^Đến \d/).first()).toBeVisible()
    await withoutFaults(taker)
  })
})
