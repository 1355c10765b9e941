import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from '../fixtures.ts'

/** Fetches a file with the cookies of the page. */
export async function fetchFile(page: Page, href: string): Promise<Uint8Array> {
  const answer = await page.request.get(href)
  expect([href, answer.status()]).toEqual([href, 200])
  return new Uint8Array(await answer.body())
}

/** All words of a DOCX or an XLSX, part after part. */
export function wordsOfOffice(file: Uint8Array): string {
  const parts = unzipSync(file, {
    filter: ({ name }) => /^(word\/(document|footer\d*|header\d*)|xl\/(sharedStrings|worksheets\/\w+))\.xml$/.test(name),
  })
  return Object.values(parts)
    .map((part) =>
      strFromU8(part)
        .replace(/<\/(w:p|si|c)>/g, ' ')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&'),
    )
    .join(' ')
    .normalize('NFC')
}
