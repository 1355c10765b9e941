import { readXlsx, writeXlsx } from 'hucre'
import { byScript, expect, test } from './fixtures.ts'

test('a seller reads what other marketplaces ask and has the template of its shop filled @no-js', async ({ login, page }) => {
  await login('producer')
  await page.goto('/van-phong/ban-hang/ke')
  await page.getByRole('link', { name: 'Bán trên sàn khác' }).click()
  await expect(page.getByRole('heading', { name: 'Bán trên sàn khác', level: 1 })).toBeVisible()
  const goods = page.getByRole('list', { name: 'Sản phẩm đang bán và từng sàn' }).getByRole('listitem').first()
  await expect(goods).toContainText('TikTok Shop')

  const send = async (rows: string[][]) => {
    const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: 'Mẫu', rows }] }))
    await page.getByLabel('Tệp mẫu của gian hàng bạn').setInputFiles({ name: 'mau.xlsx', mimeType: 'application/octet-stream', buffer })
  }
  await send([['STT', 'Tên hàng']])
  await page.getByRole('button', { name: 'Điền và tải về' }).click()
  await expect(page.getByText('Đây không phải tệp mẫu đăng hàng loạt của Shopee').first()).toBeVisible()

  await send([['ps_product_name|1|0', 'ps_price|1|1', 'ps_stock|0|1']])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Điền và tải về' }).click()])
  const parts: Buffer[] = []
  for await (const part of await file.createReadStream()) parts.push(part as Buffer)
  const rows = (await readXlsx(Buffer.concat(parts))).sheets[0]!.rows
  expect(rows.length).toBeGreaterThan(6)
  expect(Number(rows[6]![1])).toBeGreaterThan(0)
})

test('a file of orders of a marketplace takes goods from the one shelf, and a settlement is matched to it @no-js', async ({
  login,
  page,
}) => {
  const mark = `${Date.now()}`.slice(-9)
  const isByScript = test.info().project.use.javaScriptEnabled !== false
  const ready = async () => {
    if (isByScript) await byScript(page)
  }
  const picture = async (name: string) => {
    for (const [width, height] of [
      [1280, 800],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width)
    }
  }
  await login('producer')
  await page.goto('/van-phong/kenh-ban/gian-hang')
  await ready()
  await page.getByLabel('Sàn', { exact: true }).selectOption('shopee')
  await page.getByLabel('Tên gian hàng trên sàn').fill(`Gian ${mark}`)
  await page.getByLabel('Trừ kho cho đơn đặt từ ngày').fill('2020-01-01')
  await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(page.getByText(`Shopee, Gian ${mark}`)).toBeVisible()
  await picture('shops')

  const send = async (kind: string, lines: readonly string[]) => {
    await page.goto('/van-phong/kenh-ban/tep')
    await page.getByLabel('Gian hàng').selectOption({ label: `Shopee, Gian ${mark}` })
    await page.getByLabel('Loại tệp').selectOption({ label: kind })
    await page
      .getByLabel('Tệp .xlsx hoặc .csv')
      .setInputFiles({ name: 'tep.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
    await page.getByRole('button', { name: 'Xem trước' }).click()
  }
  const head = 'Mã đơn hàng;Trạng Thái Đơn Hàng;Ngày đặt hàng;SKU phân loại hàng;Tên sản phẩm;Số lượng;Giá ưu đãi;Người Mua;Số điện thoại'
  const row = `26${mark};Chờ lấy hàng;2026-10-05 09:00;HU-${mark};Mứt dừa sáp;1;85.000;n***a;0912345678`
  await send('Đơn hàng', ['khong;phai'])
  await expect(page.getByText('Không thấy dòng tên cột').first()).toBeVisible()
  await send('Đơn hàng', [head, row, `27${mark};Đang nghĩ;2026-10-05;HU;Mứt;1;85.000;;`])
  await expect(page.getByText('1 mã hàng chưa rõ quy cách')).toBeVisible()
  await expect(page.getByText('“Đang nghĩ” là trạng thái mà hệ thống chưa biết')).toBeVisible()
  await picture('preview')
  await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
  await expect(page.getByText('Đã ghi vào sổ.')).toBeVisible()
  await page.getByRole('link', { name: 'Xem những gì chờ bạn' }).click()
  await ready()
  const unknown = page.getByRole('listitem').filter({ hasText: `HU-${mark}` })
  await unknown.getByLabel('Quy cách', { exact: true }).selectOption({ index: 1 })
  await picture('queue')
  await unknown.getByRole('button', { name: 'Ghi nhớ' }).click()
  await expect(page.getByText('Đã ghi.').first()).toBeVisible()

  await send('Quyết toán, doanh thu', [
    'Mã đơn hàng;Ngày hoàn thành thanh toán;Giá sản phẩm;Phí cố định;Tổng tiền đã thanh toán',
    `26${mark};2026-10-20;85.000;-10.200;74.800`,
  ])
  await expect(page.getByText('Khớp')).toBeVisible()
  await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
  await expect(page.getByText('Đã ghi vào sổ.')).toBeVisible()
  await page.goto('/van-phong/kenh-ban')
  await page.getByRole('link', { name: `26${mark}` }).click()
  await expect(page.getByRole('heading', { name: `Đơn 26${mark}`, level: 1 })).toBeVisible()
  await expect(page.getByText('Đã trừ kho').first()).toBeVisible()
  await expect(page.getByText('n***a (sàn đã che)')).toBeVisible()
  await expect(page.getByText('Phí cố định').first()).toBeVisible()
  await picture('order')
  await page.goto('/van-phong/tien-ve/bang-ke?tu=2026-10-01&den=2026-10-31')
  await expect(page.getByRole('heading', { name: 'Bán trên sàn khác' })).toBeVisible()
})
