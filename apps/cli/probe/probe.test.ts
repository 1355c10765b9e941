import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('../dacsan.ts', import.meta.url))

/** Starts the real command, writes the lines, and reads what it answers until it ends. */
async function probe(...lines: string[]): Promise<unknown[]> {
  const child = spawn(process.execPath, [command, 'probe'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(lines.join('\n'))
  const answers = (await text(child.stdout)).split('\n')
  expect(answers.pop()).toBe('')
  expect(child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))).toBe(0)
  return answers.map((line) => JSON.parse(line) as unknown)
}
const ask = (op: string, input: unknown, id = 'q') => JSON.stringify({ id, op, in: input })
const answered = (out: unknown, id = 'q') => ({ id, ok: true, out })
const refused = (error: unknown, id: string | null = 'q') => ({ id, ok: false, error })

const set01 = (
  JSON.parse(readFileSync(new URL('../../../data/criteria/26-2026.json', import.meta.url), 'utf8')) as {
    sets: { parts: { sections: { criteria: { code: string; max: number }[] }[] }[] }[]
  }
).sets[0]!
const full = Object.fromEntries(
  set01.parts.flatMap((part) => part.sections).flatMap((section) => section.criteria.map(({ code, max }) => [code, max])),
)
const scoring = (sheets: unknown, rest: object = {}) =>
  ask('ocop.score', { decision: '26/2026/QĐ-TTg', set: 'QD26-01', date: '2026-11-23', sheets, ...rest })

test('every operation is answered, in the order of the requests', async () => {
  const payload = '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8'
  const transfer = { bin: '970416', account: '257678859', service: 'QRIBFTTA', amount: 1000, purpose: 'Chuyển tiền', initiation: '12' }
  const answers = await probe(
    ask('text.fold', { text: 'Dừa sáp Đặc sản ស្ករ' }, '1'),
    ask('money.allocate', { total: 9007199254740991, weights: [1, 1, 1] }, '2'),
    ask('unit.map', { code: '29434', on: '2025-06-30' }, '3'),
    ask('unit.map', { code: '29434', on: '2025-07-01' }, '4'),
    ask('unit.map', { code: '29719', on: '2026-11-23' }, '5'),
    ask('vietqr.build', transfer, '6'),
    ask('vietqr.parse', { payload }, '7'),
    ask('dl.parse', { uri: 'https://a/01/12312312312333?unknown=666&99=ABC&98=XYZ' }, '8'),
    ask('ai.parse', { elementString: '(99)XYZ789' }, '9'),
    ask('epc.toDl', { urn: 'urn:epc:id:sgln:893578.140178.0' }, '10'),
    ask('epc.fromDl', { dl: 'https://id.gs1.org/414/8935781401789', gcpLength: 6 }, '11'),
    ask('dl.parse', { uri: 'https://a/01/12312312312334' }, '12'),
  )
  expect(answers).toEqual([
    answered({ text: 'dua sap dac san ស្ករ' }, '1'),
    answered({ parts: [3002399751580331, 3002399751580330, 3002399751580330] }, '2'),
    answered({ code: '29434', name: 'Xã Kim Hòa', province: '84', split: false }, '3'),
    answered({ code: '29431', name: 'Xã Vinh Kim', province: '86', split: false }, '4'),
    answered(
      {
        code: null,
        name: null,
        province: '86',
        split: true,
        candidates: [
          { code: '29719', name: 'Xã Tam Bình' },
          { code: '29836', name: 'Xã Trà Côn' },
        ],
      },
      '5',
    ),
    answered({ payload }, '6'),
    answered({ ...transfer, purpose: 'Chuyen tien' }, '7'),
    answered(
      {
        elementString: '(01)12312312312333(99)ABC(98)XYZ',
        canonical: 'https://id.gs1.org/01/12312312312333?99=ABC&98=XYZ',
        ignored: ['unknown=666'],
      },
      '8',
    ),
    answered({ canonical: null, hri: ['(99) XYZ789'] }, '9'),
    answered({ dl: 'https://id.gs1.org/414/8935781401789' }, '10'),
    answered({ urn: 'urn:epc:id:sgln:893578.140178.0' }, '11'),
    refused('link-value (ai 01, reason {"code":"element-rule","rule":"csum","position":13})', '12'),
  ])
})

