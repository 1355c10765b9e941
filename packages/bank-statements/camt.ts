import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { isPlainDate } from '@dacsan/vietnam'
import { SaxesParser } from 'saxes'
import { mostRows } from './limits.ts'
import type { LineFault, Statement, StatementLine, StatementRefusal } from './statement.ts'

/** A message of ISO 20022 as banks send it to the holder of an account: camt.053 of a day, camt.052 and camt.054 within one. */
export const isCamt = (text: string): boolean =>
  /<(?:\w+:)?Document\b/.test(text.slice(0, 4000)) &&
  /<(?:\w+:)?BkTo(?:CstmrStmt|CstmrAcctRpt|CstmrDbtCdtNtfctn)\b/.test(text.slice(0, 8000))

type Node = { name: string; text: string; children: Node[]; currency: string | undefined }

/** So deep is no message of ISO 20022. */
const deepest = 40

/** The elements by their local names; undefined for what is no XML. A document type is not read: no entity of it is ever put in. */
function treeOf(xml: string): Node | undefined {
  const parser = new SaxesParser()
  const root: Node = { name: '', text: '', children: [], currency: undefined }
  const open = [root]
  let failed = false
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', () => {
    failed = true
  })
  parser.on('doctype', () => {
    failed = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (failed || open.length > deepest) {
      failed = true
      return
    }
    const node: Node = { name: local(name), text: '', children: [], currency: attributes['Ccy'] }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('cdata', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  parser.write(xml).close()
  return failed ? undefined : root
}

const all = (node: Node | undefined, name: string): Node[] => node?.children.filter((child) => child.name === name) ?? []
const at = (node: Node | undefined, ...path: string[]): Node | undefined =>
  path.reduce<Node | undefined>((found, name) => found?.children.find((child) => child.name === name), node)
const textAt = (node: Node | undefined, ...path: string[]): string => (at(node, ...path)?.text ?? '').normalize('NFC').trim()

/** Whole đồng; some banks print the two places that ISO 20022 allows. */
const amountOf = (node: Node | undefined): number | undefined => {
  if (node === undefined || (node.currency !== undefined && node.currency !== 'VND')) return undefined
  const [, whole] = /^(\d{1,15})(?:\.0{1,5})?$/.exec(node.text.trim()) ?? []
  return whole === undefined ? undefined : Number(whole)
}

function momentOf(entry: Node, detail: Node | undefined): string | undefined {
  const places = [at(detail, 'RltdDts', 'TxDtTm'), at(entry, 'BookgDt', 'DtTm'), at(entry, 'BookgDt', 'Dt'), at(entry, 'ValDt', 'Dt')]
  for (const place of places) {
    const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?/.exec(place?.text.trim() ?? '') ?? []
    if (day === undefined || !isPlainDate(day)) continue
    if (time === undefined) return day
    if (zone === undefined || zone === '+07:00') return `${day}T${time}+07:00`
    const shifted = new Date(Date.parse(`${day}T${time}${zone}`) + 7 * 3600_000)
    return Number.isNaN(shifted.getTime()) ? undefined : `${shifted.toISOString().slice(0, 19)}+07:00`
  }
  return undefined
}

const directions = { CRDT: 'in', DBIT: 'out' } as const
const directionOf = (node: Node | undefined) => directions[textAt(node, 'CdtDbtInd') as keyof typeof directions] as 'in' | 'out' | undefined

function contentOf(entry: Node, detail: Node | undefined): string {
  const parts = [
    ...all(at(detail, 'RmtInf'), 'Ustrd').map(({ text }) => text),
    textAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
    textAt(detail, 'AddtlTxInf'),
  ]
  const said = parts.map((part) => part.trim()).filter(Boolean)
  return (said.length > 0 ? said.join(' ') : textAt(entry, 'AddtlNtryInf')).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** The lines of an entry: each of its transactions that says its own amount, or the entry as a whole. What is not booked yet is left out. */
function linesOf(entry: Node): (StatementLine | LineFault)[] | 'pending' {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  if (status !== '' && status !== 'BOOK') return 'pending'
  const details = all(entry, 'NtryDtls').flatMap((one) => all(one, 'TxDtls'))
  const own = details.filter((detail) => amountOf(at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')) !== undefined)
  const parts: (Node | undefined)[] = own.length > 1 && own.length === details.length ? own : [details[0]]
  return parts.map((detail) => {
    const amount = amountOf(parts.length > 1 ? (at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt')) : at(entry, 'Amt'))
    const direction = (parts.length > 1 ? directionOf(detail) : undefined) ?? directionOf(entry)
    const moment = momentOf(entry, detail)
    if (amount === undefined || direction === undefined) return 'amount'
    if (moment === undefined) return 'date'
    // Money that was booked by mistake and is booked back goes the way that its sign already says.
    const reference = textAt(detail, 'Refs', 'AcctSvcrRef') || textAt(entry, 'AcctSvcrRef') || textAt(detail, 'Refs', 'TxId') || null
    return { at: moment, amount, direction, content: contentOf(entry, detail), reference, balance: null }
  })
}

function balanceOf(statement: Node, code: string): number | undefined {
  const found = all(statement, 'Bal').find((one) => textAt(one, 'Tp', 'CdOrPrtry', 'Cd') === code)
  const amount = amountOf(at(found, 'Amt'))
  return amount === undefined ? undefined : directionOf(found) === 'out' ? -amount : amount
}

/** Reads a message of ISO 20022; `row` of a fault is the number of the entry. */
export function readCamt(xml: string): Outcome<Statement, StatementRefusal> {
  const root = treeOf(xml)
  if (root === undefined) return refuse('file-unreadable', { why: 'damaged' })
  const body = at(root, 'Document')?.children[0]
  const statements = [...all(body, 'Stmt'), ...all(body, 'Rpt'), ...all(body, 'Ntfctn')]
  if (statements.length === 0) return refuse('not-a-statement')
  const accountOf = (one: Node) => textAt(one, 'Acct', 'Id', 'Othr', 'Id') || textAt(one, 'Acct', 'Id', 'IBAN')
  const accounts = new Set(statements.map(accountOf))
  if (accounts.size > 1) return refuse('several-accounts')
  const lines: StatementLine[] = []
  const faults: { row: number; column: null; why: LineFault }[] = []
  let agrees: boolean | null = null
  let row = 0
  for (const statement of statements) {
    const own: StatementLine[] = []
    for (const entry of all(statement, 'Ntry')) {
      row++
      const read = linesOf(entry)
      if (read === 'pending') continue
      for (const line of read) {
        if (typeof line === 'string') faults.push({ row, column: null, why: line })
        else if (line.amount > 0) own.push(line)
      }
    }
    const [opening, closing] = [balanceOf(statement, 'OPBD') ?? balanceOf(statement, 'PRCD'), balanceOf(statement, 'CLBD')]
    if (opening !== undefined && closing !== undefined) {
      const moved = own.reduce((sum, { amount, direction }) => sum + (direction === 'in' ? amount : -amount), 0)
      agrees = agrees !== false && opening + moved === closing
    }
    lines.push(...own)
  }
  if (faults.length > 0) return refuse('lines-unreadable', { faults: faults.slice(0, 200) })
  if (lines.length > mostRows) return refuse('file-unreadable', { why: 'too-large' })
  const bic = textAt(statements[0], 'Acct', 'Svcr', 'FinInstnId', 'BICFI') || textAt(statements[0], 'Acct', 'Svcr', 'FinInstnId', 'BIC')
  return done({ bank: byBic[bic.slice(0, 4)] ?? null, lines, agrees, account: [...accounts][0] || null })
}

/** The first four letters of a BIC name the bank. */
const byBic: Readonly<Record<string, string>> = {
  BFTV: '970436',
  ICBV: '970415',
  MSCB: '970422',
  VBAA: '970405',
  BIDV: '970418',
}
