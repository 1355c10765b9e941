import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect } from '../fixtures.ts'

/** Points per criterion. */
export type Points = Readonly<Record<string, number>>

/**
 * Set 07 of Quyết định 26/2026/QĐ-TTg at 76 points: every minimum of three and four stars is held
 * (1.1, 1.5, 1.6, 2.1–2.3, 3.4, 3.5, 4.1, 5.1, 5.3, 6.1, 6.3–6.5, 7.0, 8.0, 9.0), six of the minimums of five are not.
 */
// oxfmt-ignore
export const fourStars: Points = {
  '1.1': 3, '1.2': 1, '1.3': 2, '1.4': 2, '1.5': 2, '1.6': 2, '1.7': 1,
  '2.1': 3, '2.2': 2, '2.3': 3, '2.4': 1,
  '3.1': 3, '3.2': 1, '3.3': 3, '3.4': 2, '3.5': 2,
  '4.1': 3, '4.2': 2, '4.3': 3,
  '5.1': 5, '5.2': 2, '5.3': 3,
  '6.1': 2, '6.2': 2, '6.3': 2, '6.4': 2, '6.5': 3,
  '7.0': 3, '8.0': 4, '9.0': 3, '10.0': 2, '11.0': 2,
}

/** The best option of each criterion of the same set: 100 points, and every minimum of five stars is held. */
// oxfmt-ignore
export const fiveStars: Points = {
  '1.1': 3, '1.2': 2, '1.3': 3, '1.4': 3, '1.5': 3, '1.6': 3, '1.7': 1,
  '2.1': 3, '2.2': 3, '2.3': 3, '2.4': 1,
  '3.1': 3, '3.2': 1, '3.3': 3, '3.4': 2, '3.5': 3,
  '4.1': 5, '4.2': 3, '4.3': 5,
  '5.1': 5, '5.2': 2, '5.3': 5,
  '6.1': 2, '6.2': 2, '6.3': 3, '6.4': 3, '6.5': 5,
  '7.0': 5, '8.0': 5, '9.0': 5, '10.0': 2, '11.0': 3,
}

/** Chooses the official option that carries so many points. */
export async function choose(page: Page, criterion: string, points: number): Promise<void> {
  const group = page.getByRole('group', { name: new RegExp(`^${criterion.replace('.', '\\.')}[. ]`) })
  await group
    .getByRole('radio', { name: new RegExp(`(^|\\s)${points} điểm$`) })
    .first()
    .check()
}

const answers: Readonly<Record<string, Readonly<Record<string, string | true>>>> = {
  'Thông tin chủ thể': {
    'Tên đơn vị': 'HTX Dừa sáp Cầu Kè',
    'Số giấy đăng ký kinh doanh': '5807000001',
    'Người đại diện': 'Thạch Thị Mẫu',
    'Chức vụ': 'Giám đốc',
    'Địa chỉ': 'Ấp 1, xã Cầu Kè, tỉnh Vĩnh Long',
    'Điện thoại': '0912 345 678',
  },
  'Sản phẩm và đăng ký': {
    'Mô tả sản phẩm': 'Kẹo dẻo nấu từ dừa sáp và lá dứa, gói giấy, hộp 300 g.',
    'Có đăng ký kinh doanh': true,
    'Có công bố chất lượng sản phẩm': true,
    'Có giấy chứng nhận đủ điều kiện an toàn thực phẩm': true,
    'Đã chuẩn bị đủ mẫu sản phẩm': true,
  },
  'Tình hình sản xuất, kinh doanh': {
    'Nguồn nguyên liệu': 'Mua của 32 hộ trong xã theo hợp đồng.',
    'Cơ sở, thiết bị và cách làm': 'Xưởng 200 m², ba chảo nấu, một máy đóng gói.',
    'Đơn vị tính sản lượng': 'hộp',
    'Sản lượng năm trước': '12.500',
    'Sản lượng năm trước nữa': '9.800',
    'Doanh thu năm trước': '1.250.000.000',
    'Doanh thu năm trước nữa': '940.000.000',
    'Lợi nhuận năm trước': '180.000.000',
    'Lợi nhuận năm trước nữa': '120.000.000',
    'Tổng số lao động': '18',
    'Lao động trong xã': '15',
    'Lao động nữ': '11',
    'Nơi bán và cách bán': 'Chợ, đại lý trong tỉnh, một sàn thương mại điện tử.',
  },
  'Kế hoạch sắp tới': {
    'Sản lượng dự kiến năm tới': '15.000',
    'Doanh thu dự kiến năm tới': '1.500.000.000',
    'Kế hoạch mở thị trường': 'Thêm ba đại lý ngoài tỉnh.',
    'Kế hoạch giữ và nâng chất lượng': 'Kiểm nghiệm sáu tháng một lần.',
  },
}

