import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgePdf, startOfPdf } from './judge-pdf.ts'

const page = '3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n'
const written = (catalog: string, more = '') =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalog}>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n${page}${more}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  )
const packed = (objects: string, head = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode') => {
  const bytes = deflateSync(Buffer.from(objects, 'latin1'))
  return written('', `9 0 obj\n<<${head}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream\nendobj\n`)
}
const why = async (pdf: Buffer) => {
  const judged = await judgePdf(pdf)
  return judged.ok ? 'taken' : judged.refusal.why
}

describe('C40: a PDF is read through', () => {
  test.for([
    ['a script that runs at the opening', written('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), 'active'],
    ['a script named with escapes', written('/OpenAction<</S/J#61va#53cript/JS(1)>>'), 'active'],
    ['a program that is started', written('/OpenAction 5 0 R', '5 0 obj\n<</S /Launch /F (cmd.exe)>>\nendobj\n'), 'active'],
    ['an address that opens by itself', written('/OpenAction 5 0 R', '5 0 obj\n<</S /URI /URI (https://a.example)>>\nendobj\n'), 'active'],
    ['a form that sends itself', written('', '5 0 obj\n<</S/SubmitForm/F(https://a.example)>>\nendobj\n'), 'active'],
    ['a form of the XFA kind', written('/AcroForm<</XFA[(a) 5 0 R]>>'), 'active'],
    ['a script in an object stream', packed('5 0 <</S/JavaScript/JS(app.alert\\(1\\))>>'), 'active'],
    ['a script in an object stream without its type', packed('5 0 <</S/JavaScript/JS(1)>>', '/N 1/First 4/Filter[/FlateDecode]'), 'active'],
    ['an object stream packed in an unusual way', packed('5 0 <<>>', '/Type/ObjStm/N 1/First 4/Filter/ASCIIHexDecode'), 'unread'],
    [
      'an object stream behind a predictor',
      packed('5 0 <<>>', '/Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>'),
      'unread',
    ],
    ['an object stream with its type escaped', packed('5 0 <<>>', '/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode'), 'unread'],
    ['an object stream that unpacks to 100 MB', packed(`5 0 ${' '.repeat(100 * 1024 * 1024)}`), 'unread'],
    ['another file inside', written('/Names<</EmbeddedFiles<</Names[(a.exe) 5 0 R]>>>>'), 'embeds'],
    ['another file inside, named by nothing but its place', written('', '5 0 obj\n<</F(a.exe)/EF<</F 6 0 R>>>>\nendobj\n'), 'embeds'],
    ['a password', Buffer.from(written('').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 5 0 R'), 'latin1'), 'encrypted'],
    [
      'an archive behind its end',
      Buffer.concat([written(''), Buffer.from('PK\x03\x04abc'), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
      'two-kinds',
    ],
    ['a web page after its first line', Buffer.from(`%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF`), 'two-kinds'],
    ['a web page behind its end', Buffer.concat([written(''), Buffer.from('\n<!DOCTYPE html><body>')]), 'two-kinds'],
  ] as const)('a PDF with %s is refused', async ([, pdf, expected]) => {
    expect(await why(pdf)).toBe(expected)
  })

  test.for([
    ['one that opens at its first page', written('/OpenAction[3 0 R/XYZ null null 0]/MarkInfo<</Marked true>>')],
    ['one that opens by an action that leads to a page', written('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>/OutputIntents[<</S/GTS_PDFA1>>]')],
    ['one with links', written('', '5 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.example)>>>>\nendobj\n')],
    ['one with an outline', written('/Outlines 5 0 R', '5 0 obj\n<</Type/Outlines/First 6 0 R/Last 6 0 R/Count 1>>\nendobj\n')],
    ['one with object streams', packed('5 0 <</Type/Annot/Subtype/Link>>')],
    [
      'one whose text speaks of JavaScript',
      written('', '5 0 obj\n<</Length 40>>\nstream\nBT (JavaScript and Launch) Tj ET\nendstream\nendobj\n'),
    ],
    ['one whose metadata are not encrypted', written('', '5 0 obj\n<</EncryptMetadata false>>\nendobj\n')],
  ] as const)('an ordinary PDF is taken: %s', async ([, pdf]) => {
    expect(await why(pdf)).toBe('taken')
  })

  test('the header is looked for in the first 1,024 bytes, as readers do', () => {
    expect(startOfPdf(Buffer.from('\x1b%-12345X@PJL\r\n%PDF-1.4'))).toBe(15)
    expect(startOfPdf(Buffer.from(`${' '.repeat(1024)}%PDF-1.4`))).toBe(1024)
    expect(startOfPdf(Buffer.from(`${' '.repeat(1025)}%PDF-1.4`))).toBe(-1)
  })
})
