import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import { selectDossierCard } from '../dossiers/index.ts'
import { peopleWith } from '../identity/index.ts'
import { remindOf, tellOf } from '../message.ts'
import type { Reminder, Telling } from '../message.ts'
import type { SheetsReopened } from './acts.ts'
import { aboutDossiers } from './messages/about-dossiers.ts'
import { appealMessages } from './messages/appeals.ts'
import { atMeeting } from './messages/in-manner.ts'
import { writtenMessages, writtenReminders } from './messages/written-opinions.ts'
import { advisoryActs, preparationActs, sessionActs, sheetActs } from './acts.ts'
import { selectTests } from './preparation/laboratory.store.ts'
import { selectSeats, selectSession, selectSessionDossiers, selectSessions } from './sessions/session.store.ts'
import type { SessionId } from './rules/ids.ts'

const session = (id: string) => `/van-phong/hoi-dong/${id}`
const work = { kind: 'work', pace: 'at-once' } as const
const place = { day: '02/12/2026', place: 'Sở Nông nghiệp và Môi trường', count: '5' }
const reopenedWords = {
  vi: {
    subject: 'Phiếu chấm được mở lại',
    text: 'Phiếu chấm của bạn trong phiên ngày {day} được mở lại để xem xét sau thảo luận. Hãy chấm lại và nộp.',
    short: 'Phieu cham phien {day} duoc mo lai. Hay cham lai va nop.',
  },
}

const aboutReopened = async ({ sessionId, userIds }: SheetsReopened, db: Parameters<typeof selectSession>[0]) => {
  const found = await selectSession(db, sessionId)
  if (!found) return []
  return [
    { to: userIds, path: session(sessionId), object: ['council-session', sessionId] as const, values: { day: formatDate(found.heldOn) } },
  ]
}

