import { addDays, dateInVietnam, formatDate } from '@dacsan/vietnam'
import { ruleOn } from '../../../law/index.ts'
import { remindOf } from '../../../message.ts'
import type { Reminder } from '../../../message.ts'
import { selectEnquiry, selectUnanswered } from '../enquiry.store.ts'
import { selectGoing } from '../funnel.store.ts'
import { selectRelationsOf } from '../relation.store.ts'
import { stillSince } from '../rules/clocks.ts'
import { timeOfRound } from '../rules/slots.ts'
import { selectPairs, selectSessionsOn } from '../session.store.ts'
import { peopleOfProducer } from '../../../catalogue/index.ts'
import { buyerSide, ofRelation, officeSide, producerSide, sample, stageOf, work } from './about-buyers.ts'

export const buyerReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'buyers.unanswered',
    says: 'Nhu cầu mua quá hạn trả lời (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Nhu cầu mua {code} chưa có trả lời',
        text: '{buyer} cần mua {goods} (mã {code}), đến hạn mà chưa giới thiệu chủ thể nào.',
        short: 'Nhu cau mua {code} den han, chua tra loi.',
      },
    },
    due: async (asking) =>
      Promise.all(
        (await selectUnanswered(asking.db, dateInVietnam(asking.now))).map(async (enquiry) => ({
          ...(await officeSide(enquiry, asking)),
          fact: enquiry.id,
        })),
      ),
  }),
  remindOf({
    ...work,
    sample: { ...sample, stage: 'báo giá', since: '02/11/2026' },
    pace: 'digest',
    name: 'buyers.standing-still',
    says: 'Kết nối đứng yên quá lâu (gửi chủ thể)',
    words: {
      vi: {
        subject: 'Kết nối với {buyer} đứng yên từ {since}',
        text: 'Kết nối với {buyer} về {goods} ở bước “{stage}” từ {since}. Gọi cho bên mua, ghi bước tiếp theo, hoặc ghi kết thúc và lý do.',
        short: 'Ket noi voi {buyer} dung yen tu {since}.',
      },
      en: {
        subject: 'Nothing new with {buyer} since {since}',
        text: 'Between you and {buyer} about {goods} nothing was written down since {since}. Call the buyer and write down what came next, or that it ended and why.',
        short: 'Nothing new with {buyer} since {since}.',
      },
      km: {
        subject: 'គ្មានអ្វីថ្មីជាមួយ {buyer} តាំងពី {since}',
        text: 'ការតភ្ជាប់ជាមួយ {buyer} អំពី {goods} គ្មានអ្វីថ្មីតាំងពី {since}។ សូមហៅអ្នកទិញ ហើយកត់ជំហានបន្ទាប់ ឬកត់ថាបានបញ្ចប់ និងមូលហេតុ។',
        short: 'Ket noi voi {buyer} dung yen tu {since}.',
      },
    },
    due: async (asking) => {
      const today = dateInVietnam(asking.now)
      const { value: days } = await ruleOn(asking.db, 'buyers.stage-days', today)
      const still = (await selectGoing(asking.db, addDays(today, -1))).filter(
        ({ stage, stageSince }) => stillSince({ stage, since: stageSince }, days, today) !== null,
      )
      const told = await Promise.all(
        still.map(async ({ id, stage, stageSince }) => {
          const said = await ofRelation({ relationId: id }, asking, async (relation, enquiry) => {
            const one = await producerSide(relation, enquiry, asking)
            return [{ ...one, values: { ...one.values, ...stageOf(relation) } }]
          })
          return said.map((one) => ({
            ...one,
            values: { stage: '', since: '', ...one.values },
            fact: `${id}:${stage}:${stageSince}`,
          }))
        }),
      )
      return told.flat().filter(({ to }) => to.length > 0)
    },
  }),
  remindOf({
    ...work,
    sample: { ...sample, day: '05/12/2026', time: '08:30', table: '4', session: 'Phiên kết nối tháng 12', venue: 'Nhà văn hóa' },
    name: 'buyers.slot-tomorrow',
    says: 'Ngày mai có lượt gặp trong phiên kết nối (gửi hai bên)',
    words: {
      vi: {
        subject: 'Ngày mai {time}: {buyer} gặp {producer}',
        text: '{session}, ngày {day} lúc {time}, bàn {table}, tại {venue}: {buyer} gặp {producer} về {goods}.',
        short: 'Mai {time}, ban {table}: {buyer} gap {producer}.',
      },
      en: {
        subject: 'Tomorrow {time}: {buyer} meets {producer}',
        text: '{session}, {day} at {time}, table {table}, at {venue}: {buyer} meets {producer} about {goods}.',
        short: 'Tomorrow {time}, table {table}: {buyer} meets {producer}.',
      },
      km: {
        subject: 'ថ្ងៃស្អែក {time}៖ {buyer} ជួប {producer}',
        text: '{session} ថ្ងៃ {day} ម៉ោង {time} តុ {table} នៅ {venue}៖ {buyer} ជួប {producer} អំពី {goods}។',
        short: 'Mai {time}, ban {table}: {buyer} gap {producer}.',
      },
    },
    due: async (asking) => {
      const found = await selectSessionsOn(asking.db, addDays(dateInVietnam(asking.now), 1))
      const told = await Promise.all(
        found.map(async (session) => {
          const placed = (await selectPairs(asking.db, session.id)).filter(({ round }) => round !== null)
          return Promise.all(
            placed.map(async ({ enquiryId, producerId, producerName, round, table }) => {
              const enquiry = (await selectEnquiry(asking.db, enquiryId))!
              const relation = (await selectRelationsOf(asking.db, enquiryId)).find((one) => one.producerId === producerId)
              const buyer = await buyerSide(enquiry, asking, producerName, relation?.id)
              const values = {
                ...buyer.values,
                day: formatDate(session.heldOn),
                time: timeOfRound(session.startsAt, session.slotMinutes, round!),
                table: String(table),
                session: session.name,
                venue: session.venue,
              }
              const object = ['matching-session', session.id] as const
              const fact = `${session.id}:${session.heldOn}:${enquiryId}:${producerId}:${round}:${table}`
              const producer = { to: await peopleOfProducer(asking, producerId), path: `/van-phong/ket-noi/phien/${session.id}`, object }
              return [
                { ...buyer, object, values, fact },
                { ...producer, values, fact },
              ].filter(({ to }) => to.length > 0)
            }),
          )
        }),
      )
      return told.flat(2)
    },
  }),
]
