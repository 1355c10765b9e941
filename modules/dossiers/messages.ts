import { dateInVietnam, daysBetween, formatDate, workingDaysBetween } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import { peopleWith } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { holidays, ruleOn } from '../law/index.ts'
import { remindOf, tellOf } from '../message.ts'
import type { Asking, Reminder, Telling } from '../message.ts'
import { dossierActs } from './acts.ts'
import type { DossierMoved } from './acts.ts'
import { selectDossier } from './dossier.store.ts'
import { selectAtCommunes, selectUnderWay } from './due-dossiers.store.ts'
import { transitionOn } from './find-transition.ts'
import { selectExpiring } from './evidence/expiring.store.ts'
import { selectHistory } from './filing/history.store.ts'
import { selectRequests } from './filing/request.store.ts'
import type { DossierCard } from './rules.ts'
import { trademarkMessages, trademarkReminders } from './trademarks/messages.ts'

const ownDossier = (id: string) => `/van-phong/ho-so/${id}`
const communeDossier = (id: string) => `/van-phong/xa/${id}`
const appraisal = (id: string) => `/van-phong/tham-dinh/${id}`

const officersOf = ({ db, now }: Asking, communeCode: string) =>
  peopleWith(db, ['commune-officer'], { today: dateInVietnam(now), communeCode })
const office = ({ db, now }: Asking) => peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) })