const dossierSample = { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007' }

const told: readonly Telling[] = [
  ...appealMessages,
  tellOf(advisoryActs['assign-adviser'], {
    ...work,
    name: 'advisory-report.assigned',
    says: 'Phân công viết báo cáo Tổ tư vấn (gửi người được phân công)',
    sample: { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', producer: 'HTX Dừa sáp Cầu Kè' },
    words: {
      vi: {
        subject: 'Bạn được phân công hồ sơ “{product}”',
        text: 'Hãy xem hồ sơ {code} của {producer} và viết báo cáo Tổ tư vấn trước phiên họp Hội đồng. Nếu bạn có liên quan tới chủ thể, hãy báo cơ quan thường trực.',
        short: 'Ban duoc phan cong viet bao cao To tu van cho ho so {code} ({product}).',
      },
    },
    tell: async ({ payload: { dossierId, userId } }, { db }) => {
      const dossier = await selectDossierCard(db, dossierId)
      if (!dossier) return []
      const values = { product: dossier.product.name, code: dossier.code, producer: dossier.producer.name }
      return [{ to: [userId], path: `/van-phong/tham-dinh/${dossierId}`, object: ['dossier', dossierId], values }]
    },
  }),
  tellOf(preparationActs['ask-test'], {
    ...work,
    name: 'laboratory-test.asked',
    says: 'Yêu cầu kiểm nghiệm bổ sung (gửi chủ thể)',
    sample: { ...dossierSample, indicator: 'Hàm lượng chì', day: '02/12/2026', reason: 'Phiếu cũ không có chỉ tiêu này.' },
    words: {
      vi: {
        subject: 'Cần kết quả kiểm nghiệm của “{product}”',
        text: 'Hồ sơ {code} cần kết quả kiểm nghiệm: {indicator}, nộp trước hết ngày {day}. Lý do: {reason}',
        short: 'Ho so {code} can ket qua kiem nghiem {indicator}, han {day}.',
      },
      en: {
        subject: 'A laboratory test is needed for “{product}”',
        text: 'Dossier {code} needs a laboratory result: {indicator}, by {day}. Reason: {reason}',
        short: 'Dossier {code} needs a laboratory result ({indicator}) by {day}.',
      },
      km: {
        subject: 'ត្រូវការលទ្ធផលពិសោធន៍របស់ “{product}”',
        text: 'ឯកសារ {code} ត្រូវការលទ្ធផលពិសោធន៍៖ {indicator} មុនចុងថ្ងៃទី {day}។ មូលហេតុ៖ {reason}',
        short: 'Ho so {code} can ket qua kiem nghiem {indicator}, han {day}.',
      },
    },
    tell: async ({ payload: { dossierId, testId } }, asking) => {
      const dossier = await selectDossierCard(asking.db, dossierId)
      const test = (await selectTests(asking.db, [dossierId])).find(({ id }) => id === testId)
      if (!dossier || test?.askedOf !== 'producer') return []
      const { indicator, dueOn, reason } = test
      const values = { product: dossier.product.name, code: dossier.code, indicator, day: formatDate(dueOn), reason }
      const to = await peopleOfProducer(asking, dossier.producer.id)
      return [{ to, path: `/van-phong/ho-so/${dossierId}/kiem-nghiem`, object: ['dossier', dossierId], values }]
    },
  }),
  tellOf(sessionActs.open, {
    ...work,
    name: 'council-session.opened',
    says: 'Mời họp Hội đồng (gửi thành viên)',
    sample: place,
    words: {
      vi: {
        subject: 'Mời họp Hội đồng ngày {day}',
        text: 'Phiên họp ngày {day} tại {place}, {count} hồ sơ. Hãy đọc trước hồ sơ, và báo thư ký nếu bạn có liên quan tới chủ thể nào.',
        short: 'Moi hop Hoi dong OCOP ngay {day} tai {place}: {count} ho so.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, place: where, userIds } }, { db }) => {
      const dossiers = await selectSessionDossiers(db, sessionId)
      const values = { day: formatDate(heldOn), place: where, count: String(dossiers.length) }
      return [{ to: userIds, path: session(sessionId), object: ['council-session', sessionId], values }]
    },
  }),
  tellOf(sessionActs.open, {
    ...work,
    name: 'dossier.scheduled',
    says: 'Hồ sơ đã có lịch chấm (gửi chủ thể)',
    sample: { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', day: '02/12/2026' },
    words: {
      vi: {
        subject: 'Hội đồng chấm “{product}” ngày {day}',
        text: 'Hồ sơ {code} được đưa vào phiên họp của Hội đồng ngày {day}. Kết quả được báo bằng văn bản sau khi có quyết định.',
        short: 'Hoi dong cham ho so {code} ({product}) ngay {day}.',
      },
      en: {
        subject: 'The council judges “{product}” on {day}',
        text: 'Dossier {code} is on the list of the council of {day}. The result comes in writing after the decision.',
        short: 'The council judges dossier {code} ({product}) on {day}.',
      },
      km: {
        subject: 'ក្រុមប្រឹក្សាវាយតម្លៃ “{product}” ថ្ងៃទី {day}',
        text: 'ឯកសារ {code} ត្រូវបានដាក់ក្នុងកិច្ចប្រជុំក្រុមប្រឹក្សាថ្ងៃទី {day}។ លទ្ធផលនឹងជូនដំណឹងជាលាយលក្ខណ៍អក្សរ។',
        short: 'Hoi dong cham ho so {code} ({product}) ngay {day}.',
      },
    },
    tell: ({ payload: { sessionId, heldOn } }, asking) => aboutDossiers(sessionId, { day: formatDate(heldOn) }, asking),
  }),
  tellOf(sessionActs.move, {
    ...work,
    name: 'council-session.moved',
    says: 'Đổi lịch họp Hội đồng (gửi thành viên)',
    sample: { day: place.day, place: place.place, before: '30/11/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Đổi lịch: Hội đồng họp ngày {day}',
        text: 'Phiên họp ngày {before} chuyển sang ngày {day} tại {place}. Lý do: {reason}',
        short: 'Hoi dong OCOP doi lich tu {before} sang {day} tai {place}.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, before, place: where, reason, userIds } }) => {
      const values = { day: formatDate(heldOn), before: formatDate(before), place: where, reason }
      return [{ to: userIds, path: session(sessionId), object: ['council-session', sessionId], values }]
    },
  }),
  tellOf(sessionActs.move, {
    ...work,
    name: 'dossier.rescheduled',
    says: 'Hồ sơ đổi lịch chấm (gửi chủ thể)',
    sample: { ...dossierSample, day: '02/12/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Hội đồng chấm “{product}” ngày {day}',
        text: 'Lịch chấm hồ sơ {code} đổi sang ngày {day}. Lý do: {reason}',
        short: 'Lich cham ho so {code} ({product}) doi sang ngay {day}.',
      },
      en: {
        subject: 'The council judges “{product}” on {day}',
        text: 'The day for dossier {code} was moved to {day}. Reason: {reason}',
        short: 'The day for dossier {code} ({product}) was moved to {day}.',
      },
      km: {
        subject: 'ក្រុមប្រឹក្សាវាយតម្លៃ “{product}” ថ្ងៃទី {day}',
        text: 'ថ្ងៃវាយតម្លៃឯកសារ {code} ត្រូវបានប្តូរទៅថ្ងៃទី {day}។ មូលហេតុ៖ {reason}',
        short: 'Lich cham ho so {code} ({product}) doi sang ngay {day}.',
      },
    },
    tell: ({ payload: { sessionId, heldOn, reason } }, asking) => aboutDossiers(sessionId, { day: formatDate(heldOn), reason }, asking),
  }),
  tellOf(sessionActs.cancel, {
    ...work,
    name: 'council-session.cancelled',
    says: 'Hủy phiên họp Hội đồng (gửi thành viên)',
    sample: { day: '02/12/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Hủy phiên họp Hội đồng ngày {day}',
        text: 'Phiên họp ngày {day} không tổ chức. Lý do: {reason}',
        short: 'Huy phien hop Hoi dong OCOP ngay {day}.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, reason, userIds } }) => {
      const values = { day: formatDate(heldOn), reason }
      return [{ to: userIds, path: session(sessionId), object: ['council-session', sessionId], values }]
    },
  }),
  tellOf(sessionActs.cancel, {
    ...work,
    name: 'dossier.unscheduled',
    says: 'Hồ sơ chờ lịch chấm khác (gửi chủ thể)',
    sample: { ...dossierSample, day: '02/12/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Hồ sơ “{product}” chờ lịch chấm khác',
        text: 'Phiên họp ngày {day} không tổ chức; hồ sơ {code} chờ phiên khác. Bạn chưa phải làm gì. Lý do: {reason}',
        short: 'Phien hop ngay {day} huy; ho so {code} ({product}) cho phien khac.',
      },
      en: {
        subject: 'Your dossier “{product}” waits for another day',
        text: 'The meeting of {day} does not take place; dossier {code} waits for another one. You need not do anything. Reason: {reason}',
        short: 'The meeting of {day} is cancelled; dossier {code} ({product}) waits.',
      },
      km: {
        subject: 'ឯកសារ “{product}” រង់ចាំថ្ងៃវាយតម្លៃផ្សេង',
        text: 'កិច្ចប្រជុំថ្ងៃទី {day} មិនធ្វើទេ ឯកសារ {code} រង់ចាំកិច្ចប្រជុំផ្សេង។ អ្នកមិនទាន់ត្រូវធ្វើអ្វីទេ។ មូលហេតុ៖ {reason}',
        short: 'Phien hop ngay {day} huy; ho so {code} ({product}) cho phien khac.',
      },
    },
    tell: ({ payload: { sessionId, heldOn, reason } }, asking) => aboutDossiers(sessionId, { day: formatDate(heldOn), reason }, asking),
  }),
  tellOf(sessionActs['open-discussion'], {
    ...work,
    name: 'council-session.discussion-opened',
    says: 'Mở thảo luận, chấm lại (gửi thành viên)',
    sample: { day: '02/12/2026' },
    words: reopenedWords,
    tell: ({ payload }, { db }) => aboutReopened(payload, db),
  }),
  tellOf(sheetActs.reopen, {
    ...work,
    name: 'score-sheet.reopened',
    says: 'Mở lại phiếu chấm (gửi thành viên)',
    sample: { day: '02/12/2026' },
    words: reopenedWords,
    tell: ({ payload }, { db }) => aboutReopened(payload, db),
  }),
  tellOf(sessionActs.close, {
    ...work,
    name: 'council-session.closed',
    says: 'Phiên họp đã kết thúc (gửi tỉnh)',
    sample: { day: '02/12/2026', count: '5' },
    words: {
      vi: {
        subject: 'Phiên họp ngày {day} đã kết thúc',
        text: 'Hội đồng đã chấm xong {count} hồ sơ. Việc tiếp theo: biên bản, tờ trình và quyết định.',
        short: 'Phien hop ngay {day} da ket thuc: {count} ho so.',
      },
    },
    tell: async ({ payload: { sessionId, dossierIds } }, { db, now }) => {
      const found = await selectSession(db, sessionId)
      if (!found) return []
      const to = await peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) })
      const values = { day: formatDate(found.heldOn), count: String(dossierIds.length) }
      return [{ to, path: '/van-phong/quyet-dinh', object: ['council-session', sessionId], values }]
    },
  }),
]

