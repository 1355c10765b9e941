import './topics.ts'
import type { Room } from '../room.ts'
import { buyerActTables } from './buyers/acts.ts'
import { lockedBuyerColumns } from './buyers/enquiry.store.ts'
import { buyersIntegrityChecks } from './buyers/integrity-checks.ts'
import { enquiryList, relationList, sessionList } from './buyers/lists.ts'
import { buyerContacts, buyerMessages, buyerReminders, buyerSecretPaths } from './buyers/messages.ts'
import { endBuyersRetention } from './buyers/retention.ts'
import { buyersWaiting } from './buyers/waiting.ts'
import { consignmentActTables } from './consignment/acts.ts'
import { consignmentIntegrityChecks } from './consignment/integrity-checks.ts'
import { contestActTables } from './contests/acts.ts'
import { lockedContestColumns } from './contests/entry.store.ts'
import { contestList } from './contests/lists.ts'
import { contestContacts, contestMessages, contestReminders, contestSecretPaths } from './contests/messages.ts'
import { endContestRetention } from './contests/retention.ts'
import { contestsWaiting } from './contests/waiting.ts'
import { brandActTables } from './brand/acts.ts'
import { collectionActTables } from './collections/acts.ts'
import { collectionList } from './collections/lists.ts'
import { collectionReminders } from './collections/messages.ts'
import { fairActTables } from './fairs/acts.ts'
import { lockedFairColumns } from './fairs/application.store.ts'
import { fairList } from './fairs/lists.ts'
import { fairMessages, fairReminders } from './fairs/messages.ts'
import { fairsWaiting } from './fairs/waiting.ts'
import { fairsWork } from './fairs/work.ts'
import { routeActTables } from './routes/acts.ts'
import { enquiryPhoneColumn } from './routes/enquiry.store.ts'
import { endRoutesRetention } from './routes/forget-visitors.ts'
import { routeList } from './routes/lists.ts'
import { routeContacts, routeMessages, routeReminders, routeSecretPaths } from './routes/messages.ts'
import { stopPhoneColumn } from './routes/stop.store.ts'
import { routesWaiting } from './routes/waiting.ts'
import { standActTable } from './stand-sales/acts.ts'
import { markActTables } from './marks/acts.ts'
import { markList, misuseList } from './marks/lists.ts'
import { markReminders } from './marks/messages.ts'
import { marksWaiting } from './marks/waiting.ts'
import { newsActTables } from './news/acts.ts'
import { newsList, newsRequestList } from './news/lists.ts'
import { newsWaiting } from './news/waiting.ts'
import { newsWork } from './news/work.ts'
import { promotionOfOrganisations } from './organisation-holding.ts'
import { personalData } from './personal-data.store.ts'
import { pointActTables } from './points-of-sale/acts.ts'
import { pointList } from './points-of-sale/lists.ts'
import { lockedPointColumns } from './points-of-sale/point.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/hoi-cho',
    label: 'Hội chợ',
    about: 'Mời chủ thể, phân gian, sơ đồ, doanh số, báo cáo',
    roles: ['trade-department'],
    order: 127,
  },
  {
    path: '/van-phong/gian-hoi-cho',
    label: 'Gian hội chợ',
    about: 'Đăng ký gian hàng, kết quả phân gian, ghi doanh số',
    roles: ['producer'],
    order: 128,
  },
  {
    path: '/van-phong/cuoc-thi',
    label: 'Cuộc thi',
    about: 'Thi thiết kế giỏ quà: nhận bài, ban giám khảo, giải thưởng',
    roles: ['trade-department'],
    order: 128.5,
  },
  {
    path: '/van-phong/diem-ban',
    label: 'Điểm bán OCOP',
    about: 'Kiểm tra, công nhận, ảnh, giờ mở cửa, bản đồ',
    roles: ['trade-department'],
    order: 129,
  },
  {
    path: '/van-phong/tuyen',
    label: 'Tuyến tham quan',
    about: 'Điểm dừng, công bố, quyết định công nhận, khách hỏi đặt',
    roles: ['trade-department'],
    order: 129.5,
  },
  {
    path: '/van-phong/don-khach',
    label: 'Đón khách',
    about: 'Đoàn hỏi đến, mã đóng dấu, điện thoại công khai',
    roles: ['producer', 'point-keeper'],
    order: 131.5,
  },
  {
    path: '/van-phong/quay',
    label: 'Quầy điểm bán',
    about: 'Quét hoặc gõ mã, bán, đếm kệ',
    roles: ['point-keeper'],
    order: 130,
  },
  {
    path: '/van-phong/ky-gui',
    label: 'Ký gửi',
    about: 'Hợp đồng, phiếu giao hàng, đối chiếu, tiền phải trả',
    roles: ['producer', 'point-keeper'],
    order: 131,
  },
  {
    path: '/van-phong/ket-noi',
    label: 'Kết nối bên mua',
    about: 'Nhu cầu mua, chào hàng, phiên kết nối, từ ghi nhớ đến giao hàng',
    roles: ['trade-department', 'producer', 'trade-office'],
    order: 131.5,
  },
  {
    path: '/van-phong/tin-tuc',
    label: 'Tin tức',
    about: 'Soạn, duyệt, đăng, đính chính tin; trả lời bạn đọc',
    roles: ['provincial-officer', 'trade-department', 'leader'],
    order: 132,
  },
  {
    path: '/van-phong/bao-chi',
    label: 'Báo chí',
    about: 'Người phát ngôn, tài liệu báo chí, thông tin hằng tháng',
    roles: ['provincial-officer', 'leader'],
    order: 133,
  },
  {
    path: '/van-phong/so-nhan-hieu',
    label: 'Sổ nhãn hiệu',
    about: 'Nhãn hiệu chung, chỉ dẫn địa lý; ai được dùng; tin báo dùng sai',
    roles: ['provincial-officer', 'trade-department', 'leader'],
    order: 134,
  },
  {
    path: '/van-phong/bo-suu-tap',
    label: 'Bộ sưu tập',
    about: 'Sản phẩm theo mùa, theo dịp, quà tặng; mùa của sản phẩm',
    roles: ['provincial-officer', 'trade-department'],
    order: 135,
  },
]

