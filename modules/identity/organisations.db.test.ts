import { writeXlsx } from 'hucre'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { loadLaw } from '../law/index.ts'
import { units } from '../province/index.ts'
import type { Person, Role } from './actor.ts'
import { system } from './actor.ts'
import { openCommuneOffices } from './commune-offices.ts'
import { aPerson } from './fixtures.ts'
import {
  addOrganisation,
  addOrganisationInput,
  endMembership,
  findOrganisation,
  findOrganisations,
  findSlips,
  giveRole,
  importAccounts,
  importOrganisations,
  listBodies,
  listOwnPeople,
  mergeOrganisation,
  moveOrganisation,
  openAccount,
  openBodies,
  organisationFilter,
  previewMerge,
  renameOrganisation,
  renewAccess,
} from './index.ts'
import type { OrganisationId } from './ids.ts'
import { createOrganisation } from './people.ts'
import { rolesOfKind } from './rules.ts'
import { sayImportProblem, sayRefusal } from './words.ts'

const { db, as } = await testDatabase<Tables>()
const machine: Ctx = as(system('trial'))
let boss: Ctx

beforeAll(async () => {
  await inTransaction(machine, async (tx) => {
    await loadLaw(tx)
    boss = as(await aPerson(tx, { role: 'administrator', name: 'Quản trị viên' }))
  })
})

let n = 0
const anOrganisation = async (
  kind: 'producer' | 'department' | 'provincial-office' | 'partner' = 'department',
  code = `to-chuc-${(n += 1)}`,
) => {
  const { id } = await inTransaction(machine, (tx) => createOrganisation(tx, machine, { code, name: `Tổ chức ${code}`, kind }))
  return { id, code, name: `Tổ chức ${code}` }
}
const somebody = (organisation: { code: string }, role: Role, name?: string): Promise<Person> =>
  inTransaction(machine, (tx) => aPerson(tx, { role, organisation: organisation.code, ...(name && { name }) }))
const reason = 'Quyết định 12/QĐ-UBND'
const historyOf = async (id: OrganisationId) =>
  (await findOrganisation(boss, id)).history.map(({ action, actorName, detail }) => [action, actorName, detail['reason']])

describe('the communes of the province', () => {
  test('every commune of today has one organisation with its own code from the first start, and a second start makes none', async () => {
    expect(await openCommuneOffices({ db }, new Date())).toBe(units().current.length)
    expect(units().current).toHaveLength(124)
    expect(await openCommuneOffices({ db }, new Date())).toBe(0)
    const offices = await db.selectFrom('organisation').select(['code', 'commune_code', 'name']).where('kind', '=', 'commune').execute()
    expect(offices.map(({ code }) => code).toSorted()).toEqual(
      units()
        .current.map(({ code }) => code)
        .toSorted(),
    )
    expect(offices.every(({ code, commune_code }) => code === commune_code)).toBe(true)
    expect(offices.find(({ code }) => code === '29308')?.name).toBe('UBND xã Cầu Kè')
  })

  test('a commune that is served under another code keeps its organisation, and no second one is made', async () => {
    const called = (code: string) =>
      db.updateTable('organisation').set({ code }).where('kind', '=', 'commune').where('commune_code', '=', '29308').execute()
    await called('xa-cau-ke')
    expect(await openCommuneOffices({ db }, new Date())).toBe(0)
    await called('29308')
  })

  test('an organisation for a commune that is there already is refused with its code', async () => {
    const again = await addOrganisation(
      machine,
      addOrganisationInput.parse({ kind: 'commune', code: '29308', name: 'UBND xã Cầu Kè', communeCode: '29308' }),
    )
    expect(again).toMatchObject({ ok: false, refusal: { code: 'code-taken' } })
    const other = await addOrganisation(
      machine,
      addOrganisationInput.parse({ kind: 'commune', code: 'xa-moi', name: 'UBND xã Cầu Kè', communeCode: '29308' }),
    )
    expect(other).toMatchObject({ ok: false, refusal: { code: 'commune-taken', organisationCode: '29308' } })
  })

  test('an organisation is found without accents, by the name of an old commune and by an old code', async () => {
    const find = async (q: string) => (await findOrganisations(boss, organisationFilter.parse({ q }))).map(({ code }) => code)
    expect(await find('cau ke')).toContain('29308')
    const old = units()
      .formedFrom('29308')
      .find(({ name }) => !name.includes('Cầu Kè'))!
    expect(await find(old.name)).toContain('29308')
    expect(await find(old.code)).toContain('29308')
    expect(await find('không có nơi nào như thế')).toEqual([])
  })
})

