import sharp from 'sharp'
import { expect, test } from './fixtures.ts'
import { attachPaper, choose, fileDossier, fillParts, fourStars, registerProduct, scoreItself } from './way/dossier.ts'
import { conveneCouncil, proposeToProvince, todayInVietnam } from './way/office.ts'
import { wordsOfPdf } from '../packages/papers/test-reading.ts'
import { fetchFile } from './way/papers.ts'

const adviser = 'Nguyễn Chuyên Viên (Văn phòng điều phối OCOP tỉnh Vĩnh Long)'
const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#486' } })
    .jpeg()
    .toBuffer(),
})

test('before the council: samples are counted, a visit and a test are told, weak points are named and no mark is shown @no-js', async ({
  as,
}) => {
  test.setTimeout(300_000)
  const product = `Kẹo dừa mẫu ${Date.now().toString(36)}`
  const producer = await as('producer')
  const office = await as('provincialOfficer')
  const member = await as('member1')
  const today = todayInVietnam()

  const dossier = await registerProduct(producer, product)
  await fillParts(producer, dossier)
  await scoreItself(producer, dossier, fourStars)
  await attachPaper(producer, dossier, `Giấy đăng ký của ${product}`)
  await proposeToProvince(await as('communeOfficer'), await fileDossier(producer, dossier))
  const id = dossier.split('/').at(-1)!
  const appraisal = `/van-phong/tham-dinh/${id}`

  const record = async (pieces: string) => {
    await office.goto(`${appraisal}/chuan-bi`)
    const samples = office.locator('section').filter({ has: office.getByRole('heading', { name: 'Mẫu sản phẩm' }) })
    await samples.getByLabel('Việc').selectOption({ label: 'Nhận mẫu' })
    await samples.getByLabel('Số mẫu').fill(pieces)
    await samples.getByLabel('Nơi nhận hoặc nơi để mẫu').fill('Kho của Văn phòng điều phối')
    await samples.getByRole('button', { name: 'Ghi vào sổ' }).click()
  }

  await test.step('three samples of five keep it out of the round, five let it in', async () => {
    await record('3')
    await expect(office.getByText('Đã nhận 3/5 mẫu.')).toBeVisible()
    await office.goto(appraisal)
    for (const present of await office.getByRole('checkbox').all()) await present.check()
    await office.getByRole('button', { name: 'Nhận vào đợt' }).click()
    await expect(office.getByText('Sổ mẫu ghi chưa đủ số mẫu theo bộ tiêu chí.').first()).toBeVisible()
    await record('2')
    await expect(office.getByText('Đã nhận 5/5 mẫu.')).toBeVisible()
    await office.goto(appraisal)
    for (const present of await office.getByRole('checkbox').all()) await present.check()
    await office.getByRole('button', { name: 'Nhận vào đợt' }).click()
    await office.getByLabel('Người viết báo cáo của Tổ tư vấn').selectOption({ label: adviser })
    await office.getByRole('button', { name: 'Giao', exact: true }).click()
    await expect(office.getByRole('heading', { name: 'Giao lại báo cáo thẩm định' })).toBeVisible()
  })

  await test.step('a visit is planned and told with photos of its day and place', async () => {
    await office.goto(`${appraisal}/chuan-bi`)
    await office.getByLabel('Ngày dự kiến').fill(today)
    await office.getByLabel('Ai đi').fill('Hai thành viên Tổ tư vấn')
    await office.getByRole('button', { name: 'Lên lịch', exact: true }).click()
    await office.getByText('Ghi kết quả khảo sát này').click()
    await office.getByLabel('Ngày khảo sát').fill(today)
    await office.getByLabel('Nơi khảo sát').fill('Xưởng ở Ấp 1')
    await office.getByLabel('Đã thấy gì').fill('Xưởng sạch, có sổ theo dõi.')
    await office.getByLabel('Ảnh chụp tại chỗ').setInputFiles([await photo('xuong.jpg'), await photo('kho.jpg')])
    await office.getByRole('button', { name: 'Lưu kết quả khảo sát' }).click()
    await expect(office.getByRole('img', { name: /^Ảnh \d, ngày .+, Xưởng ở Ấp 1$/ })).toHaveCount(2)
  })

  await test.step('a test is asked of the producer, the report waits, the producer brings it', async () => {
    await office.getByLabel('Chỉ tiêu').fill('Hàm lượng chì')
    await office.getByLabel('Vì sao cần').fill('Phiếu cũ không có chỉ tiêu này.')
    await office.getByLabel('Hạn nộp').fill(today)
    await office.getByRole('button', { name: 'Yêu cầu', exact: true }).click()
    await expect(office.getByText('báo cáo chờ kết quả này')).toBeVisible()
    await office.goto(appraisal)
    await office.getByLabel(/^Kết quả thẩm định/).fill('Cơ sở đúng như hồ sơ.')
    await office.getByRole('radio', { name: '3 sao', exact: true }).check()
    await office.getByRole('button', { name: 'Nộp báo cáo' }).click()
    await expect(office.getByText('Báo cáo còn chờ kết quả kiểm nghiệm: Hàm lượng chì.').first()).toBeVisible()

    await producer.goto(dossier)
    await producer.getByRole('link', { name: 'Xem và nộp kết quả' }).click()
    await producer.getByText('Nộp kết quả này').click()
    await producer.getByLabel('Phòng thử nghiệm').fill('Trung tâm kiểm nghiệm tỉnh')
    await producer.getByLabel('Kết quả', { exact: true }).fill('Không phát hiện')
    await producer.getByLabel('Ngày của phiếu kết quả').fill(today)
    await producer.getByRole('button', { name: 'Nộp kết quả' }).click()
    await expect(producer.getByText('Hãy kèm phiếu kết quả của phòng thử nghiệm').first()).toBeVisible()
    await expect(producer.getByLabel('Phòng thử nghiệm')).toHaveValue('Trung tâm kiểm nghiệm tỉnh')
    await producer.getByLabel('Phiếu kết quả', { exact: true }).setInputFiles(await photo('phieu.jpg'))
    await producer.getByRole('button', { name: 'Nộp kết quả' }).click()
    await expect(producer.getByText(/^Không phát hiện/)).toBeVisible()
  })

  await test.step('the adviser marks each criterion and sees what fails', async () => {
    await office.goto(appraisal)
    await office.getByRole('link', { name: 'Chấm sơ bộ theo tiêu chí' }).click()
    await expect(office.getByRole('heading', { level: 1, name: 'Chấm sơ bộ' })).toBeVisible()
    const { '1.1': _, ...others } = fourStars
    for (const [criterion, points] of Object.entries(others)) await choose(office, criterion, points)
    await office.locator('input[name="choice:1.1"][value="none"]').check()
    await office.locator('textarea[name="comment:1.1"]').fill('Nguyên liệu mua ngoài tỉnh')
    await office.getByRole('button', { name: 'Lưu điểm sơ bộ' }).click()
    await expect(office.getByText('Đã lưu. Đã chấm 32/32 tiêu chí.')).toBeVisible()
    await expect(office.getByText(/^1\.1\. .+: điểm liệt, dưới mức tối thiểu của 3 sao$/)).toBeVisible()
    await office.goto(appraisal)
    await office.getByLabel(/^Kết quả thẩm định/).fill('Cơ sở đúng như hồ sơ.')
    await office.getByRole('radio', { name: '3 sao', exact: true }).check()
    await office.getByRole('button', { name: 'Nộp báo cáo' }).click()
    await expect(office.getByText('Kiến nghị', { exact: true })).toBeVisible()
    const report = await wordsOfPdf(await fetchFile(office, `${appraisal}/giay/bao-cao-to-tu-van.pdf`))
    for (const part of ['Xưởng ở Ấp 1', 'Hàm lượng chì: Không phát hiện', 'điểm liệt']) expect(report).toContain(part)
  })

  await test.step('a member reads what fails and what was seen, and no mark of anybody', async () => {
    const session = await conveneCouncil(office, product)
    await member.goto(`${session}/${id}/doc`)
    await expect(member.getByText(/^1\.1\. .+: điểm liệt, dưới mức tối thiểu của 3 sao/)).toBeVisible()
    await expect(member.getByText(/^Không phát hiện/)).toBeVisible()
    const picture = await member.getByRole('link', { name: /^Ảnh 1, / }).getAttribute('href')
    expect((await member.request.get(picture!)).headers()['content-type']).toMatch(/^image\//)
    await expect(member.getByText('Điểm sơ bộ')).toHaveCount(0)
    expect((await member.request.get(`${appraisal}/cham-so-bo`)).status()).toBe(403)
  })
})

test('the office runs a round on one page: days, stages and communes, several dossiers received and given at once after a preview @no-js', async ({
  as,
}) => {
  test.setTimeout(240_000)
  const product = `Kẹo dừa đợt ${Date.now().toString(36)}`
  const producer = await as('producer')
  const office = await as('provincialOfficer')

  const dossier = await registerProduct(producer, product)
  await fillParts(producer, dossier)
  await scoreItself(producer, dossier, fourStars)
  await attachPaper(producer, dossier, `Giấy đăng ký của ${product}`)
  await proposeToProvince(await as('communeOfficer'), await fileDossier(producer, dossier))

  await office.goto('/van-phong/dot')
  await office
    .getByRole('link', { name: /^Đợt \d năm \d{4}$/ })
    .first()
    .click()
  await expect(office.getByRole('heading', { name: 'Hạn của đợt' })).toBeVisible()
  const round = new URL(office.url()).pathname

  await test.step('nothing is received before the officer says that every part was checked, nor by the preview', async () => {
    await office.getByRole('link', { name: 'Nhận hoặc giao nhiều hồ sơ' }).click()
    const receive = office.locator('section').filter({ has: office.getByRole('heading', { name: 'Nhận nhiều hồ sơ vào đợt' }) })
    await receive.getByRole('checkbox', { name: product }).check()
    await receive.getByRole('button', { name: 'Xem trước' }).click()
    await expect(office.getByText('Hãy xác nhận đã kiểm đủ thành phần của từng hồ sơ.').first()).toBeVisible()
    await expect(receive.getByRole('checkbox', { name: product })).toBeChecked()
    await receive.getByRole('checkbox', { name: /^Tôi đã kiểm đủ/ }).check()
    await receive.getByRole('button', { name: 'Xem trước' }).click()
    await expect(office.getByRole('heading', { name: 'Xem trước: 1/1 hồ sơ làm được' })).toBeVisible()
    await expect(receive.getByRole('checkbox', { name: product })).toBeVisible()
    await office.getByRole('button', { name: 'Nhận 1 hồ sơ vào đợt' }).click()
    await expect(office.getByRole('heading', { name: 'Đã làm 1/1 hồ sơ' })).toBeVisible()
    await expect(receive.getByRole('checkbox', { name: product })).toHaveCount(0)
  })

  await test.step('its report is given to an adviser, and the page of the round counts it there', async () => {
    await office.goto(`${round}/nhieu-ho-so`)
    const assign = office.locator('section').filter({ has: office.getByRole('heading', { name: 'Giao báo cáo của nhiều hồ sơ' }) })
    await assign.getByRole('checkbox', { name: product }).check()
    await assign.getByLabel('Người viết báo cáo của Tổ tư vấn').selectOption({ label: adviser })
    await assign.getByRole('button', { name: 'Xem trước' }).click()
    await office.getByRole('button', { name: 'Giao 1 hồ sơ' }).click()
    await expect(office.getByRole('heading', { name: 'Đã làm 1/1 hồ sơ' })).toBeVisible()
    await office.goto(round)
    await office.getByRole('link', { name: /^Đang thẩm định: \d+$/ }).click()
    await expect(office.getByRole('link', { name: product }).first()).toBeVisible()
    await office.getByRole('table', { name: 'Xã đề nghị bao nhiêu' }).getByRole('link', { name: 'Xã Cầu Kè' }).click()
    await expect(office).toHaveURL(/q=/)
  })
})
