import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { confirmFinal, proposeToProvince, todayInVietnam } from './way/office.ts'

async function withoutFaults(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test('a dossier is refused: by the commune with a reason, then by the province on a ground of the law, which a complaint mends @no-js', async ({
  as,
}) => {
  test.setTimeout(300_000)
  const product = `Kẹo dừa bị trả ${Date.now().toString(36)}`
  const producer = await as('producer')
  const commune = await as('communeOfficer')
  const office = await as('provincialOfficer')

  const dossier = await registerProduct(producer, product)
  await fillParts(producer, dossier)
  await scoreItself(producer, dossier, fourStars)
  await attachPaper(producer, dossier, `Giấy đăng ký của ${product}`)
  const code = await fileDossier(producer, dossier)

  await test.step('the commune does not propose it, and the producer reads why', async () => {
    await commune.goto(`/van-phong/xa?q=${code}`)
    await commune.getByRole('link', { name: 'Không đề nghị', exact: true }).click()
    await commune.getByRole('button', { name: 'Không đề nghị', exact: true }).click()
    await expect(commune.getByText('Hãy ghi rõ lý do').first()).toBeVisible()
    await commune.getByLabel('Vì sao xã không đề nghị').fill('Nguyên liệu không phải của địa phương.')
    await commune.getByRole('button', { name: 'Không đề nghị', exact: true }).click()
    await expect(commune.getByText(`kết thúc hồ sơ ${product}`)).toBeVisible()
    await confirmFinal(commune, 'Xã không đề nghị hồ sơ')
    await expect(commune.getByText('Không được nhận').first()).toBeVisible()
    await producer.goto(dossier)
    await expect(producer.getByText('Không được nhận').first()).toBeVisible()
    await expect(producer.getByText('Nguyên liệu không phải của địa phương.')).toBeVisible()
  })

  await test.step('the next dossier of the product has what the last one said, and nothing counts as done unopened', async () => {
    await producer.goto('/van-phong/ho-so/moi')
    await producer.getByRole('listitem').filter({ hasText: product }).getByRole('link').click()
    await producer.getByRole('radio', { name: /Đánh giá lần đầu/ }).check()
    await producer.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click()
    await producer.waitForURL(/\/ho-so\/dos_\w+$/)
    const next = new URL(producer.url()).pathname
    await expect(producer.getByText('Chép sang, cần xem lại')).toHaveCount(6)
    await producer.goto(`${next}/kiem-tra`)
    await expect(producer.getByText(/chép từ hồ sơ trước, chưa xem lại/)).toHaveCount(6)
    await fillParts(producer, next)
    await scoreItself(producer, next, fourStars)
    await producer.goto(`${next}/minh-chung`)
    await producer.getByRole('button', { name: 'Đã xem, các giấy còn đúng' }).click()
    await expect(producer.getByRole('button', { name: 'Đã xem, các giấy còn đúng' })).toHaveCount(0)
    await producer.goto(next)
    await expect(producer.getByText('Chép sang, cần xem lại')).toHaveCount(0)
    await proposeToProvince(commune, await fileDossier(producer, next))
  })

  await test.step('the province refuses it at once on a ground of the law', async () => {
    await office.goto('/van-phong/tham-dinh')
    await office.getByRole('link', { name: product }).first().click()
    await office.getByText('Từ chối ngay, không qua bổ sung').click()
    await office.getByRole('radio', { name: 'Hồ sơ đăng ký không đúng quy định' }).check()
    await office.getByLabel('Đã thấy gì').fill('Giấy đăng ký mang tên người khác.')
    await office.getByRole('button', { name: 'Từ chối hồ sơ' }).click()
    await expect(office.getByText('căn cứ: Hồ sơ đăng ký không đúng quy định')).toBeVisible()
    await confirmFinal(office, 'Tỉnh từ chối hồ sơ')
    await producer.goto('/van-phong/ho-so')
    await producer.getByRole('link', { name: product }).first().click()
    await expect(producer.getByText('Hồ sơ đăng ký không đúng quy định. Giấy đăng ký mang tên người khác.')).toBeVisible()
  })

  await test.step('the producer complains, the province takes it up and grants it, and the dossier is looked at again', async () => {
    await producer.getByRole('link', { name: 'Khiếu nại', exact: true }).click()
    await producer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(producer.getByText('Hãy ghi rõ điều bạn không đồng ý và vì sao').first()).toBeVisible()
    await producer.getByLabel('Điều bạn không đồng ý, và vì sao').fill('Giấy đăng ký mang tên vợ tôi, cùng một hộ kinh doanh.')
    await producer.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await expect(producer.getByText('Chờ thụ lý')).toBeVisible()
    await withoutFaults(producer)

    await office.goto('/van-phong/khieu-nai')
    await office.getByRole('link', { name: product }).click()
    await office.getByRole('button', { name: 'Thụ lý' }).click()
    await office.getByRole('radio', { name: 'Chấp nhận: xét lại hồ sơ' }).check()
    await office.getByLabel('Lý do, như trong văn bản đã ký').fill('Giấy đăng ký là của hộ, tên vợ là chủ hộ; hồ sơ đúng chủ thể.')
    await office.getByLabel('Số văn bản').fill('12/QĐ-UBND')
    await office.getByLabel('Ngày ký').fill(todayInVietnam())
    await office.getByLabel('Người ký').fill('Trần Lãnh Đạo')
    await office.getByRole('button', { name: 'Ghi nhận trả lời' }).click()
    await expect(office.getByText('trả hồ sơ về nơi đã không nhận để xét lại')).toBeVisible()
    await confirmFinal(office, 'Chấp nhận khiếu nại')
    await expect(office.getByText('Văn bản số 12/QĐ-UBND')).toBeVisible()
    await withoutFaults(office)

    await producer.reload()
    await expect(producer.getByText('Giấy đăng ký là của hộ, tên vợ là chủ hộ')).toBeVisible()
    await office.goto('/van-phong/tham-dinh')
    await expect(office.getByRole('link', { name: product }).first()).toBeVisible()
  })
})