describe('an organisation', () => {
  test('the same code twice is refused, in capitals too', async () => {
    const input = addOrganisationInput.parse({ kind: 'producer', code: 'HTX-Mot', name: 'HTX Một' })
    expect(await addOrganisation(machine, input)).toMatchObject({ ok: true })
    expect(await addOrganisation(machine, addOrganisationInput.parse({ ...input, code: 'htx-mot' }))).toMatchObject({
      refusal: { code: 'code-taken' },
    })
  })

  test('a commune that the province does not have, a missing commune and an unknown parent are refused', async () => {
    const make = (given: object) =>
      addOrganisation(machine, addOrganisationInput.parse({ kind: 'department', code: `thu-${(n += 1)}`, name: 'Sở Thử', ...given }))
    expect(await make({ communeCode: '00001' })).toMatchObject({ refusal: { code: 'unknown-commune' } })
    expect(await make({ kind: 'commune' })).toMatchObject({ refusal: { code: 'commune-missing' } })
    expect(await make({ parentCode: 'khong-co' })).toMatchObject({ refusal: { code: 'unknown-parent' } })
  })

  test('renaming and moving stand in its history with who and why, and what changes nothing is refused', async () => {
    const [one, above] = [await anOrganisation(), await anOrganisation()]
    expect(await renameOrganisation(boss, one.id, { name: 'Sở Mới', reason })).toEqual({ ok: true, value: null })
    expect(await renameOrganisation(boss, one.id, { name: 'Sở Mới', reason })).toMatchObject({ refusal: { code: 'name-unchanged' } })
    expect(await moveOrganisation(boss, one.id, { communeCode: '29308', parentCode: above.code, reason })).toEqual({
      ok: true,
      value: null,
    })
    expect(await moveOrganisation(boss, one.id, { communeCode: '29308', parentCode: above.code, reason })).toMatchObject({
      refusal: { code: 'place-unchanged' },
    })
    expect(await findOrganisation(boss, one.id)).toMatchObject({ name: 'Sở Mới', commune: 'Xã Cầu Kè', parent: { id: above.id } })
    expect(await historyOf(one.id)).toEqual([
      ['organisation.moved', 'Quản trị viên', reason],
      ['organisation.renamed', 'Quản trị viên', reason],
      ['organisation.created', 'trial', undefined],
    ])
  })

  test('two organisations never stand below each other, also when both are moved at the same moment', async () => {
    const [one, other] = [await anOrganisation(), await anOrganisation()]
    const move = (from: typeof one, above: typeof one) =>
      moveOrganisation(boss, from.id, { communeCode: null, parentCode: above.code, reason })
    expect(await move(one, one)).toMatchObject({ refusal: { code: 'parent-below' } })
    const outcomes = await Promise.all([move(one, other), move(other, one)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'parent-below' } })
  })
})

