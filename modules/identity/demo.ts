import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { demoFacts } from '../province/demo.ts'
import type { DemoFacts } from '../province/demo.ts'
import { authorities, province } from '../province/index.ts'
import type { Membership, Person, Role } from './actor.ts'
import { addMembership } from './memberships.ts'
import { createOrganisation, createPerson } from './people.ts'
import type { CreateOrganisationInput } from './people.ts'
import { demoPassword } from './passwords.ts'
import { selectOfficeOfCommune, selectOrganisation } from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'

/** Who works where. The accounts are those of the sign-in page; the names are invented. */
function organisationsOf({ producers: [first, second, third], commune, communeOffice, partner }: DemoFacts) {
  const { name } = authorities()
  return {
    first: { code: first.code, name: first.name, kind: 'producer', communeCode: commune },
    second: { code: second.code, name: second.name, kind: 'producer' },
    third: { code: third.code, name: third.name, kind: 'producer' },
    commune: { ...communeOffice, kind: 'commune', communeCode: commune },
    office: { code: 'van-phong-ocop', name: `Văn phòng điều phối OCOP ${name}`, kind: 'provincial-office' },
    council: { code: 'hoi-dong-ocop', name: `Hội đồng đánh giá, phân hạng OCOP ${name}`, kind: 'council' },
    steering: { code: 'ban-chi-dao', name: `Ban Chỉ đạo OCOP ${name}`, kind: 'steering-committee' },
    agriculture: { code: 'so-nnmt', name: 'Sở Nông nghiệp và Môi trường', kind: 'department' },
    trade: { code: 'so-cong-thuong', name: 'Sở Công Thương', kind: 'department' },
    science: { code: 'so-khcn', name: 'Sở Khoa học và Công nghệ', kind: 'department' },
    health: { code: 'so-y-te', name: 'Sở Y tế', kind: 'department' },
    culture: { code: 'so-vhttdl', name: 'Sở Văn hóa, Thể thao và Du lịch', kind: 'department' },
    cooperatives: { code: 'lien-minh-htx', name: 'Liên minh Hợp tác xã tỉnh', kind: 'partner' },
    partner: { ...partner, kind: 'partner' },
    shopFront: { code: 'cua-hang-ocop', name: 'Cửa hàng OCOP (mẫu)', kind: 'partner' },
    tradeOffice: { code: 'xuc-tien-tay-do', name: 'Trung tâm xúc tiến Tây Đô (mẫu)', kind: 'partner' },
    platform: { code: 'nen-tang', name: `Nền tảng ${province().site.name}`, kind: 'platform' },
  } as const satisfies Record<string, CreateOrganisationInput>
}

type Organisations = ReturnType<typeof organisationsOf>
type OrganisationKey = keyof Organisations
type Account = { email: string; name: string; seats: readonly [OrganisationKey, Role][] }

