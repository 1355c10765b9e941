import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

// The real commands on the embedded database of a fresh clone, before any start.

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'dacsan-people-'))
await chmod(folder, 0o711) // where we are root, the database runs as somebody else
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

async function dacsan(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', SEED: 'none' }
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { last: output.trimEnd().split('\n').at(-1), output, complaint, status: status as number }
}

test(
  'organisations and accounts are made on the machine before the first start, and the same twice is status 1',
  { timeout: 120_000 },
  async () => {
    const make = ['organisation', 'create', '--kind', 'producer', '--code', 'htx-mot', '--name', 'HTX Một', '--commune', '29308']
    expect(await dacsan(...make)).toMatchObject({ status: 0, last: expect.stringMatching(/^org_[0-9a-z]{26}$/) })
    expect(await dacsan(...make)).toMatchObject({ status: 1, output: '' })
    expect(await dacsan('organisation', 'create', '--kind', 'commune', '--code', '29308', '--name', 'UBND xã Cầu Kè')).toMatchObject({
      status: 1,
    })
    const account = ['account', 'create', '--email', 'chu@vidu.vn', '--name', 'Trần Thị Chủ', '--role', 'producer', '--org', 'htx-mot']
    expect(await dacsan(...account)).toMatchObject({
      status: 0,
      last: expect.stringMatching(/^http:\/\/localhost:\d+\/loi-moi\/[\w-]{43}$/),
    })
    expect(await dacsan(...account)).toMatchObject({ status: 1, output: '' })
  },
)

test('a file of accounts is judged, taken in once, and printed as slips', { timeout: 120_000 }, async () => {
  const [good, bad, slips] = [join(folder, 'good.csv'), join(folder, 'bad.csv'), join(folder, 'slips.pdf')]
  await writeFile(good, 'email,name,role,org\ncan@vidu.vn,Lê Văn Cán,commune-officer,29308\n')
  await writeFile(bad, 'email,name,role,org\nmoi@vidu.vn,Người Mới,commune-officer,29308\nsai,Người Sai,vua,29308\n')
  const refused = await dacsan('import', 'accounts', bad)
  expect(refused).toMatchObject({ status: 1, output: '' })
  expect(refused.complaint.match(/^Dòng 3, cột “[^”]+”/gm)).toEqual(['Dòng 3, cột “thư điện tử”', 'Dòng 3, cột “vai trò”'])
  expect(await dacsan('import', 'accounts', good, '--try')).toMatchObject({ status: 0, output: '' })
  expect(await dacsan('import', 'accounts', good, '--slips', slips)).toMatchObject({
    status: 0,
    last: expect.stringMatching(/^can@vidu\.vn\t\S+\/loi-moi\//),
  })
  expect((await readFile(slips)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await dacsan('import', 'accounts', good)).toMatchObject({ status: 0, output: '' })
})

test('a key is made on the machine before the first start, is shown alone, and is revoked for good', { timeout: 120_000 }, async () => {
  const make = ['api-key', 'create', '--org', 'kho-moi', '--scope', 'epcis']
  const made = await dacsan(...make, '--label', 'Phần mềm kho', '--expires', '2099-12-31')
  expect(made).toMatchObject({ status: 0, last: expect.stringMatching(/^ds_[0-9a-z]{43}$/) })
  expect(made.output).toBe(`${made.last}\n`)
  expect(await dacsan(...make)).toMatchObject({ status: 0 })
  expect(await dacsan('api-key', 'create', '--org', 'kho moi', '--scope', 'epcis')).toMatchObject({ status: 1, output: '' })

  const list = await dacsan('api-key', 'list')
  expect(list.status).toBe(0)
  expect(list.output).not.toContain(made.last)
  const rows = list.output
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const [id] = rows.find((row) => row.at(-1) === 'Phần mềm kho')!
  expect(rows.map(([, ...rest]) => rest).toSorted((one, other) => one.at(-1)!.localeCompare(other.at(-1)!))).toEqual([
    [expect.stringMatching(/^ds_.{4}$/), 'active', 'kho-moi', 'epcis', '-', '-', 'Khóa cấp trên máy chủ'],
    [made.last!.slice(0, 7), 'active', 'kho-moi', 'epcis', '-', '2099-12-31', 'Phần mềm kho'],
  ])

  expect(await dacsan('api-key', 'revoke', 'kho-moi')).toMatchObject({ status: 2 })
  expect(await dacsan('api-key', 'revoke', id!, '--reason', 'bị lộ')).toMatchObject({ status: 0, output: '' })
  expect((await dacsan('api-key', 'list')).output).toContain(`${id}\t${made.last!.slice(0, 7)}\trevoked`)
})
