import type { Page } from '@playwright/test'
import { todayInVietnam } from './office.ts'

/** From the page of a certificate to the page of what is to be withdrawn, on a conclusion of today. */
export async function proposeWithdrawal(page: Page, { reason, number }: { reason: string; number: string }): Promise<void> {
  await page.getByText('Đề nghị thu hồi giấy này').click()
  await page.getByRole('radio', { name: reason }).check()
  await page.getByLabel('Số kết luận').fill(number)
  await page.getByLabel('Ngày kết luận').fill(todayInVietnam())
  await page.getByLabel('Cơ quan kết luận').fill('Sở Nông nghiệp và Môi trường')
  await page.getByRole('button', { name: 'Đề nghị thu hồi' }).click()
  await page.waitForURL('**/quyet-dinh/thu-hoi')
}
