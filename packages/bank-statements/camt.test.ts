import { describe, expect, test } from 'vitest'
import { readStatement } from './index.ts'

const entry = (amount: string, sign: 'CRDT' | 'DBIT', said: string, more = '') =>
  `<Ntry><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt>
   <AcctSvcrRef>FT${amount}</AcctSvcrRef>${more}<NtryDtls><TxDtls><RmtInf><Ustrd>${said}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
const balance = (code: string, amount: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
const message = (entries: string, { opening = 1000, closing = 171_000, account = '0011001932418' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
   <Stmt><Id>1</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Svcr><FinInstnId><BICFI>BFTVVNVX</BICFI></FinInstnId></Svcr></Acct>
   ${balance('OPBD', opening)}${balance('CLBD', closing)}${entries}</Stmt></BkToCstmrStmt></Document>`
const read = (text: string) => readStatement({ name: 'camt.xml', bytes: new TextEncoder().encode(text) }, [])

describe('a message camt.053', () => {
  test('is read with its account, its bank and its balances', async () => {
    const outcome = await read(message(entry('190000.00', 'CRDT', 'DS7K3M9QX') + entry('20000', 'DBIT', 'phi')))
    expect(outcome).toEqual({
      ok: true,
      value: {
        bank: '970436',
        account: '0011001932418',
        agrees: true,
        lines: [
          { at: '2026-11-23', amount: 190_000, direction: 'in', content: 'DS7K3M9QX', reference: 'FT190000.00', balance: null },
          { at: '2026-11-23', amount: 20_000, direction: 'out', content: 'phi', reference: 'FT20000', balance: null },
        ],
      },
    })
  })

  test('says where its balances do not add up', async () => {
    expect(await read(message(entry('190000', 'CRDT', 'x')))).toMatchObject({ value: { agrees: false } })
  })

  test('leaves out what is not booked yet', async () => {
    const pending = entry('5', 'CRDT', 'x').replace('BOOK', 'PDNG')
    expect(await read(message(pending, { closing: 1000 }))).toMatchObject({ value: { lines: [], agrees: true } })
  })

  test('tells the moment of a transaction in the time of Việt Nam', async () => {
    const said = '<RltdDts><TxDtTm>2026-11-23T20:30:00Z</TxDtTm></RltdDts>'
    const text = entry('170000', 'CRDT', 'x').replace('<TxDtls>', `<TxDtls>${said}`)
    expect(await read(message(text))).toMatchObject({ value: { lines: [{ at: '2026-11-24T03:30:00+07:00' }] } })
  })

  test('takes a bundle apart where each transaction says its amount', async () => {
    const one = (amount: number) => `<TxDtls><Amt Ccy="VND">${amount}</Amt><RmtInf><Ustrd>${amount}</Ustrd></RmtInf></TxDtls>`
    const bundle = `<Ntry><Amt Ccy="VND">170000</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-23</Dt></BookgDt><NtryDtls>${one(70_000)}${one(100_000)}</NtryDtls></Ntry>`
    expect(await read(message(bundle))).toMatchObject({ value: { agrees: true, lines: [{ amount: 70_000 }, { amount: 100_000 }] } })
  })

  test('is refused with every entry that cannot be read', async () => {
    const faulty = entry('5.50', 'CRDT', 'x') + entry('5', 'CRDT', 'y').replace('2026-11-23', '2026-02-31') + entry('5', 'CRDT', 'z')
    expect(await read(message(faulty))).toEqual({
      ok: false,
      refusal: {
        code: 'lines-unreadable',
        faults: [
          { row: 1, column: null, why: 'amount' },
          { row: 2, column: null, why: 'date' },
        ],
      },
    })
  })

  test('is refused where it speaks of two accounts, is broken off or brings a document type', async () => {
    const two = message('').replace(
      '</BkToCstmrStmt>',
      `${message('', { account: '1' }).match(/<Stmt>[\s\S]*<\/Stmt>/)![0]}</BkToCstmrStmt>`,
    )
    expect(await read(two)).toMatchObject({ refusal: { code: 'several-accounts' } })
    expect(await read(message('').slice(0, -20))).toMatchObject({ refusal: { code: 'file-unreadable', why: 'damaged' } })
    const bomb = message('').replace('<Document', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><Document')
    expect(await read(bomb)).toMatchObject({ refusal: { code: 'file-unreadable', why: 'damaged' } })
  })
})