describe('a merge of organisations', () => {
  test('people go over with their roles, who has the same role in both keeps one, and the merged one stays and says where it went', async () => {
    const [from, into, below] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
    await moveOrganisation(boss, below.id, { communeCode: null, parentCode: from.code, reason })
    const mover = await somebody(from, 'trade-department', 'Người Chuyển')
    const both = await somebody(from, 'trade-department', 'Người Hai Nơi')
    await giveRole(boss, both.userId, { organisationId: into.id, role: 'trade-department' })
    expect(await previewMerge(boss, from.id, into.code, [])).toMatchObject({
      ok: true,
      value: { into: { name: into.name }, people: ['Người Chuyển', 'Người Hai Nơi'], holds: [] },
    })
    expect(await mergeOrganisation(boss, from.id, { intoCode: into.code, reason }, [])).toEqual({ ok: true, value: { intoId: into.id } })
    const now = await findOrganisation(boss, into.id)
    expect(now.people.map(({ userId, roles }) => [userId, roles.filter(({ isHeld }) => isHeld).length])).toEqual([
      [mover.userId, 1],
      [both.userId, 1],
    ])
    expect(now.merged.map(({ id }) => id)).toEqual([from.id])
    expect(now.children.map(({ id }) => id)).toEqual([below.id])
    expect(now.history.map(({ action }) => action)).toContain('organisation.merged')
    const before = await findOrganisation(boss, from.id)
    expect(before).toMatchObject({ status: 'merged', mergedInto: { id: into.id } })
    expect(before.people.flatMap(({ roles }) => roles.filter(({ isHeld }) => isHeld))).toEqual([])
    const { payload } = await db.selectFrom('event').select('payload').where('type', '=', 'organisation.merged').executeTakeFirstOrThrow()
    expect(payload).toEqual({ organisationId: from.id, intoId: into.id })
  })

  test('nothing is done to an organisation that was merged, and nobody gets a role in it', async () => {
    const [from, into] = [await anOrganisation(), await anOrganisation()]
    await mergeOrganisation(boss, from.id, { intoCode: into.code, reason }, [])
    const refusal = { code: 'organisation-merged', into: into.name }
    expect(await renameOrganisation(boss, from.id, { name: 'Tên khác', reason })).toMatchObject({ refusal })
    expect(
      await openAccount(boss, { name: 'Người Mới', email: `m${(n += 1)}@vidu.vn`, organisationId: from.id, role: 'leader' }),
    ).toMatchObject({ refusal })
    expect(await mergeOrganisation(boss, into.id, { intoCode: from.code, reason }, [])).toMatchObject({ refusal: { code: 'into-merged' } })
  })

  test('a merge into itself, into another kind and into nothing is refused', async () => {
    const [one, school] = [await anOrganisation(), await anOrganisation('partner')]
    const merge = (intoCode: string) => mergeOrganisation(boss, one.id, { intoCode, reason }, [])
    expect(await merge(one.code)).toMatchObject({ refusal: { code: 'same-organisation' } })
    expect(await merge(school.code)).toMatchObject({ refusal: { code: 'kinds-differ' } })
    expect(await merge('khong-co')).toMatchObject({ refusal: { code: 'unknown-organisation' } })
  })

  test('two merges into each other at the same moment end with one of them', async () => {
    const [one, other] = [await anOrganisation(), await anOrganisation()]
    const outcomes = await Promise.all([
      mergeOrganisation(boss, one.id, { intoCode: other.code, reason }, []),
      mergeOrganisation(boss, other.id, { intoCode: one.code, reason }, []),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the roles of an organisation', () => {
  test('a role that the kind of an organisation does not have is refused by the command, and no account is left behind', async () => {
    const office = await anOrganisation('producer')
    const email = `khong.hop.${(n += 1)}@vidu.vn`
    expect(await openAccount(boss, { name: 'Người Nhầm', email, organisationId: office.id, role: 'council-chair' })).toMatchObject({
      refusal: { code: 'role-unfit', kind: 'producer' },
    })
    expect(await db.selectFrom('auth_user').select('id').where('email', '=', email).execute()).toEqual([])
  })

  test('every role can be held somewhere, and administrators come from those who run the platform alone', () => {
    const held = new Set(Object.values(rolesOfKind).flat())
    expect(held.size).toBe(15)
    expect(Object.entries(rolesOfKind).flatMap(([kind, roles]) => (roles.includes('administrator') ? [kind] : []))).toEqual(['platform'])
  })
})

describe('the head of an organisation', () => {
  const world = async () => {
    const [own, other] = [await anOrganisation('provincial-office'), await anOrganisation('provincial-office')]
    const head = await somebody(own, 'organisation-head', 'Trưởng Đơn Vị')
    const [worker, stranger] = [await somebody(own, 'provincial-officer'), await somebody(other, 'provincial-officer')]
    return { own, other, head, ctx: as(head), worker, stranger }
  }
  const membershipOf = async (userId: string, organisationId: string) =>
    (
      await db
        .selectFrom('membership')
        .select('id')
        .where(sql<boolean>`user_id = ${userId} and organisation_id = ${organisationId}`)
        .executeTakeFirstOrThrow()
    ).id

  test('the head invites into the own organisation with the roles of its kind, ends them and renews the way in', async () => {
    const { own, ctx, worker } = await world()
    const email = `moi.${(n += 1)}@vidu.vn`
    const opened = await openAccount(ctx, { name: 'Người Được Mời', email, organisationId: own.id, role: 'advisory-member' })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const invitation = await renewAccess(ctx, worker.userId)
    expect((await findSlips(ctx, [opened.value.invitation.secret, invitation.secret])).map(({ name }) => name)).toEqual([
      'Người Được Mời',
      worker.name,
    ])
    expect(await giveRole(ctx, worker.userId, { organisationId: own.id, role: 'council-secretary' })).toMatchObject({ ok: true })
    expect(await endMembership(ctx, await membershipOf(worker.userId, own.id))).toMatchObject({ ok: true })
    const [listed] = await listOwnPeople(ctx)
    expect(listed).toMatchObject({ id: own.id })
    expect(listed!.people.map(({ name }) => name)).toContain('Người Được Mời')
  })

  test('the head of one organisation can do nothing in another, and does not even hear whether it is there', async () => {
    const { other, ctx, stranger } = await world()
    const theirs = await membershipOf(stranger.userId, other.id)
    await expect(
      openAccount(ctx, { name: 'Người Lạ', email: `la.${(n += 1)}@vidu.vn`, organisationId: other.id, role: 'advisory-member' }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(renewAccess(ctx, stranger.userId)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(renewAccess(ctx, 'usr_nobody')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(endMembership(ctx, theirs)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(endMembership(ctx, 'mem_nothing')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(giveRole(ctx, stranger.userId, { organisationId: other.id, role: 'advisory-member' })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    const { secret } = await renewAccess(boss, stranger.userId)
    await expect(findSlips(ctx, [secret])).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('the head does not take in somebody who works elsewhere alone, nor renews an account that opens more than the own organisation', async () => {
    const { own, other, ctx, worker, stranger } = await world()
    await expect(giveRole(ctx, stranger.userId, { organisationId: own.id, role: 'advisory-member' })).rejects.toMatchObject({
      name: 'NotFound',
    })
    await giveRole(boss, worker.userId, { organisationId: other.id, role: 'advisory-member' })
    await expect(renewAccess(ctx, worker.userId)).rejects.toMatchObject({ name: 'NotFound' })
    const [listed] = await listOwnPeople(ctx)
    expect(listed!.people.find(({ userId }) => userId === worker.userId)?.may).toEqual({ 'renew-access': { code: 'works-elsewhere' } })
  })

  test('the head neither appoints nor dismisses heads, gives no role of another kind, and none to the own account', async () => {
    const { own, ctx, head, worker } = await world()
    const second = await somebody(own, 'organisation-head')
    const give = (role: Role, userId = worker.userId) => giveRole(ctx, userId, { organisationId: own.id, role })
    expect(await give('organisation-head')).toMatchObject({ refusal: { code: 'role-by-administrator' } })
    expect(await give('administrator')).toMatchObject({ refusal: { code: 'role-unfit' } })
    expect(await give('advisory-member', head.userId)).toMatchObject({ refusal: { code: 'own-account' } })
    expect(await endMembership(ctx, await membershipOf(second.userId, own.id))).toMatchObject({
      refusal: { code: 'role-by-administrator' },
    })
    await expect(renewAccess(ctx, second.userId)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(renewAccess(ctx, head.userId)).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('the first day', () => {
  test('the bodies of the province are made once under the names given, and one made by hand counts', async () => {
    expect((await listBodies(boss)).every(({ organisation }) => organisation === null || organisation.name.startsWith('Tổ chức'))).toBe(
      true,
    )
    const input = { make: ['ban-chi-dao', 'so-khcn'], code: ['ban-chi-dao', 'so-khcn'], name: ['Ban Chỉ đạo OCOP tỉnh', 'Sở KHCN'] }
    expect(await openBodies(boss, input)).toEqual({ ok: true, value: { made: 2 } })
    expect(await openBodies(boss, input)).toEqual({ ok: true, value: { made: 0 } })
    const bodies = await listBodies(boss)
    expect(bodies.find(({ code }) => code === 'so-khcn')?.organisation?.name).toBe('Sở KHCN')
    expect(await openBodies(boss, { ...input, make: ['so-y-te'], code: ['so-y-te'], name: [''] })).toMatchObject({
      refusal: { code: 'body-name' },
    })
  })
})

describe('an import', () => {
  const bytesOf = (rows: readonly (readonly string[])[]) =>
    new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n'))
  const workbook = async (rows: readonly (readonly (string | number)[])[]) =>
    new Uint8Array(await writeXlsx({ sheets: [{ name: 'Danh sách', rows: rows.map((row) => [...row]) }] }))
  const countOrganisations = async () => (await db.selectFrom('organisation').select('id').execute()).length
  const problemsOf = (outcome: Awaited<ReturnType<typeof importOrganisations | typeof importAccounts>>) =>
    outcome.ok ? [] : outcome.refusal.problems.map(sayImportProblem)

  test('organisations come in from a workbook with Vietnamese headings or keys in English, once however often it is sent', async () => {
    const vietnamese = await workbook([
      ['DANH SÁCH TỔ CHỨC'],
      ['Loại', 'Mã', 'Tên', 'Mã xã'],
      ['Chủ thể', 'htx-nhap-a', 'HTX Nhập A', 29308],
      ['department', 'so-nhap-b', 'Sở Nhập B', ''],
      ['commune', '29308', 'Ủy ban nhân dân xã Cầu Kè', 29308],
    ])
    expect(await importOrganisations(boss, { bytes: vietnamese })).toMatchObject({
      ok: true,
      value: { made: [{ code: 'htx-nhap-a' }, { code: 'so-nhap-b' }], known: 1 },
    })
    const before = await countOrganisations()
    const english = bytesOf([
      ['kind', 'code', 'name', 'commune'],
      ['producer', 'htx-nhap-a', 'HTX Nhập A', '29308'],
      ['department', 'SO-NHAP-B', 'Sở Nhập B', ''],
    ])
    expect(await importOrganisations(machine, { bytes: english })).toMatchObject({ ok: true, value: { made: [], known: 2 } })
    expect(await countOrganisations()).toBe(before)
  })

  test('one wrong row keeps all of them out, and every fault is told by row and column', async () => {
    const before = await countOrganisations()
    const bytes = bytesOf([
      ['loại', 'mã', 'tên', 'mã xã'],
      ['chủ thể', 'htx-dung', 'HTX Đúng', '29308'],
      ['quận', 'x', '', '1'],
      ['commune', 'xa-hai', 'UBND xã Cầu Kè', '29308'],
      ['producer', 'htx-dung', 'HTX Đúng', '29308'],
      ['producer', 'so-nhap-b', 'Sở Nhập B', ''],
      ['producer', 'htx-xa-la', 'HTX Xã Lạ', '00009'],
    ])
    const outcome = await importOrganisations(boss, { bytes })
    const said = problemsOf(outcome)
    expect(said.map((sentence) => sentence.slice(0, sentence.indexOf(':')))).toEqual([
      'Dòng 3, cột “loại”',
      'Dòng 3, cột “tên”',
      'Dòng 3, cột “mã xã”',
      'Dòng 4, cột “mã xã”',
      'Dòng 5, cột “mã”',
      'Dòng 6, cột “mã”',
      'Dòng 7, cột “mã xã”',
    ])
    expect(await countOrganisations()).toBe(before)
  })

  test('what is only tried is judged and not written', async () => {
    const before = await countOrganisations()
    const bytes = bytesOf([
      ['kind', 'code', 'name'],
      ['producer', 'htx-thu', 'HTX Thử'],
    ])
    expect(await importOrganisations(machine, { bytes, tryOnly: true })).toMatchObject({
      ok: true,
      value: { tried: true, made: [{ code: 'htx-thu' }] },
    })
    expect(await countOrganisations()).toBe(before)
  })

  test('accounts come in with their roles, each with an invitation of seven days that is printed, and a second run invites nobody', async () => {
    const office = await anOrganisation('provincial-office')
    const bytes = await workbook([
      ['thư điện tử', 'họ tên', 'vai trò', 'mã tổ chức'],
      ['An.Nguyen@vidu.vn', 'Nguyễn Văn An', 'provincial-officer', office.code],
      ['an.nguyen@vidu.vn', 'Nguyễn Văn An', 'Thành viên Tổ tư vấn', office.code],
      ['canbo.xa@vidu.vn', 'Trần Thị Bình', 'commune-officer', 29308],
    ])
    const outcome = await importAccounts(boss, { bytes })
    if (!outcome.ok) throw new Error(problemsOf(outcome).join('\n'))
    expect(outcome.value).toMatchObject({ made: [{ email: 'an.nguyen@vidu.vn' }, { email: 'canbo.xa@vidu.vn' }], added: 1, known: 0 })
    const slips = await findSlips(
      boss,
      outcome.value.made.map(({ invitation }) => invitation.secret),
    )
    expect(slips[0]).toMatchObject({
      name: 'Nguyễn Văn An',
      kind: 'first',
      seats: [{ role: 'provincial-officer' }, { role: 'advisory-member' }],
    })
    expect(slips[0]!.until.getTime() - boss.now.getTime()).toBe(7 * 24 * 3_600_000)
    expect(await importAccounts(boss, { bytes })).toMatchObject({ ok: true, value: { made: [], added: 0, known: 3 } })
    expect(
      await findSlips(
        boss,
        outcome.value.made.map(({ invitation }) => invitation.secret),
      ),
    ).toHaveLength(2)
  })

  test('a row whose role does not fit, whose person has another name, or whose role has ended keeps all of them out', async () => {
    const office = await anOrganisation('provincial-office')
    const gone = await somebody(office, 'provincial-officer', 'Lê Đã Thôi')
    const [membership] = (await findOrganisation(boss, office.id)).people.flatMap(({ roles }) => roles)
    await endMembership(boss, membership!.id)
    const outcome = await importAccounts(boss, {
      bytes: bytesOf([
        ['email', 'name', 'role', 'org'],
        ['moi.hop@vidu.vn', 'Người Hợp', 'advisory-member', office.code],
        ['moi.lech@vidu.vn', 'Người Lệch', 'commune-officer', office.code],
        [gone.email!, 'Lê Tên Khác', 'advisory-member', office.code],
        [gone.email!, 'Lê Đã Thôi', 'provincial-officer', office.code],
        ['khong.thu', 'Người Không Thư', 'advisory-member', 'khong-co'],
        ['la@vidu.vn', 'Người Lạ', 'advisory-member', 'khong-co'],
      ]),
    })
    expect(problemsOf(outcome).map((sentence) => sentence.slice(0, sentence.indexOf(':')))).toEqual([
      'Dòng 3, cột “vai trò”',
      'Dòng 4, cột “họ tên”',
      'Dòng 5, cột “vai trò”',
      'Dòng 6, cột “thư điện tử”',
      'Dòng 7, cột “mã tổ chức”',
    ])
    expect(await db.selectFrom('auth_user').select('id').where('email', '=', 'moi.hop@vidu.vn').execute()).toEqual([])
  })

  test('nobody but an administrator or the machine imports', async () => {
    const head = as(await somebody(await anOrganisation('provincial-office'), 'organisation-head'))
    const bytes = bytesOf([['email', 'name', 'role', 'org']])
    await expect(importAccounts(head, { bytes })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(importOrganisations(head, { bytes })).rejects.toMatchObject({ name: 'Forbidden' })
  })
})

test('the refusals of organisations say what to do next', () => {
  expect(sayRefusal({ code: 'held-by-both', what: 'chủ thể A và chủ thể B' })).toContain('chủ thể A và chủ thể B')
  expect(sayRefusal({ code: 'commune-taken', name: 'UBND xã Cầu Kè', organisationCode: '29308' })).toContain('mã 29308')
})
