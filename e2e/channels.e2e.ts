import { readXlsx, writeXlsx } from 'hucre'
import { expect, test } from './fixtures.ts'

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
