import { inTransaction } from '@dacsan/platform/context'
import { insertProducer } from '../../../modules/catalogue/index.ts'
import type { Ctx, Tx } from '../../../modules/context.ts'
import { addMembership, createOrganisation, createPerson, demoPassword } from '../../../modules/identity/index.ts'
import type { CreateOrganisationInput, Membership, Person, Role } from '../../../modules/identity/index.ts'

const communeOfCauKe = '29308'

/** Who works where. The accounts are those of the sign-in page; the names are invented. */
const organisations = [
  { code: 'htx-dua-sap-mau', name: 'HTX Dừa sáp Cầu Kè (dữ liệu mẫu)', kind: 'producer', communeCode: communeOfCauKe },
  { code: 'co-so-banh-tet-mau', name: 'Cơ sở Bánh tét Trà Cuôn (dữ liệu mẫu)', kind: 'producer' },
  { code: 'xa-cau-ke', name: 'UBND xã Cầu Kè', kind: 'commune', communeCode: communeOfCauKe },
  { code: 'van-phong-ocop', name: 'Văn phòng điều phối OCOP tỉnh Vĩnh Long', kind: 'provincial-office' },
  { code: 'hoi-dong-ocop', name: 'Hội đồng đánh giá, phân hạng OCOP tỉnh Vĩnh Long', kind: 'council' },
  { code: 'ban-chi-dao', name: 'Ban Chỉ đạo OCOP tỉnh Vĩnh Long', kind: 'steering-committee' },
  { code: 'so-nnmt', name: 'Sở Nông nghiệp và Môi trường', kind: 'department' },
  { code: 'so-cong-thuong', name: 'Sở Công Thương', kind: 'department' },
  { code: 'so-khcn', name: 'Sở Khoa học và Công nghệ', kind: 'department' },
  { code: 'so-y-te', name: 'Sở Y tế', kind: 'department' },
  { code: 'so-vhttdl', name: 'Sở Văn hóa, Thể thao và Du lịch', kind: 'department' },
  { code: 'lien-minh-htx', name: 'Liên minh Hợp tác xã tỉnh', kind: 'partner' },
  { code: 'dai-hoc-tra-vinh', name: 'Trường Đại học Trà Vinh', kind: 'partner' },
  { code: 'nen-tang', name: 'Nền tảng Đặc Sản', kind: 'platform' },
] as const satisfies readonly CreateOrganisationInput[]

type OrganisationCode = (typeof organisations)[number]['code']
type Account = { email: string; name: string; seats: readonly [OrganisationCode, Role][] }

const accounts: readonly Account[] = [
  { email: 'chuthe@demo.vn', name: 'Thạch Thị Mẫu', seats: [['htx-dua-sap-mau', 'producer']] },
  { email: 'chuthe2@demo.vn', name: 'Kim Văn Mẫu', seats: [['co-so-banh-tet-mau', 'producer']] },
  { email: 'canbo.xa@demo.vn', name: 'Trần Cán Bộ Xã', seats: [['xa-cau-ke', 'commune-officer']] },
  {
    email: 'chuyenvien@demo.vn',
    name: 'Nguyễn Chuyên Viên',
    seats: [
      ['van-phong-ocop', 'provincial-officer'],
      ['van-phong-ocop', 'advisory-member'],
    ],
  },
  { email: 'thuky@demo.vn', name: 'Lê Thư Ký', seats: [['van-phong-ocop', 'council-secretary']] },
  { email: 'thanhvien1@demo.vn', name: 'Phạm Thành Viên Một', seats: [['so-nnmt', 'council-member']] },
  { email: 'thanhvien2@demo.vn', name: 'Huỳnh Thành Viên Hai', seats: [['so-cong-thuong', 'council-member']] },
  { email: 'thanhvien3@demo.vn', name: 'Sơn Thành Viên Ba', seats: [['so-khcn', 'council-member']] },
  { email: 'thanhvien4@demo.vn', name: 'Võ Thành Viên Bốn', seats: [['so-y-te', 'council-member']] },
  { email: 'thanhvien5@demo.vn', name: 'Đặng Thành Viên Năm', seats: [['so-vhttdl', 'council-member']] },
  { email: 'thanhvien6@demo.vn', name: 'Bùi Thành Viên Sáu', seats: [['lien-minh-htx', 'council-member']] },
  { email: 'thanhvien7@demo.vn', name: 'Lâm Thành Viên Bảy', seats: [['dai-hoc-tra-vinh', 'council-member']] },
  { email: 'chutich@demo.vn', name: 'Trương Chủ Tịch', seats: [['hoi-dong-ocop', 'council-chair']] },
  { email: 'lanhdao@demo.vn', name: 'Ngô Lãnh Đạo', seats: [['ban-chi-dao', 'leader']] },
  { email: 'congthuong@demo.vn', name: 'Hồ Công Thương', seats: [['so-cong-thuong', 'trade-department']] },
  { email: 'khcn@demo.vn', name: 'Dương Khoa Học', seats: [['so-khcn', 'science-department']] },
  { email: 'nguoimua@demo.vn', name: 'Người Mua', seats: [['nen-tang', 'buyer']] },
  { email: 'quantri@demo.vn', name: 'Quản Trị', seats: [['nen-tang', 'administrator']] },
]