const basic = { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', producer: 'HTX Dừa sáp Cầu Kè', commune: 'Cầu Kè' }
const valuesOf = ({ product, code, producer, commune }: DossierCard) => ({
  product: product.name,
  code,
  producer: producer.name,
  commune: commune.name,
})

type Whom = (asking: Asking, dossier: DossierCard) => Promise<UserId[]>
const owners: Whom = (asking, dossier) => peopleOfProducer(asking, dossier.producer.id)
/** Who works for the producer, and who writes the dossier for it. */
const producer: Whom = async (asking, dossier) => {
  const people = await peopleOfProducer(asking, dossier.producer.id)
  return dossier.proxy ? [...new Set([...people, dossier.proxy.userId])] : people
}
/** The officers who may judge it: not who wrote it, unless there is nobody else, who then has to find somebody. */
const judges: Whom = async (asking, dossier) => {
  const officers = await officersOf(asking, dossier.commune.code)
  const others = officers.filter((userId) => !dossier.proxyIds.includes(userId))
  return others.length > 0 ? others : officers
}
const commune: Whom = (asking, dossier) => officersOf(asking, dossier.commune.code)
const province: Whom = (asking) => office(asking)

/** Tells the people of one side of a dossier that moved. */
const about = (whom: Whom, path: (id: string) => string) => async (payload: DossierMoved, asking: Asking) => {
  const dossier = await selectDossier(asking.db, payload.dossierId)
  if (!dossier) return []
  const told = { to: await whom(asking, dossier), path: path(dossier.id), object: ['dossier', dossier.id] as const }
  return [{ ...told, values: valuesOf(dossier), dossier }]
}

/** The same with what was asked for at the last return. */
const aboutReturn = (whom: Whom, path: (id: string) => string) => async (payload: DossierMoved, asking: Asking) => {
  const told = await about(whom, path)(payload, asking)
  const [request] = await selectRequests(asking.db, payload.dossierId)
  const items = String(request?.items.length ?? 0)
  return told.map((one) => ({ ...one, values: { ...one.values, items } }))
}

/** The same with why it ended. */
const aboutRefusal = (whom: Whom, path: (id: string) => string) => async (payload: DossierMoved, asking: Asking) => {
  const told = await about(whom, path)(payload, asking)
  const reason = (await selectHistory(asking.db, payload.dossierId)).at(-1)?.note ?? '–'
  return told.map((one) => ({ ...one, values: { ...one.values, reason } }))
}

const law = { kind: 'law', pace: 'at-once' } as const
const work = { kind: 'work', pace: 'at-once' } as const
const daily = { kind: 'work', pace: 'digest' } as const

export const dossierMessages: readonly Telling[] = [
  ...trademarkMessages,
  tellOf(dossierActs['ask-proxy'], {
    ...work,
    name: 'dossier.proxy-asked',
    says: 'Chủ thể nhờ làm hộ hồ sơ (gửi xã)',
    sample: basic,
    words: {
      vi: {
        subject: '{producer} nhờ làm hộ hồ sơ “{product}”',
        text: '{producer} nhờ cán bộ xã điền và nộp hộ hồ sơ {product}. Ai nhận làm hộ thì không kiểm, không đề nghị hồ sơ này.',
        short: '{producer} nho can bo xa lam ho ho so {product}.',
      },
    },
    tell: ({ payload }, asking) => about(commune, () => '/van-phong/lam-ho')(payload, asking),
  }),
  tellOf(dossierActs['take-proxy'], {
    ...work,
    name: 'dossier.proxy-taken',
    says: 'Cán bộ xã nhận làm hộ hồ sơ (gửi chủ thể)',
    sample: { ...basic, officer: 'Lê Văn Một' },
    words: {
      vi: {
        subject: '{officer} nhận làm hộ hồ sơ “{product}”',
        text: '{officer} của xã {commune} đang điền hồ sơ {product} giúp bạn. Bạn vẫn xem và sửa được, và có thể tự làm tiếp bất cứ lúc nào.',
        short: '{officer} cua xa {commune} nhan lam ho ho so {product}.',
      },
      en: {
        subject: '{officer} writes your dossier “{product}” for you',
        text: '{officer} of the commune {commune} is filling in the dossier of {product} for you. You can still read and change it, and go on yourself at any time.',
        short: '{officer} of commune {commune} writes your dossier of {product} for you.',
      },
      km: {
        subject: '{officer} ជួយធ្វើឯកសារ “{product}” ជំនួសអ្នក',
        text: '{officer} នៃឃុំ {commune} កំពុងបំពេញឯកសារ {product} ជួយអ្នក។ អ្នកនៅតែអាចមើល និងកែបាន ហើយអាចធ្វើបន្តដោយខ្លួនឯងនៅពេលណាក៏បាន។',
        short: '{officer} cua xa {commune} nhan lam ho ho so {product}.',
      },
    },
    tell: async ({ payload }, asking) =>
      (await about(owners, ownDossier)(payload, asking)).map(({ dossier, values, ...told }) => ({
        ...told,
        values: { ...values, officer: dossier.proxy?.name ?? '–' },
      })),
  }),
  tellOf(dossierActs.submit, {
    ...law,
    name: 'dossier.submitted',
    says: 'Đã nhận hồ sơ (gửi chủ thể)',
    sample: { ...basic, due: '22/12/2026' },
    words: {
      vi: {
        subject: 'Xã {commune} đã nhận hồ sơ “{product}”',
        text: 'Hồ sơ {code} của sản phẩm {product} đã nộp tới xã {commune}. Xã trả lời chậm nhất ngày {due}. Bạn có thể xem và in biên nhận.',
        short: 'Xa {commune} da nhan ho so {code} ({product}). Han tra loi: {due}.',
      },
      en: {
        subject: 'The commune {commune} has your dossier “{product}”',
        text: 'Dossier {code} of {product} was filed with the commune {commune}, which answers by {due}. You can see and print the receipt.',
        short: 'Commune {commune} has dossier {code} ({product}). Answer by {due}.',
      },
      km: {
        subject: 'ឃុំ {commune} បានទទួលឯកសារ “{product}”',
        text: 'ឯកសារ {code} នៃផលិតផល {product} បានដាក់ជូនឃុំ {commune}។ ឃុំឆ្លើយតបយ៉ាងយឺតនៅថ្ងៃទី {due}។',
        short: 'Xa {commune} da nhan ho so {code} ({product}). Han tra loi: {due}.',
      },
    },
    tell: async ({ payload }, asking) =>
      (await about(producer, (id) => `${ownDossier(id)}/bien-nhan`)(payload, asking)).map(({ dossier, values, ...told }) => ({
        ...told,
        values: { ...values, due: dossier.communeDueOn ? formatDate(dossier.communeDueOn) : '–' },
      })),
  }),
  tellOf(dossierActs.submit, {
    ...work,
    name: 'dossier.to-review',
    says: 'Có hồ sơ cần xét (gửi xã)',
    sample: { ...basic, due: '22/12/2026' },
    words: {
      vi: {
        subject: 'Hồ sơ mới cần xét: {product}',
        text: '{producer} đã nộp hồ sơ {code}. Hạn kiểm, xét bốn nội dung và trả lời: {due}.',
        short: 'Ho so moi {code} ({product}) can xet truoc {due}.',
      },
    },
    tell: async ({ payload }, asking) =>
      (await about(judges, communeDossier)(payload, asking)).map(({ dossier, values, ...told }) => ({
        ...told,
        values: { ...values, due: dossier.communeDueOn ? formatDate(dossier.communeDueOn) : '–' },
      })),
  }),
  tellOf(dossierActs.return, {
    ...law,
    name: 'dossier.returned',
    says: 'Xã yêu cầu bổ sung (gửi chủ thể)',
    sample: { ...basic, items: '2' },
    words: {
      vi: {
        subject: 'Hồ sơ “{product}” cần bổ sung',
        text: 'Xã {commune} đã xem hồ sơ {code} và yêu cầu bổ sung {items} nội dung. Mở hồ sơ để xem từng mục, sửa rồi nộp lại.',
        short: 'Ho so {code} ({product}) can bo sung {items} noi dung. Mo ho so de xem va nop lai.',
      },
      en: {
        subject: 'Your dossier “{product}” needs more',
        text: 'The commune {commune} looked at dossier {code} and asks for {items} more things. Open it, mend each of them and hand it in again.',
        short: 'Dossier {code} ({product}) needs {items} more things. Open it and hand it in again.',
      },
      km: {
        subject: 'ឯកសារ “{product}” ត្រូវបំពេញបន្ថែម',
        text: 'ឃុំ {commune} បានពិនិត្យឯកសារ {code} ហើយស្នើឱ្យបំពេញបន្ថែម {items} ចំណុច។ សូមបើកឯកសារ កែចំណុចនីមួយៗ រួចដាក់ម្តងទៀត។',
        short: 'Ho so {code} ({product}) can bo sung {items} noi dung. Mo ho so de xem va nop lai.',
      },
    },
    tell: ({ payload }, asking) => aboutReturn(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs.propose, {
    ...law,
    name: 'dossier.proposed',
    says: 'Xã đã đề nghị lên tỉnh (gửi chủ thể)',
    sample: basic,
    words: {
      vi: {
        subject: 'Xã đã đề nghị hồ sơ “{product}” lên tỉnh',
        text: 'Xã {commune} đã xét xong hồ sơ {code} và đề nghị lên tỉnh. Bạn chưa phải làm gì.',
        short: 'Xa {commune} da de nghi ho so {code} ({product}) len tinh.',
      },
      en: {
        subject: 'The commune proposed your dossier “{product}” to the province',
        text: 'The commune {commune} examined dossier {code} and proposed it to the province. You need not do anything yet.',
        short: 'Commune {commune} proposed dossier {code} ({product}) to the province.',
      },
      km: {
        subject: 'ឃុំបានស្នើឯកសារ “{product}” ទៅខេត្ត',
        text: 'ឃុំ {commune} បានពិនិត្យឯកសារ {code} រួច ហើយស្នើទៅខេត្ត។ អ្នកមិនទាន់ត្រូវធ្វើអ្វីទេ។',
        short: 'Xa {commune} da de nghi ho so {code} ({product}) len tinh.',
      },
    },
    tell: ({ payload }, asking) => about(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs.propose, {
    ...daily,
    name: 'dossier.to-receive',
    says: 'Có hồ sơ chờ tiếp nhận (gửi tỉnh)',
    sample: basic,
    words: {
      vi: {
        subject: 'Hồ sơ chờ tiếp nhận: {product}',
        text: 'Xã {commune} đề nghị hồ sơ {code} của {producer}.',
        short: 'Xa {commune} de nghi ho so {code} ({product}).',
      },
    },
    tell: ({ payload }, asking) => about(province, appraisal)(payload, asking),
  }),
  tellOf(dossierActs.decline, {
    ...law,
    name: 'dossier.declined',
    says: 'Xã không đề nghị hồ sơ (gửi chủ thể)',
    sample: { ...basic, reason: 'Nguyên liệu không phải của địa phương.' },
    words: {
      vi: {
        subject: 'Xã không đề nghị hồ sơ “{product}”',
        text: 'Xã {commune} không đề nghị hồ sơ {code} lên tỉnh. Lý do: {reason} Bạn có thể làm hồ sơ mới, hoặc khiếu nại theo Luật Khiếu nại.',
        short: 'Xa {commune} khong de nghi ho so {code} ({product}). Mo ho so de xem ly do.',
      },
      en: {
        subject: 'The commune does not propose your dossier “{product}”',
        text: 'The commune {commune} does not propose dossier {code} to the province. Reason: {reason} You can begin a new dossier, or complain under the Law on Complaints.',
        short: 'Commune {commune} does not propose dossier {code} ({product}). Open it for the reason.',
      },
      km: {
        subject: 'ឃុំមិនស្នើឯកសារ “{product}” ទេ',
        text: 'ឃុំ {commune} មិនស្នើឯកសារ {code} ទៅខេត្តទេ។ មូលហេតុ៖ {reason} អ្នកអាចធ្វើឯកសារថ្មី ឬប្តឹងតវ៉ាតាមច្បាប់ស្តីពីការប្តឹងតវ៉ា។',
        short: 'Xa {commune} khong de nghi ho so {code} ({product}). Mo ho so de xem ly do.',
      },
    },
    tell: ({ payload }, asking) => aboutRefusal(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs.refuse, {
    ...law,
    name: 'dossier.refused',
    says: 'Tỉnh từ chối hồ sơ (gửi chủ thể)',
    sample: { ...basic, reason: 'Giả mạo hồ sơ. Hợp đồng thu mua không có thật.' },
    words: {
      vi: {
        subject: 'Tỉnh từ chối hồ sơ “{product}”',
        text: 'Tỉnh từ chối hồ sơ {code}. Lý do: {reason} Bạn có thể làm hồ sơ mới, hoặc khiếu nại theo Luật Khiếu nại.',
        short: 'Tinh tu choi ho so {code} ({product}). Mo ho so de xem ly do.',
      },
      en: {
        subject: 'The province refused your dossier “{product}”',
        text: 'The province refused dossier {code}. Reason: {reason} You can begin a new dossier, or complain under the Law on Complaints.',
        short: 'The province refused dossier {code} ({product}). Open it for the reason.',
      },
      km: {
        subject: 'ខេត្តបដិសេធឯកសារ “{product}”',
        text: 'ខេត្តបដិសេធឯកសារ {code}។ មូលហេតុ៖ {reason} អ្នកអាចធ្វើឯកសារថ្មី ឬប្តឹងតវ៉ាតាមច្បាប់ស្តីពីការប្តឹងតវ៉ា។',
        short: 'Tinh tu choi ho so {code} ({product}). Mo ho so de xem ly do.',
      },
    },
    tell: ({ payload }, asking) => aboutRefusal(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs.refuse, {
    ...work,
    name: 'dossier.refused-to-commune',
    says: 'Tỉnh từ chối hồ sơ (gửi xã)',
    sample: { ...basic, reason: 'Giả mạo hồ sơ. Hợp đồng thu mua không có thật.' },
    words: {
      vi: {
        subject: 'Tỉnh từ chối hồ sơ “{product}”',
        text: 'Tỉnh từ chối hồ sơ {code} của {producer}. Lý do: {reason}',
        short: 'Tinh tu choi ho so {code} ({product}).',
      },
    },
    tell: ({ payload }, asking) => aboutRefusal(commune, communeDossier)(payload, asking),
  }),
  tellOf(dossierActs.receive, {
    ...law,
    name: 'dossier.received',
    says: 'Tỉnh đã tiếp nhận (gửi chủ thể)',
    sample: basic,
    words: {
      vi: {
        subject: 'Tỉnh đã tiếp nhận hồ sơ “{product}”',
        text: 'Hồ sơ {code} đã được tỉnh tiếp nhận vào đợt đánh giá. Tổ tư vấn sẽ xem hồ sơ và có thể đến cơ sở.',
        short: 'Tinh da tiep nhan ho so {code} ({product}) vao dot danh gia.',
      },
      en: {
        subject: 'The province received your dossier “{product}”',
        text: 'Dossier {code} was received into the evaluation round. The advisory group reads it and may visit you.',
        short: 'The province received dossier {code} ({product}).',
      },
      km: {
        subject: 'ខេត្តបានទទួលឯកសារ “{product}”',
        text: 'ឯកសារ {code} ត្រូវបានខេត្តទទួលចូលក្នុងវគ្គវាយតម្លៃ។ ក្រុមប្រឹក្សានឹងពិនិត្យ ហើយអាចមកដល់ទីកន្លែង។',
        short: 'Tinh da tiep nhan ho so {code} ({product}) vao dot danh gia.',
      },
    },
    tell: ({ payload }, asking) => about(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs['return-by-province'], {
    ...law,
    name: 'dossier.returned-by-province',
    says: 'Tỉnh yêu cầu bổ sung (gửi chủ thể)',
    sample: { ...basic, items: '2' },
    words: {
      vi: {
        subject: 'Tỉnh yêu cầu bổ sung hồ sơ “{product}”',
        text: 'Tỉnh đã xem hồ sơ {code} và yêu cầu bổ sung {items} nội dung. Mở hồ sơ để xem từng mục, sửa rồi gửi lại tỉnh.',
        short: 'Tinh yeu cau bo sung {items} noi dung cua ho so {code} ({product}).',
      },
      en: {
        subject: 'The province asks for more for “{product}”',
        text: 'The province looked at dossier {code} and asks for {items} more things. Open it, mend each of them and send it again.',
        short: 'The province asks for {items} more things for dossier {code} ({product}).',
      },
      km: {
        subject: 'ខេត្តស្នើឱ្យបំពេញបន្ថែមឯកសារ “{product}”',
        text: 'ខេត្តបានពិនិត្យឯកសារ {code} ហើយស្នើឱ្យបំពេញបន្ថែម {items} ចំណុច។ សូមបើកឯកសារ កែចំណុចនីមួយៗ រួចផ្ញើម្តងទៀត។',
        short: 'Tinh yeu cau bo sung {items} noi dung cua ho so {code} ({product}).',
      },
    },
    tell: ({ payload }, asking) => aboutReturn(producer, ownDossier)(payload, asking),
  }),
  tellOf(dossierActs['return-to-commune'], {
    ...work,
    name: 'dossier.returned-to-commune',
    says: 'Tỉnh chuyển lại xã (gửi xã)',
    sample: { ...basic, items: '2' },
    words: {
      vi: {
        subject: 'Tỉnh chuyển lại hồ sơ “{product}”',
        text: 'Tỉnh chuyển lại hồ sơ {code} của {producer}, với {items} nội dung cần xã bổ sung.',
        short: 'Tinh chuyen lai ho so {code} ({product}): {items} noi dung.',
      },
    },
    tell: ({ payload }, asking) => aboutReturn(commune, communeDossier)(payload, asking),
  }),
  tellOf(dossierActs.supplement, {
    ...daily,
    name: 'dossier.supplemented',
    says: 'Chủ thể đã bổ sung (gửi tỉnh)',
    sample: basic,
    words: {
      vi: {
        subject: 'Đã bổ sung hồ sơ “{product}”',
        text: '{producer} đã gửi bổ sung hồ sơ {code}.',
        short: 'Da bo sung ho so {code} ({product}).',
      },
    },
    tell: ({ payload }, asking) => about(province, appraisal)(payload, asking),
  }),
  tellOf(dossierActs['await-ministry'], {
    ...law,
    name: 'dossier.sent-to-ministry',
    says: 'Chuyển Bộ xem xét 5 sao (gửi chủ thể)',
    sample: basic,
    words: {
      vi: {
        subject: 'Hồ sơ “{product}” được chuyển Bộ xem xét 5 sao',
        text: 'Tỉnh đã chuyển hồ sơ {code} lên Bộ. Bạn sẽ được báo khi có kết quả.',
        short: 'Ho so {code} ({product}) da chuyen Bo xem xet 5 sao.',
      },
      en: {
        subject: 'Dossier “{product}” goes to the Ministry for five stars',
        text: 'The province sent dossier {code} to the Ministry. You are told when there is a result.',
        short: 'Dossier {code} ({product}) went to the Ministry for five stars.',
      },
      km: {
        subject: 'ឯកសារ “{product}” ត្រូវបញ្ជូនទៅក្រសួងពិនិត្យ ៥ ផ្កាយ',
        text: 'ខេត្តបានបញ្ជូនឯកសារ {code} ទៅក្រសួង។ អ្នកនឹងទទួលដំណឹងពេលមានលទ្ធផល។',
        short: 'Ho so {code} ({product}) da chuyen Bo xem xet 5 sao.',
      },
    },
    tell: ({ payload }, asking) => about(producer, ownDossier)(payload, asking),
  }),
]

/** The day of a dossier is so near, in working days, that the commune is told once more. */
const lastWorkingDay = 1

export const dossierReminders: readonly Reminder[] = [
  ...trademarkReminders,
  remindOf({
    ...work,
    name: 'dossier.due-tomorrow',
    says: 'Sắp hết hạn xét hồ sơ (gửi xã)',
    sample: { ...basic, due: '22/12/2026' },
    words: {
      vi: {
        subject: 'Sắp hết hạn: hồ sơ “{product}”',
        text: 'Hồ sơ {code} của {producer} phải được trả lời chậm nhất ngày {due}.',
        short: 'Ho so {code} ({product}) het han xet ngay {due}.',
      },
    },
    due: async (asking) => {
      const today = dateInVietnam(asking.now)
      const waiting = await selectAtCommunes(asking.db)
      const near = waiting.filter(({ dueOn }) => dueOn >= today && workingDaysBetween(today, dueOn, holidays()) <= lastWorkingDay)
      return Promise.all(near.map(async (row) => ({ ...(await aboutDue(asking, row)), fact: `${row.id}:${row.dueOn}` })))
    },
  }),
  remindOf({
    ...work,
    name: 'dossier.late-at-commune',
    says: 'Quá hạn xét hồ sơ (gửi xã và tỉnh)',
    sample: { ...basic, due: '22/12/2026' },
    words: {
      vi: {
        subject: 'Quá hạn: hồ sơ “{product}” tại xã {commune}',
        text: 'Hồ sơ {code} của {producer} đã quá hạn trả lời ngày {due}.',
        short: 'Ho so {code} ({product}) qua han xet ngay {due}.',
      },
    },
    due: async (asking) => {
      const today = dateInVietnam(asking.now)
      const late = (await selectAtCommunes(asking.db)).filter(({ dueOn }) => dueOn < today)
      const officers = late.length > 0 ? await office(asking) : []
      const told = late.map(async (row) => {
        const one = await aboutDue(asking, row)
        const fact = `${row.id}:${row.dueOn}`
        return [
          { ...one, fact },
          { ...one, fact, to: officers, path: appraisal(row.id) },
        ]
      })
      return (await Promise.all(told)).flat()
    },
  }),
  remindOf({
    ...work,
    name: 'dossier.transition-ending',
    says: 'Hồ sơ chuyển tiếp sắp hết hạn (gửi xã và tỉnh)',
    sample: { ...basic, due: '21/07/2026', days: '15' },
    words: {
      vi: {
        subject: 'Hồ sơ chuyển tiếp “{product}”: còn {days} ngày',
        text: 'Hồ sơ {code} của {producer} ({commune}) làm theo quyết định cũ, phải xong chậm nhất ngày {due}.',
        short: 'Ho so chuyen tiep {code} ({product}): xong truoc het ngay {due}.',
      },
    },
    due: async (asking) => {
      const today = dateInVietnam(asking.now)
      const [termOf, { value: steps }] = await Promise.all([
        transitionOn(asking.db, today),
        ruleOn(asking.db, 'transition.reminder-days', today),
      ])
      const near = (await selectUnderWay(asking.db)).flatMap((row) => {
        const term = termOf(row)
        if (term === null || term.daysLeft < 0) return []
        const step = steps.filter((ahead) => term.daysLeft <= ahead).at(-1)
        return step === undefined ? [] : [{ row, term, step }]
      })
      const officers = near.length > 0 ? await office(asking) : []
      const told = near.map(async ({ row, term, step }) => {
        const fact = `${row.id}:${term.on}:${step}`
        const { product, code, producer: holder, commune: place } = row
        const values = { product, code, producer: holder, commune: place, due: formatDate(term.on), days: String(term.daysLeft) }
        const about = { object: ['dossier', row.id] as const, fact, values }
        const withCommune =
          row.status === 'submitted' ? [{ ...about, to: await officersOf(asking, row.communeCode), path: communeDossier(row.id) }] : []
        return [...withCommune, { ...about, to: officers, path: appraisal(row.id) }]
      })
      return (await Promise.all(told)).flat()
    },
  }),
  remindOf({
    ...daily,
    name: 'evidence.expiring',
    says: 'Giấy trong kho sắp hết hạn (gửi chủ thể)',
    sample: { title: 'Giấy chứng nhận đủ điều kiện an toàn thực phẩm', on: '15/12/2026', days: '14' },
    words: {
      vi: {
        subject: 'Giấy sắp hết hạn: {title}',
        text: '{title} trong kho minh chứng hết hạn ngày {on}, còn {days} ngày. Hãy làm giấy mới và thay trong kho trước khi dùng cho hồ sơ.',
        short: 'Giay "{title}" het han ngay {on}.',
      },
      en: {
        subject: 'A paper runs out: {title}',
        text: '{title} in your vault runs out on {on}, in {days} days. Get a new one and replace it before you use it for a dossier.',
        short: 'Paper "{title}" runs out on {on}.',
      },
      km: {
        subject: 'លិខិតជិតផុតកំណត់៖ {title}',
        text: '{title} ក្នុងឃ្លាំងភស្តុតាងផុតកំណត់ថ្ងៃទី {on} នៅសល់ {days} ថ្ងៃ។ សូមធ្វើលិខិតថ្មី ហើយជំនួស។',
        short: 'Giay "{title}" het han ngay {on}.',
      },
    },
    due: async (asking) => {
      const today = dateInVietnam(asking.now)
      const { value: steps } = await ruleOn(asking.db, 'message.paper-reminder-days', today)
      const papers = await selectExpiring(asking.db, { today, withinDays: Math.max(...steps) })
      const told = papers.map(async ({ id, title, expiresOn, producerId }) => {
        const days = daysBetween(today, expiresOn)
        // Only the nearest step that was reached: who was away for a month is told once, not once for each step.
        const step = steps.filter((ahead) => days <= ahead).at(-1)!
        return {
          fact: `${id}:${step}`,
          to: await peopleOfProducer(asking, producerId),
          path: `/van-phong/minh-chung/${id}`,
          object: ['evidence', id] as const,
          values: { title, on: formatDate(expiresOn), days: String(days) },
        }
      })
      return Promise.all(told)
    },
  }),
]

type AtCommune = Awaited<ReturnType<typeof selectAtCommunes>>[number]
const aboutDue = async (asking: Asking, row: AtCommune) => ({
  to: await officersOf(asking, row.communeCode),
  path: communeDossier(row.id),
  object: ['dossier', row.id] as const,
  values: { product: row.product, code: row.code, producer: row.producer, commune: row.commune, due: formatDate(row.dueOn) },
})
