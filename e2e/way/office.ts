import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/** The commune checks the form, writes the four items of Mẫu 03 and proposes. */
export async function proposeToProvince(page: Page, code: string): Promise<void> {
  await page.goto('/van-phong/xa')
  await page.getByLabel('Tra theo mã hồ sơ').fill(code)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect(page.getByRole('heading', { name: '1. Kiểm thể thức và thành phần hồ sơ' })).toBeVisible()
  for (const check of await page.getByRole('radio', { name: 'Đạt', exact: true }).all()) await check.check()
  await page.getByLabel('Nguyên liệu', { exact: true }).fill('32 hộ trong xã, xã đã đối chiếu sổ thu mua.')
  await page.getByLabel('Lao động', { exact: true }).fill('18 lao động, 15 người trong xã.')
  await page.getByLabel('Ý tưởng', { exact: true }).fill('Nghề nấu kẹo có từ lâu, thêm dừa sáp.')
  await page.getByLabel('Bản sắc', { exact: true }).fill('Dừa sáp là cây của Cầu Kè.')
  await page.getByLabel('Ngày họp').fill(todayInVietnam())
  await page.getByLabel('Thành phần dự họp').fill('Lãnh đạo UBND xã, Hội Nông dân, Hội Phụ nữ.')
  await page.getByLabel('Kết luận').fill('Xã thống nhất đề nghị tỉnh đánh giá, phân hạng.')
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click()
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible()
  await page.getByRole('button', { name: 'Đề nghị tỉnh đánh giá, phân hạng' }).click()
  await expect(page.getByRole('button', { name: 'Đề nghị tỉnh đánh giá, phân hạng' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Báo cáo của xã' })).toBeVisible()
}

/** The office ticks what is there, takes the dossier into the open round and has the advisory report written. */
export async function appraise(
  page: Page,
  product: string,
  adviser = 'Nguyễn Chuyên Viên (Văn phòng điều phối OCOP tỉnh Vĩnh Long)',
): Promise<void> {
  await page.goto('/van-phong/dot')
  await page.getByRole('link', { name: 'Kiểm và nhận vào đợt' }).click()
  await page.getByRole('link', { name: product }).click()
  await expect(page.getByRole('heading', { name: 'Kiểm hồ sơ' })).toBeVisible()
  for (const present of await page.getByRole('checkbox').all()) await present.check()
  await page.getByRole('button', { name: 'Nhận vào đợt' }).click()
  await page.getByLabel('Người viết báo cáo của Tổ tư vấn').selectOption({ label: adviser })
  await page.getByRole('button', { name: 'Giao', exact: true }).click()
  await page.getByLabel(/^Kết quả thẩm định/).fill('Cơ sở đúng như hồ sơ, sổ sách và hóa đơn khớp nhau.')
  await page.getByRole('radio', { name: '4 sao', exact: true }).check()
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click()
  await expect(page.getByText('Kiến nghị', { exact: true })).toBeVisible()
}

/** Puts this one product before the council, the newest unless it is named; gives the address of the session. */
export async function conveneCouncil(page: Page, product: string, council?: RegExp): Promise<string> {
  await page.goto('/van-phong/hoi-dong/mo-phien')
  if (council) {
    const choice = page.getByRole('combobox', { name: 'Hội đồng' })
    await choice.selectOption({ label: (await choice.getByRole('option', { name: council }).first().innerText()).trim() })
  }
  await page.getByLabel('Nơi họp').fill('Hội trường tỉnh')
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: product }).check()
  await page.getByRole('button', { name: 'Mở phiên họp' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Phiên họp ngày/ })).toBeVisible()
  return new URL(page.url()).pathname
}

export function todayInVietnam(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format()
}

/** The step before an act that cannot be taken back: what will follow is read, and confirmed. */
export async function confirmFinal(page: Page, act: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `${act}?` })).toBeVisible()
  await page.getByRole('button', { name: act, exact: true }).click()
  // Done, or back at a form that says why not: what somebody else reads next has it.
  await expect(page.getByRole('heading', { level: 1, name: `${act}?` })).toBeHidden({ timeout: 15_000 })
}