/** Begins by typing what one makes; gives the address of the new dossier. */
export async function registerProduct(page: Page, product: string): Promise<string> {
  await page.goto('/van-phong/ho-so')
  await page
    .getByRole('main')
    .getByRole('link', { name: /hồ sơ mới|Đăng ký/ })
    .first()
    .click()
  await page.getByLabel('Tìm bộ sản phẩm').fill('keo dua')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  // The search is a page of its own: what is typed while it loads goes with the page before it.
  await page.getByRole('group', { name: /Bộ sản phẩm hợp với/ }).waitFor()
  await page.getByLabel('Tên sản phẩm', { exact: true }).fill(product)
  await page.getByRole('radio', { name: /^07\./ }).check()
  await page.getByRole('button', { name: 'Lưu sản phẩm' }).click()
  await page.getByRole('radio', { name: /Đánh giá lần đầu/ }).check()
  await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click()
  await page.waitForURL(/\/ho-so\/dos_\w+$/)
  return new URL(page.url()).pathname
}

/** The plain parts of the task list, by the words beside each field. */
export async function fillParts(page: Page, dossier: string): Promise<void> {
  for (const [part, fields] of Object.entries(answers)) {
    await page.goto(dossier)
    await page.getByRole('link', { name: part, exact: true }).click()
    for (const [label, answer] of Object.entries(fields)) {
      const field = page.getByLabel(new RegExp(`^${label}( \\(|$)`))
      if (answer === true) await page.getByLabel(label).check()
      else await field.fill(answer)
    }
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.waitForURL(`**${dossier}`)
  }
}

/** Scores itself, one section after another, as the buttons lead. */
export async function scoreItself(page: Page, dossier: string, points: Points): Promise<void> {
  await page.goto(dossier)
  await page.getByRole('link', { name: 'Tự chấm phần A: sản phẩm và sức mạnh cộng đồng' }).click()
  for (const section of new Set(Object.keys(points).map((criterion) => criterion.split('.')[0]!))) {
    await page.waitForURL(`**${dossier}/tu-cham/${section}`)
    for (const [criterion, value] of Object.entries(points)) {
      if (criterion.startsWith(`${section}.`)) await choose(page, criterion, value)
    }
    await page.getByRole('button', { name: /^(Mục sau|Xong, về danh sách)$/ }).click()
  }
  await page.waitForURL(`**${dossier}`)
}

/** Photographs a paper and hangs it into the dossier. */
export async function attachPaper(page: Page, dossier: string, title: string): Promise<void> {
  const photo = sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#f4efe2' } })
  await page.goto(dossier)
  await page.getByRole('link', { name: 'Giấy tờ minh chứng', exact: true }).click()
  await page.getByRole('link', { name: /^Thêm/ }).first().click()
  await page.getByLabel('Tên giấy').fill(title)
  await page.getByLabel(/^Số /).fill('5807000001')
  await page
    .getByLabel('Ảnh chụp hoặc tệp')
    .setInputFiles({ name: 'giay-dang-ky.jpg', mimeType: 'image/jpeg', buffer: await photo.jpeg().toBuffer() })
  await page.getByRole('button', { name: 'Lưu giấy' }).click()
  await expect(page.getByRole('button', { name: `Bỏ ra ${title}` })).toBeVisible()
}

/** Declares and hands in; gives the code on the receipt. */
export async function fileDossier(page: Page, dossier: string): Promise<string> {
  await page.goto(dossier)
  await page.getByRole('link', { name: 'Kiểm tra lại và nộp' }).click()
  await page.getByLabel(/cam đoan/).check()
  await page.getByRole('button', { name: /^Nộp lên xã/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Biên nhận hồ sơ')
  const receipt = await page.getByRole('article').innerText()
  const code = /H\d+\.\d+-\d{6}-\d{4}/.exec(receipt)?.[0]
  if (!code) throw new Error(`no code on the receipt: ${receipt}`)
  return code
}
