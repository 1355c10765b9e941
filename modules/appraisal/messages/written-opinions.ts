import { dateInVietnam, daysBetween, formatDate } from '@dacsan/vietnam'
import { peopleWith } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import '../topics.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Reminder, Telling } from '../../message.ts'
import { sessionActs } from '../acts.ts'
import { writtenProgress } from '../rules.ts'
import { aboutDossiers } from './about-dossiers.ts'
import type { SessionId } from '../rules/ids.ts'
import { readSessionDossiers } from '../sessions/open-session-as.ts'
import { selectSeats, selectSessionDossiers, selectSessions } from '../sessions/session.store.ts'
import type { Session } from '../sessions/session.store.ts'
import { inWriting } from './in-manner.ts'

const session = (id: SessionId) => ({ path: `/van-phong/hoi-dong/${id}`, object: ['council-session', id] as const })
const work = { kind: 'work', pace: 'at-once' } as const

/** What is told of a council that is asked in writing. Producers have nowhere to come to: they are told once that it is asked. */
export const writtenMessages: readonly Telling[] = [
  tellOf(sessionActs.open, {
    ...work,
    name: 'council-opinions.asked',
    says: 'Lấy ý kiến Hội đồng bằng văn bản (gửi thành viên)',
    sample: { day: '02/12/2026', count: '5' },
    words: {
      vi: {
        subject: 'Hội đồng cho ý kiến bằng văn bản đến ngày {day}',
        text: '{count} hồ sơ đánh giá lại cần ý kiến của bạn, chậm nhất ngày {day}. Hãy đọc hồ sơ, và báo thư ký nếu bạn có liên quan tới chủ thể nào.',
        short: 'Hoi dong OCOP lay y kien bang van ban den ngay {day}: {count} ho so danh gia lai.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, userIds } }, { db }) => {
      const dossiers = await selectSessionDossiers(db, sessionId)
      return [{ ...session(sessionId), to: userIds, values: { day: formatDate(heldOn), count: String(dossiers.length) } }]
    },
  }),
  tellOf(sessionActs.open, {
    ...work,
    name: 'dossier.asked-in-writing',
    says: 'Hội đồng cho ý kiến bằng văn bản về hồ sơ (gửi chủ thể)',
    sample: { product: 'Mật hoa dừa', code: 'VL-29242-2026-0007', day: '02/12/2026' },
    words: {
      vi: {
        subject: 'Hội đồng xem xét “{product}” bằng văn bản',
        text: 'Thành viên Hội đồng cho ý kiến về hồ sơ đánh giá lại {code} đến ngày {day}. Bạn chưa phải làm gì. Kết quả được báo sau khi có quyết định.',
        short: 'Hoi dong cho y kien bang van ban ve ho so {code} ({product}) den ngay {day}.',
      },
      en: {
        subject: 'The council considers “{product}” in writing',
        text: 'The members of the council give their opinions on the re-evaluation {code} until {day}. You need not do anything. The result comes after the decision.',
        short: 'The council considers dossier {code} ({product}) in writing until {day}.',
      },
      km: {
        subject: 'ក្រុមប្រឹក្សាពិនិត្យ “{product}” ជាលាយលក្ខណ៍អក្សរ',
        text: 'សមាជិកក្រុមប្រឹក្សាផ្តល់យោបល់លើឯកសារវាយតម្លៃឡើងវិញ {code} រហូតដល់ថ្ងៃទី {day}។ អ្នកមិនទាន់ត្រូវធ្វើអ្វីទេ។ លទ្ធផលនឹងជូនដំណឹងក្រោយមានសេចក្តីសម្រេច។',
        short: 'Hoi dong cho y kien bang van ban ve ho so {code} ({product}) den ngay {day}.',
      },
    },
    tell: ({ payload: { sessionId, heldOn } }, asking) => aboutDossiers(sessionId, { day: formatDate(heldOn) }, asking),
  }),
  tellOf(sessionActs.move, {
    ...work,
    name: 'council-opinions.moved',
    says: 'Đổi ngày trả lời ý kiến bằng văn bản (gửi thành viên)',
    sample: { day: '02/12/2026', before: '30/11/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Đổi ngày: cho ý kiến bằng văn bản đến ngày {day}',
        text: 'Ngày trả lời {before} đổi thành {day}. Lý do: {reason}',
        short: 'Hoi dong OCOP: ngay tra loi y kien doi tu {before} sang {day}.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, before, reason, userIds } }) => [
      { ...session(sessionId), to: userIds, values: { day: formatDate(heldOn), before: formatDate(before), reason } },
    ],
  }),
  tellOf(sessionActs.cancel, {
    ...work,
    name: 'council-opinions.cancelled',
    says: 'Hủy lấy ý kiến bằng văn bản (gửi thành viên)',
    sample: { day: '02/12/2026', reason: 'Chờ kết quả kiểm nghiệm.' },
    words: {
      vi: {
        subject: 'Hủy lấy ý kiến bằng văn bản đến ngày {day}',
        text: 'Bạn không phải trả lời nữa. Lý do: {reason}',
        short: 'Hoi dong OCOP huy lay y kien bang van ban den ngay {day}.',
      },
    },
    tell: async ({ payload: { sessionId, heldOn, reason, userIds } }) => [
      { ...session(sessionId), to: userIds, values: { day: formatDate(heldOn), reason } },
    ],
  }),
  tellOf(sessionActs.close, {
    ...work,
    name: 'council-opinions.closed',
    says: 'Đã lấy xong ý kiến bằng văn bản (gửi tỉnh)',
    sample: { count: '5', left: '1' },
    words: {
      vi: {
        subject: 'Đã lấy xong ý kiến bằng văn bản của Hội đồng',
        text: '{count} hồ sơ có ý kiến thống nhất; {left} hồ sơ cần đưa vào một phiên họp. Việc tiếp theo: biên bản, tờ trình và quyết định.',
        short: 'Y kien bang van ban: {count} ho so thong nhat, {left} ho so can hop.',
      },
    },
    tell: async ({ payload: { sessionId, dossierIds } }, { db, now }) => {
      const all = await selectSessionDossiers(db, sessionId)
      const to = await peopleWith(db, ['provincial-officer'], { today: dateInVietnam(now) })
      const values = { count: String(dossierIds.length), left: String(all.length - dossierIds.length) }
      return [{ ...session(sessionId), to, values }]
    },
  }),
].map(inWriting)

export const writtenReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'council-opinions.due',
    says: 'Nhắc cho ý kiến bằng văn bản (gửi thành viên)',
    sample: { day: '02/12/2026', count: '2' },
    words: {
      vi: {
        subject: 'Nhắc: cho ý kiến bằng văn bản đến ngày {day}',
        text: 'Còn {count} hồ sơ đánh giá lại chưa có ý kiến của bạn. Hạn trả lời: hết ngày {day}.',
        short: 'Nhac: con {count} ho so danh gia lai cho y kien cua ban, han {day}.',
      },
    },
    due: async ({ db, now }) => {
      const today = dateInVietnam(now)
      const { value: steps } = await ruleOn(db, 'council.reminder-days', today)
      const asked = (await selectSessions(db, {})).flatMap((one) => {
        const until = one.answerUntil
        if (until === null || one.status !== 'scoring' || today > until) return []
        // The nearest step that was reached: after a standstill nobody is told of two at once.
        const step = steps.filter((ahead) => daysBetween(today, until) <= ahead).at(-1)
        return step === undefined ? [] : [{ one, until, step }]
      })
      const lists = await Promise.all(
        asked.map(async ({ one, until, step }) =>
          (await awaitedIn({ db, now }, one)).map(({ userId, count }) => ({
            ...session(one.id),
            fact: `${one.id}:${until}:${step}`,
            to: [userId],
            values: { day: formatDate(until), count: String(count) },
          })),
        ),
      )
      return lists.flat()
    },
  }),
]

/** Who has not answered on so many dossiers. */
async function awaitedIn({ db, now }: Asking, { id }: Pick<Session, 'id'>) {
  const seats = await selectSeats(db, id)
  const rows = await readSessionDossiers(db, { now }, id)
  const awaited = rows.flatMap(({ dossier, scoring }) => (dossier.finding === null ? writtenProgress(scoring, seats).missing : []))
  return seats.flatMap(({ memberId, userId }) => {
    const count = awaited.filter((one) => one === memberId).length
    return count > 0 ? [{ userId, count }] : []
  })
}