/** What a person of the demo does, is done in their own name; at a moment of its past, or now. */
export type Cast = (account: string, at?: Date) => Ctx

/** The demo accounts, their organisations, and the two sample producers that dossiers and goods belong to; `ctx` says when they came. */
export async function seedPeople(ctx: Ctx, now: Date): Promise<Cast> {
  return inTransaction(ctx, async (tx) => {
    const ids = new Map<OrganisationCode, string>()
    for (const organisation of organisations) ids.set(organisation.code, (await createOrganisation(tx, ctx, organisation)).id)
    const people = new Map<string, Person>()
    for (const account of accounts) people.set(account.email, await openAccount(tx, ctx, account, ids))
    await insertProducer(tx, {
      name: 'HTX Dừa sáp Cầu Kè (dữ liệu mẫu)',
      kind: 'cooperative',
      organisationId: ids.get('htx-dua-sap-mau')!,
      taxCode: '2100000001',
      registrationNo: '5807000001',
      representative: 'Thạch Thị Mẫu',
      communeCode: communeOfCauKe,
      address: 'Ấp 1, xã Cầu Kè',
      phone: '0900000001',
      email: 'chuthe@demo.vn',
      about: 'Hợp tác xã mẫu để chạy thử: trồng và chế biến dừa sáp.',
      isSample: true,
    })
    await insertProducer(tx, {
      name: 'Cơ sở Bánh tét Trà Cuôn (dữ liệu mẫu)',
      kind: 'household',
      organisationId: ids.get('co-so-banh-tet-mau')!,
      taxCode: '2100000002',
      registrationNo: '58H8000002',
      representative: 'Kim Văn Mẫu',
      communeCode: communeOfCauKe,
      address: 'Ấp 3, xã Cầu Kè',
      phone: '0900000002',
      email: 'chuthe2@demo.vn',
      about: 'Cơ sở mẫu để chạy thử: bánh tét ba màu.',
      isSample: true,
    })
    return (account, at = now) => ({ ...ctx, now: at, actor: people.get(`${account}@demo.vn`)! })
  })
}

async function openAccount(tx: Tx, ctx: Ctx, { email, name, seats }: Account, ids: ReadonlyMap<OrganisationCode, string>): Promise<Person> {
  const opened = await createPerson(tx, ctx, { email, name, password: demoPassword })
  if (!opened.ok) throw new Error(`demo account ${email}: ${opened.refusal.code}`)
  const { userId } = opened.value
  const memberships: Membership[] = []
  for (const [code, role] of seats) {
    const organisation: CreateOrganisationInput = organisations.find((one) => one.code === code)!
    const organisationId = ids.get(code)!
    await addMembership(tx, ctx, { userId, organisationId, role })
    memberships.push({
      role,
      organisationId,
      organisationCode: code,
      organisationName: organisation.name,
      communeCode: organisation.communeCode ?? null,
    })
  }
  return { kind: 'person', userId, name, email, memberships }
}
