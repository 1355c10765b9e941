import { expect, test } from './fixtures.ts'

test.describe('an application for a trademark', () => {
  test(
    'is entered by its producer, goes on by one step, and a step that was entered by mistake is struck and stays in the history',
    { tag: '@no-js' },
    async ({ as }) => {
      const page = await as('producer')
      const mark = `Dừa xanh ${Date.now()}`
      await page.goto('/van-phong/nhan-hieu')
      await page.getByRole('link', { name: 'Ghi đơn mới' }).click()
      await page.waitForURL('**/nhan-hieu/moi')
      await page.getByLabel('Nhãn hiệu').fill(mark)
      await page.getByLabel('Ngày nộp đơn').fill('2026-01-15')
      await page.getByRole('button', { name: 'Ghi đơn' }).click()
      await page.waitForURL(/nhan-hieu\/tmk_/)
      const main = page.getByRole('main')
      await expect(main.getByText('Chưa tính điểm')).toBeVisible()
      await expect(main.getByText('Chấp nhận đơn hợp lệ: ước đến 15/02/2026')).toBeVisible()
      await expect(main.getByText('Ngày ước 15/02/2026 đã qua')).toBeVisible()

      // A step without its day is asked for again, with what was chosen.
      await main.getByRole('radio', { name: 'Bị từ chối' }).check()
      await main.getByRole('button', { name: 'Ghi bước này' }).click()
      await expect(main.getByRole('alert')).toContainText('Hãy chọn một ngày có thật')
      await expect(main.getByRole('radio', { name: 'Bị từ chối' })).toBeChecked()
      await main.getByLabel('Ngày ghi trên giấy').fill('2026-02-20')
      await main.getByRole('button', { name: 'Ghi bước này' }).click()
      await expect(main.getByText('Không tính điểm.')).toBeVisible()

      await main.getByText('Bước cuối ghi nhầm').click()
      await main.locator('form[action="?/strike"]').getByLabel('Lý do').fill('Đọc nhầm giấy báo.')
      await main.getByRole('button', { name: 'Gạch bước này' }).click()
      await expect(main.getByText(/Đã gạch: .*Đọc nhầm giấy báo\./)).toBeVisible()
      await main.getByRole('radio', { name: 'Đơn được chấp nhận hợp lệ' }).check()
      await main.getByLabel('Ngày ghi trên giấy').fill('2026-02-20')
      await main.getByRole('button', { name: 'Ghi bước này' }).click()
      await expect(main.getByText('Đã tính được ở mức “đơn được chấp nhận hoặc công bố”.')).toBeVisible()

      // The office of the province follows it, and changes nothing.
      const id = page.url().split('/').at(-1)!
      const office = await as('provincialOfficer')
      await office.goto(`/van-phong/nhan-hieu/${id}`)
      await expect(office.getByRole('heading', { level: 1 })).toContainText(mark)
      await expect(office.getByRole('button', { name: 'Ghi bước này' })).toHaveCount(0)
      const rival = await as('otherProducer')
      const answer = await rival.goto(`/van-phong/nhan-hieu/${id}`)
      expect(answer?.status()).toBe(404)
    },
  )
})
