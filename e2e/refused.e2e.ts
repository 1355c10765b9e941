import { expect, test } from './fixtures.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { confirmFinal, proposeToProvince } from './way/office.ts'

test('a dossier is refused: by the commune with a reason, then goes on from what was written, and by the province on a ground of the law @no-js', async ({
  as,
}) => {
  test.setTimeout(240_000)
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
})