const accountsOf = ({ producers: [first, second, third] }: DemoFacts): readonly Account[] => [
  { email: 'chuthe@demo.vn', name: first.representative, seats: [['first', 'producer']] },
  { email: 'chuthe2@demo.vn', name: second.representative, seats: [['second', 'producer']] },
  { email: 'chuthe3@demo.vn', name: third.representative, seats: [['third', 'producer']] },
  { email: 'canbo.xa@demo.vn', name: 'Trần Cán Bộ Xã', seats: [['commune', 'commune-officer']] },
  {
    email: 'chuyenvien@demo.vn',
    name: 'Nguyễn Chuyên Viên',
    seats: [
      ['office', 'provincial-officer'],
      ['office', 'advisory-member'],
    ],
  },
  { email: 'thuky@demo.vn', name: 'Lê Thư Ký', seats: [['office', 'council-secretary']] },
  { email: 'thanhvien1@demo.vn', name: 'Phạm Thành Viên Một', seats: [['agriculture', 'council-member']] },
  { email: 'thanhvien2@demo.vn', name: 'Huỳnh Thành Viên Hai', seats: [['trade', 'council-member']] },
  { email: 'thanhvien3@demo.vn', name: 'Sơn Thành Viên Ba', seats: [['science', 'council-member']] },
  { email: 'thanhvien4@demo.vn', name: 'Võ Thành Viên Bốn', seats: [['health', 'council-member']] },
  { email: 'thanhvien5@demo.vn', name: 'Đặng Thành Viên Năm', seats: [['culture', 'council-member']] },
  { email: 'thanhvien6@demo.vn', name: 'Bùi Thành Viên Sáu', seats: [['cooperatives', 'council-member']] },
  { email: 'thanhvien7@demo.vn', name: 'Lâm Thành Viên Bảy', seats: [['partner', 'council-member']] },
  { email: 'chutich@demo.vn', name: 'Trương Chủ Tịch', seats: [['council', 'council-chair']] },
  { email: 'lanhdao@demo.vn', name: 'Ngô Lãnh Đạo', seats: [['steering', 'leader']] },
  { email: 'congthuong@demo.vn', name: 'Hồ Công Thương', seats: [['trade', 'trade-department']] },
  { email: 'khcn@demo.vn', name: 'Dương Khoa Học', seats: [['science', 'science-department']] },
  { email: 'diemban@demo.vn', name: 'Sơn Thị Bán', seats: [['shopFront', 'point-keeper']] },
  { email: 'xuctien@demo.vn', name: 'Lý Thị Xúc Tiến', seats: [['tradeOffice', 'trade-office']] },
  { email: 'nguoimua@demo.vn', name: 'Người Mua', seats: [['platform', 'buyer']] },
  { email: 'quantri@demo.vn', name: 'Quản Trị', seats: [['platform', 'administrator']] },
]

/** What a person of the demonstration does, is done in their own name; at a moment of its past, or now. */
export type Cast = (account: string, at?: Date) => Ctx

/** The demo accounts and their organisations. */
export function identityDemo({ ctx }: DemoStage): { steps: DemoStep[]; cast: Cast } {
  const people = new Map<string, Person>()
  const cast: Cast = (account, at = ctx.now) => {
    const actor = people.get(`${account}@demo.vn`)
    if (!actor) throw new Error(`there is no demo account ${account}`)
    return { ...ctx, now: at, actor }
  }
  const arrive: DemoStep = {
    ago: 60,
    take: (at) =>
      inTransaction(ctx, async (tx) => {
        const maker = { ...ctx, now: at }
        const facts = demoFacts()
        const organisations = organisationsOf(facts)
        const made = new Map<OrganisationKey, Pick<Organisation, 'id' | 'code' | 'name' | 'communeCode'>>()
        for (const [key, organisation] of Object.entries(organisations)) {
          // The office of the commune is there already where the demonstration comes to an installation that runs.
          const office = key === 'commune' ? await selectOfficeOfCommune(tx, facts.commune) : undefined
          const { id } = office ?? (await createOrganisation(tx, maker, organisation))
          made.set(key as OrganisationKey, (await selectOrganisation(tx, { id }))!)
        }
        for (const account of accountsOf(facts)) people.set(account.email, await openAccount(tx, maker, account, made))
      }),
  }
  return { steps: [arrive], cast }
}

async function openAccount(
  tx: Tx,
  ctx: Ctx,
  { email, name, seats }: Account,
  made: ReadonlyMap<OrganisationKey, Pick<Organisation, 'id' | 'code' | 'name' | 'communeCode'>>,
): Promise<Person> {
  const { userId } = must(await createPerson(tx, ctx, { email, name, password: demoPassword }))
  const memberships: Membership[] = []
  for (const [key, role] of seats) {
    const { id: organisationId, code, name: organisationName, communeCode } = made.get(key)!
    must(await addMembership(tx, ctx, { userId, organisationId, role }))
    memberships.push({ role, organisationId, organisationCode: code, organisationName, communeCode })
  }
  return { kind: 'person', userId, name, email, memberships }
}
