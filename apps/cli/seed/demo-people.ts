import { inTransaction } from '@dacsan/platform/context'
import { insertProducer } from '../../../modules/catalogue/index.ts'
import type { Ctx, Tx } from '../../../modules/context.ts'
import { addMembership, createOrganisation, createPerson, demoPassword } from '../../../modules/identity/index.ts'
import type { CreateOrganisationInput, Membership, Person, Role } from '../../../modules/identity/index.ts'
import { authorities, province } from '../../../modules/province/index.ts'
import { demoFacts } from './demo-facts.ts'

/** Who works where. The accounts are those of the sign-in page; the names are invented. */
function organisationsOf({ producers: [first, second], commune, communeOffice, partner }: ReturnType<typeof demoFacts>) {
  const { name } = authorities()
  return {
    first: { code: first.code, name: first.name, kind: 'producer', communeCode: commune },
    second: { code: second.code, name: second.name, kind: 'producer' },
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
    platform: { code: 'nen-tang', name: `Nền tảng ${province().site.name}`, kind: 'platform' },
  } as const satisfies Record<string, CreateOrganisationInput>
}

type Organisations = ReturnType<typeof organisationsOf>
type OrganisationKey = keyof Organisations
type Account = { email: string; name: string; seats: readonly [OrganisationKey, Role][] }

const accountsOf = ({ producers: [first, second] }: ReturnType<typeof demoFacts>): readonly Account[] => [
  { email: 'chuthe@demo.vn', name: first.representative, seats: [['first', 'producer']] },
  { email: 'chuthe2@demo.vn', name: second.representative, seats: [['second', 'producer']] },
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
  { email: 'nguoimua@demo.vn', name: 'Người Mua', seats: [['platform', 'buyer']] },
  { email: 'quantri@demo.vn', name: 'Quản Trị', seats: [['platform', 'administrator']] },
]

/** What a person of the demo does, is done in their own name; at a moment of its past, or now. */
export type Cast = (account: string, at?: Date) => Ctx

/** The demo accounts, their organisations, and the two sample producers that dossiers and goods belong to; `ctx` says when they came. */
export async function seedPeople(ctx: Ctx, now: Date): Promise<Cast> {
  const facts = demoFacts()
  const organisations = organisationsOf(facts)
  return inTransaction(ctx, async (tx) => {
    const ids = new Map<OrganisationKey, string>()
    for (const [key, organisation] of Object.entries(organisations))
      ids.set(key as OrganisationKey, (await createOrganisation(tx, ctx, organisation)).id)
    const people = new Map<string, Person>()
    for (const account of accountsOf(facts)) people.set(account.email, await openAccount(tx, ctx, account, organisations, ids))
    for (const [index, { kind, name, taxCode, registrationNo, representative, address, phone, about }] of facts.producers.entries())
      await insertProducer(tx, {
        name,
        kind,
        organisationId: ids.get(index === 0 ? 'first' : 'second')!,
        taxCode,
        registrationNo,
        representative,
        communeCode: facts.commune,
        address,
        phone: phone.replaceAll(' ', ''),
        email: index === 0 ? 'chuthe@demo.vn' : 'chuthe2@demo.vn',
        about,
        isSample: true,
      })
    return (account, at = now) => ({ ...ctx, now: at, actor: people.get(`${account}@demo.vn`)! })
  })
}

async function openAccount(
  tx: Tx,
  ctx: Ctx,
  { email, name, seats }: Account,
  organisations: Organisations,
  ids: ReadonlyMap<OrganisationKey, string>,
): Promise<Person> {
  const opened = await createPerson(tx, ctx, { email, name, password: demoPassword })
  if (!opened.ok) throw new Error(`demo account ${email}: ${opened.refusal.code}`)
  const { userId } = opened.value
  const memberships: Membership[] = []
  for (const [key, role] of seats) {
    const organisation: CreateOrganisationInput = organisations[key]
    const organisationId = ids.get(key)!
    await addMembership(tx, ctx, { userId, organisationId, role })
    memberships.push({
      role,
      organisationId,
      organisationCode: organisation.code,
      organisationName: organisation.name,
      communeCode: organisation.communeCode ?? null,
    })
  }
  return { kind: 'person', userId, name, email, memberships }
}
