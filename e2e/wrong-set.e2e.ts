import { expect, test } from './fixtures.ts'
import { attachPaper, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { proposeToProvince } from './way/office.ts'

test('a wrong set of products is put right: by the producer in its draft, and by the office after the commune proposed it @no-js', async ({
  as,
}) => {
  test.setTimeout(300_000)
  const product = `Kẹo nhầm bộ ${Date.now().toString(36)}`
  const producer = await as('producer')
  const office = await as('provincialOfficer')

  const dossier = await registerProduct(producer, product)
  await fillParts(producer, dossier)
  await scoreItself(producer, dossier, fourStars)

  await test.step('the producer sees what would go along, changes the set, and goes on scoring', async () => {
    await producer.goto(dossier)
    await producer.getByRole('link', { name: 'Đổi bộ sản phẩm' }).click()
    await producer.getByLabel('Bộ sản phẩm đúng').selectOption({ value: 'QD26-08' })
    await producer.getByRole('button', { name: 'Xem trước' }).click()
    await expect(producer.getByText(/câu tự chấm trùng cả tiêu chí lẫn phương án được giữ/)).toBeVisible()
    await producer.getByRole('button', { name: 'Đổi bộ', exact: true }).click()
    await producer.waitForURL(`**${dossier}`)
    await expect(producer.getByText(/bộ 08/).first()).toBeVisible()
    await expect(producer.getByText('Chép sang, cần xem lại').first()).toBeVisible()
    // Back again: what was the same both ways is still there.
    await producer.goto(`${dossier}/bo-san-pham?bo=QD26-07`)
    await producer.getByRole('button', { name: 'Đổi bộ', exact: true }).click()
    await producer.waitForURL(`**${dossier}`)
    await scoreItself(producer, dossier, fourStars)
  })

  await test.step('what lifts it to five stars is listed with what to do, and leads to the place where it is done', async () => {
    await producer.goto(dossier)
    await producer.getByRole('link', { name: 'Việc cần làm để lên sao' }).click()
    await expect(producer.getByText(/^Để đạt 5 sao:/)).toBeVisible()
    await expect(producer.getByText(/^Cần đạt:/).first()).toBeVisible()
    await producer.getByRole('link', { name: 'Thêm giấy' }).first().click()
    await expect(producer.getByLabel('Tên giấy')).toBeVisible()
  })

  await test.step('the office puts a proposed one under the right set, and the producer reads why', async () => {
    await attachPaper(producer, dossier, `Giấy đăng ký của ${product}`)
    const code = await fileDossier(producer, dossier)
    await proposeToProvince(await as('communeOfficer'), code)
    await office.goto('/van-phong/tham-dinh')
    await office.getByRole('link', { name: product }).first().click()
    await office.getByRole('link', { name: 'Đổi bộ sản phẩm' }).click()
    await office.getByLabel('Bộ sản phẩm đúng').selectOption({ value: 'QD26-08' })
    await office.getByRole('button', { name: 'Xem trước' }).click()
    await office.getByRole('button', { name: 'Sửa bộ và trả chủ thể tự chấm lại' }).click()
    await expect(office.getByText('Hãy ghi rõ lý do').first()).toBeVisible()
    await office.getByLabel('Vì sao bộ cũ không đúng').fill('Nguyên liệu chính là mật ong.')
    await office.getByRole('button', { name: 'Sửa bộ và trả chủ thể tự chấm lại' }).click()
    await office.waitForURL((url) => url.pathname === '/van-phong/tham-dinh')
    await producer.goto(dossier)
    await expect(producer.getByText(/Nguyên liệu chính là mật ong\./).first()).toBeVisible()
    await expect(producer.getByText('Tỉnh yêu cầu bổ sung').first()).toBeVisible()
  })
})