/** What is said of a meeting as a meeting; of a council that is asked in writing `writtenMessages` say the same. */
const ofMeetings: readonly string[] = [sessionActs.open, sessionActs.move, sessionActs.cancel, sessionActs.close].map(({ event }) => event)

export const appraisalMessages: readonly Telling[] = [
  ...told.map((row) => (ofMeetings.includes(row.event) ? atMeeting(row) : row)),
  ...writtenMessages,
]

export const appraisalReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'council-session.tomorrow',
    says: 'Nhắc phiên họp Hội đồng (gửi thành viên)',
    sample: place,
    words: {
      vi: {
        subject: 'Nhắc: Hội đồng họp ngày {day}',
        text: 'Phiên họp ngày {day} tại {place}, {count} hồ sơ.',
        short: 'Nhac: Hoi dong OCOP hop ngay {day} tai {place}.',
      },
    },
    due: async ({ db, now }) => {
      const today = dateInVietnam(now)
      const near = (await selectSessions(db, {})).filter(
        ({ manner, heldOn, status, closedAt }) =>
          manner === 'meeting' &&
          closedAt === null &&
          status !== 'closed' &&
          status !== 'cancelled' &&
          today <= heldOn &&
          heldOn <= addDays(today, 1),
      )
      return Promise.all(near.map(async (one) => ({ fact: `${one.id}:${one.heldOn}`, ...(await aboutSession(db, one)) })))
    },
  }),
  ...writtenReminders,
]

async function aboutSession(
  db: Parameters<typeof selectSession>[0],
  { id, heldOn, place: where }: { id: SessionId; heldOn: string; place: string },
) {
  const [seats, dossiers] = [await selectSeats(db, id), await selectSessionDossiers(db, id)]
  return {
    to: seats.map(({ userId }) => userId),
    path: session(id),
    object: ['council-session', id] as const,
    values: { day: formatDate(heldOn), place: where, count: String(dossiers.length) },
  }
}
