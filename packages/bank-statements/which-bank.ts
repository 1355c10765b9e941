import { words } from './cells.ts'
import type { Headings } from './find-columns.ts'

/** A bank of the NAPAS network, as the list of banks has it. */
export type Bank = { bin: string; code: string; shortName: string; name: string }

/** What only one bank prints, by its BIN: the surest sign, beside its name. */
const ownWords: readonly [bin: string, title: RegExp | undefined, heading: RegExp | undefined][] = [
  ['970436', /joint stock commercial bank for foreign trade|vcb digibank/, /\btnx date\b|\btransactions in detail\b/],
  ['970415', /lich su giao dich transaction history|bank for industry and trade|vietinbank|\befast\b/, /\baccounting date\b/],
  ['970422', /military commercial joint stock bank|\bmb ?bank\b|\bbiz mbbank\b/, /\bposting date\b/],
  ['970405', /bank for agriculture and rural development/, undefined],
  ['970418', /bank for investment and development of vietnam/, undefined],
]

/** What several may print, but of those whose files are known only one does. Looked at last, the first that holds. */
const usualWords: readonly [bin: string, holds: (title: string, headings: ReadonlySet<string>) => boolean][] = [
  ['970422', (title) => title.includes('sao ke chi tiet tai khoan')],
  ['970418', (_, headings) => headings.has('so tham chieu') && headings.has('mo ta') && headings.has('phat sinh no')],
  [
    '970405',
    (_, headings) => headings.has('ghi no') && headings.has('ghi co') && hasAny(headings, 'so chung tu', 'so ct', 'so chung tu so ct'),
  ],
  ['970422', (_, headings) => headings.has('phat sinh no') && headings.has('phat sinh co') && hasAny(headings, 'noi dung', 'dien giai')],
]
const hasAny = (known: ReadonlySet<string>, ...some: string[]) => some.some((one) => known.has(one))

/** A bank's form of company says nothing of which bank it is, and everybody writes it differently. */
const form = /\b(?:ngan hang|nh)(?: (?:tmcp|thuong mai co phan|thuong mai|co phan|tnhh|mtv|mot thanh vien|lien doanh))*\b/g
const named = (text: string) => ` ${words(text).replaceAll(form, '@')} `

/**
 * The bank whose file it is: by its name above the table, else by what only it prints, else by the name of the file, else by the headings that it alone
 * uses among those known, else by its name below the table. Never by what stands in the lines: there are the banks of the payers. Null where nothing tells.
 */
export function whichBank(
  banks: readonly Bank[],
  around: { above: readonly string[]; below: readonly string[] },
  headings: Headings,
  fileName: string,
): string | null {
  const title = words(around.above.join(' | '))
  const heading = words(headings.texts.join(' | '))
  const cells = new Set(headings.texts.flatMap((text) => [words(text), ...text.split(/[/\n]/).map(words)]))
  const known = new Set(banks.map(({ bin }) => bin))
  const own = ownWords.find(([, ofTitle, ofHeading]) => ofTitle?.test(title) || ofHeading?.test(heading))?.[0]
  const usual = usualWords.find(([, holds]) => holds(title, cells))?.[0]
  const found =
    byName(banks, named(around.above.join(' | '))) ??
    own ??
    byName(banks, named(fileName.replaceAll(/[_.]/g, ' '))) ??
    usual ??
    byName(banks, named(around.below.join(' | ')))
  return found !== undefined && known.has(found) ? found : null
}

/** The bank whose longest name stands in a text. */
function byName(banks: readonly Bank[], text: string): string | undefined {
  let best: { bin: string; length: number } | undefined
  const joined = text.replaceAll(/\b([a-z]+) bank\b/g, '$1bank')
  for (const { bin, code, shortName, name } of banks) {
    const full = named(name).replace(/ viet nam $/, ' ')
    const short = words(shortName)
    const spellings = [
      full.includes('@') ? full : undefined,
      ` ${short} `,
      ` ${short.replaceAll(' ', '')} `,
      code.length > 2 ? ` ${words(code)} ` : undefined,
    ]
    for (const spelling of spellings) {
      if (spelling === undefined || !(text.includes(spelling) || joined.includes(spelling))) continue
      if (best === undefined || spelling.length > best.length) best = { bin, length: spelling.length }
    }
  }
  return best?.bin
}