/** Promotion: fairs, points of sale and what lies there on consignment, buyers and producers brought together, and what is told in public. */
export const promotionRoom: Room = {
  name: 'promotion',
  uses: ['identity', 'papers', 'law', 'province', 'catalogue', 'dossiers', 'traceability', 'inventory', 'shop', 'recall'],
  acts: [
    ...fairActTables,
    standActTable,
    ...contestActTables,
    ...pointActTables,
    ...routeActTables,
    ...consignmentActTables,
    ...newsActTables,
    ...brandActTables,
    ...markActTables,
    ...collectionActTables,
    ...buyerActTables,
  ],
  navigation,
  waiting: async (ctx) =>
    (
      await Promise.all([fairsWaiting, contestsWaiting, routesWaiting, newsWaiting, buyersWaiting, marksWaiting].map((part) => part(ctx)))
    ).flat(),
  lists: [
    fairList,
    contestList,
    pointList,
    routeList,
    newsList,
    newsRequestList,
    relationList,
    enquiryList,
    sessionList,
    markList,
    misuseList,
    collectionList,
  ],
  personalData,
  lockedColumns: [
    ...lockedFairColumns,
    ...lockedContestColumns,
    ...lockedPointColumns,
    stopPhoneColumn,
    enquiryPhoneColumn,
    ...lockedBuyerColumns,
  ],
  organisations: promotionOfOrganisations,
  integrityChecks: { ...consignmentIntegrityChecks, ...buyersIntegrityChecks },
  messages: [...fairMessages, ...contestMessages, ...routeMessages, ...buyerMessages],
  reminders: [...fairReminders, ...contestReminders, ...routeReminders, ...buyerReminders, ...markReminders, ...collectionReminders],
  contacts: { ...contestContacts, ...routeContacts, ...buyerContacts },
  secretPaths: { ...contestSecretPaths, ...routeSecretPaths, ...buyerSecretPaths },
  endRetention: async (tx, now) => ({
    ...(await endContestRetention(tx, now)),
    ...(await endRoutesRetention(tx, now)),
    ...(await endBuyersRetention(tx, now)),
  }),
  work: (installation) => {
    const [fairs, news] = [fairsWork(installation), newsWork(installation)]
    return { jobs: { ...fairs.jobs, ...news.jobs }, schedules: [...(fairs.schedules ?? []), ...(news.schedules ?? [])] }
  },
  demo: async () => (await import('./demo.ts')).promotionDemo,
}
