import { expect, test } from 'vitest'
import { addressLabelsPdf } from './address-labels.ts'
import { anAddressLabel } from './fixtures.ts'
import { pagesOfPdf, qrsOfPdf } from './test-reading.ts'

const createdAt = new Date('2026-11-30T03:00:00Z')

test('a label of A6 names receiver, telephone and sender, and its symbol is read back as the code of the order', async () => {
  const label = anAddressLabel(1, { collect: 'Thu hộ 185.000 đ' })
  const pdf = addressLabelsPdf({ labels: [label], paper: 'a6', createdAt })
  const [page] = await pagesOfPdf(pdf)
  for (const words of [label.receiver.name, label.receiver.phone!, label.sender.name, label.code, 'Thu hộ 185.000 đ', 'Hàng dễ vỡ'])
    expect(page).toContain(words)
  expect(await qrsOfPdf(pdf)).toEqual([label.code])
})

test('many labels are a page of A6 each, or four to a sheet of A4, every symbol its own', async () => {
  const labels = [1, 2, 3, 4, 5].map((n) => anAddressLabel(n))
  expect(await pagesOfPdf(addressLabelsPdf({ labels, paper: 'a6', createdAt }))).toHaveLength(5)
  const a4 = addressLabelsPdf({ labels, paper: 'a4', createdAt })
  const pages = await pagesOfPdf(a4)
  expect(pages).toHaveLength(2)
  expect(pages[1]).toContain(labels[4]!.receiver.name)
  expect(await qrsOfPdf(a4)).toEqual(labels.slice(0, 4).map(({ code }) => code))
})

test('an address as long as a form takes and a word without a gap stay whole on the label', async () => {
  const address = `${'Tổ dân phố '.repeat(24)}CUỐI`
  const name = 'N'.repeat(70)
  const label = anAddressLabel(1, { receiver: { title: 'Người nhận', name, phone: '0912 345 678', address } })
  const [page] = await pagesOfPdf(addressLabelsPdf({ labels: [label], paper: 'a6', createdAt }))
  expect(page).toContain('CUỐI')
  expect(page!.replaceAll(/\s/g, '')).toContain(name)
})

test('no label, no sheet', () => {
  expect(() => addressLabelsPdf({ labels: [], paper: 'a4', createdAt })).toThrow(RangeError)
})