test('a score is shown with two decimals and decided on the exact value', async () => {
  const sheets = [
    { member: 'm1', choices: full },
    { member: 'm2', choices: { ...full, '1.3': 2 } },
    { member: 'm3', choices: full },
  ]
  expect(await probe(scoring(sheets), scoring([{ member: 'm1', choices: {} }]))).toEqual([
    answered({
      total: '99.67',
      parts: { A: '39.67', B: '25.00', C: '35.00' },
      stars: 4,
      reachedByPoints: 5,
      unmet: [{ star: 5, criterion: '1.3', required: 3, got: '2.67' }],
    }),
    expect.objectContaining({ ok: true, out: expect.objectContaining({ total: '0.00', stars: 1, reachedByPoints: 1 }) }),
  ])
})

test('a refusal is an answer that names the reason', async () => {
  const sheets = [{ member: 'm1', choices: { '1.1': 4 } }]
  expect(
    await probe(
      scoring(sheets),
      scoring(sheets, { decision: '148/QĐ-TTg' }),
      scoring(sheets, { set: 'QD26-27' }),
      scoring(sheets, { date: '2026-05-21' }),
      scoring(sheets, { date: '23/11/2026' }),
      scoring([]),
      scoring([{ member: 'm1', choices: { '1.1': '3' } }]),
      scoring([{ member: 'm1', choices: [] }]),
      ask('vietqr.build', { bin: '123456', account: '1', service: 'QRIBFTTA' }),
      ask('vietqr.build', { bin: '970416', account: '1', service: 'QRIBFTTA', amount: 1.5 }),
      ask('money.allocate', { total: 5, weights: [0] }),
      ask('unit.map', { code: '29434', on: '2025-02-30' }),
      ask('text.fold', {}),
      ask('toString', {}),
    ),
  ).toEqual([
    refused('no-such-option (member m1, criterion 1.1, points 4)'),
    refused('unknown-decision (decision 148/QĐ-TTg)'),
    refused('unknown-set (set QD26-27)'),
    refused('not-yet-in-force (effectiveFrom 2026-05-22)'),
    refused('bad-date (date 23/11/2026)'),
    refused('no-sheet'),
    refused('not-whole (member m1, criterion 1.1)'),
    refused(expect.stringMatching(/^bad-input \(at sheets\.0\.choices/)),
    refused('unknown-bank'),
    refused('bad-amount'),
    refused('nothing-to-weigh-by'),
    refused('bad-date (on 2025-02-30)'),
    refused(expect.stringMatching(/^bad-input \(at text/)),
    refused('unknown-op (op toString)'),
  ])
})

test('a line that is not a request is answered without an id, and the next request is still answered', async () => {
  const lineSeparator = ask('text.fold', { text: 'Sáp\u2028Đá' })
  const nonsense = ['', 'chào', '[]', 'null', '{"op":"text.fold"}', '{"id":1,"op":"text.fold"}', `${'['.repeat(200_000)}`]
  expect(await probe(...nonsense, lineSeparator)).toEqual([
    ...nonsense.map(() => refused('not-a-request', null)),
    answered({ text: 'sap\u2028da' }),
  ])
})

test('a line that is not a request is answered under its id where one can be read', async () => {
  const lines = ['{"id":"a"}', '{"id":"b","op":7}', '{"id":"c","op":null,"in":{}}']
  expect(await probe(...lines)).toEqual(['a', 'b', 'c'].map((id) => refused('not-a-request', id)))
})
