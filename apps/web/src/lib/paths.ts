import { sectionCodeOf } from '@dacsan/scorecard'
import type { DossierPaperKind, DossierSection, DossierWarning, FormSection, RequestTarget } from '@dacsan/modules/dossiers/rules'
import { invitationPath, providerReturnPath } from '@dacsan/modules/identity/rules'
import { slipPath } from '@dacsan/modules/joining/rules'
import type { GapPlace } from '@dacsan/modules/dossiers/words'

// The map of the site: the only place that writes addresses. A test holds it against src/routes, both ways.

const office = '/van-phong'
const segment = encodeURIComponent

/** The addresses of the plain parts of a dossier's form. */
export const partNames = { producer: 'chu-the', registration: 'dang-ky', business: 'san-xuat', plan: 'ke-hoach' } as const satisfies Record<
  FormSection,
  string
>

const dossier = (id: string) => `${office}/ho-so/${id}`
const criterion = (id: string, code: string) => `${dossier(id)}/tu-cham/${sectionCodeOf(code)}#f-o:${code}`
const order = (code: string, secret?: string) => `/don-hang/${segment(code)}${secret === undefined ? '' : `?k=${segment(secret)}`}`
type OrderQuery = { queue?: string; from?: string; to?: string; q?: string; lotId?: string }
const queryOf = (query: Record<string, string | number | undefined>) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
export type ReadingQuery = { paper?: string; page?: number; at?: string; onlyChanges?: boolean }
/** At the papers of the criterion under which it was opened, or at the list of all. */
function readingOf({ paper, page, at, onlyChanges }: ReadingQuery): string {
  const place = at ? `#giay-${at}` : paper === undefined ? '' : '#giay-to'
  return `${queryOf({ giay: paper, trang: page === 1 ? undefined : page, o: at || undefined, xem: onlyChanges ? 'doi' : undefined })}${place}`
}
const withNext = (path: string, next?: string) => (next === undefined ? path : `${path}?next=${segment(next)}`)

/** Whose conclusion speaks for a withdrawal; the number where its paper has one. */
type WithdrawalGround = { reason: string; note: string; number?: string; on?: string; by?: string }
type DayRange = { from: string; to?: string }
type RowsAsked = { period?: DayRange; slice?: { column: string; key: string } | null }

const daysOf = (period?: DayRange) => ({ tu: period?.from, den: period?.to })
const rowsOf = ({ period, slice }: RowsAsked) => ({ ...daysOf(period), theo: slice?.column, la: slice?.key })

/** With those questions that have an answer; an empty text is one. */
function withQuery(path: string, asked: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined))
  return query.size === 0 ? path : `${path}?${query}`
}

/** Instead of the key of a kept form, where none could be kept. */
export const nothingKept = 'khong-giu'

/** In place of the key of a group of names that is to be made. */
export const newSearchNames = 'nhom_moi'

/** Of which pack a page tells, where it is not the one that is meant without a word. */
export const packParameter = 'quy-cach'

export const paths = {
  home: '/',
  privacyNotice: '/bao-mat',
  disclosure: '/chu-quan',
  ranking: '/cach-sap-xep',
  policy: (slug: string, version?: number) => `/chinh-sach/${segment(slug)}${queryOf({ ban: version })}`,
  provinceColours: '/province.css',
  office,
  deskManifest: '/desk.webmanifest',
  /** Lists the pages of a desk that open without a signal. */
  withoutSignal: `${office}/khong-mang`,
  /** What this device has not delivered yet. */
  notSent: `${office}/chua-gui`,
  /** Where a file goes in pieces, under the id that the device gave it. */
  uploadPiece: (id: string) => `${office}/tep-gui/${segment(id)}`,
  /** The file of a list, of all that the view of this query shows. */
  listFile: (name: string, query: Record<string, string> = {}) => `${office}/danh-sach/${segment(name)}${queryOf(query)}`,
  find: (q?: string) => `${office}/tim${queryOf({ q })}`,

  // identity
  signIn: (next?: string) => withNext('/dang-nhap', next),
  signInCode: (next?: string) => withNext('/dang-nhap/ma', next),
  /** Leads to the identity provider, which leads back to the next one. */
  signInByProvider: (next?: string) => withNext('/dang-nhap/dinh-danh', next),
  providerReturn: providerReturnPath,
  signInRefused: (said: Record<string, string | undefined>) => withQuery('/dang-nhap', said),
  signOut: '/dang-xuat',
  invitation: invitationPath,
  ownAccount: `${office}/tai-khoan`,
  ownAccountChanged: `${office}/tai-khoan?da-doi`,
  /** Asks for the password again, and then leads on to the kept form. */
  confirmAgain: (key: string) => `${office}/xac-nhan/${segment(key)}`,
  keptForm: (key: string) => `${office}/gui-lai/${segment(key)}`,
  noticesSeen: `${office}/tai-khoan?/notices-seen`,
  ownData: `${office}/tai-khoan/du-lieu`,
  ownDataAsked: (code: string) => `${office}/tai-khoan/du-lieu?da-gui=${segment(code)}`,
  ownDataSaved: `${office}/tai-khoan/du-lieu?da-luu`,
  ownDataFile: (file: 'du-lieu.json' | 'du-lieu.pdf') => `${office}/tai-khoan/du-lieu/tep/${file}`,
  ownDataAnswer: (id: string) => `${office}/tai-khoan/du-lieu/${segment(id)}/phieu-tra-loi.pdf`,
  ownSecondFactor: `${office}/tai-khoan/hai-lop`,
  ownProvider: `${office}/tai-khoan/dinh-danh`,
  ownProviderDone: (did: 'da-gan' | 'da-go') => `${office}/tai-khoan/dinh-danh?${did}`,
  ownProviderRefused: (said: Record<string, string | undefined>) => withQuery(`${office}/tai-khoan/dinh-danh`, said),
  administration: `${office}/quan-tri`,
  auditTrail: `${office}/quan-tri/nhat-ky`,
  auditTrailOf: (subjectType: string, subjectId: string) =>
    `${office}/quan-tri/nhat-ky?subjectType=${segment(subjectType)}&subjectId=${segment(subjectId)}`,
  securityLog: `${office}/quan-tri/an-ninh`,
  securityLogOf: (objectId: string) => `${office}/quan-tri/an-ninh?objectId=${segment(objectId)}`,
  failedEvents: `${office}/quan-tri/su-kien`,
  failedEventsRetried: `${office}/quan-tri/su-kien?da-giao`,
  privacyDesk: `${office}/quan-tri/du-lieu`,
  dataRequest: (id: string) => `${office}/quan-tri/du-lieu/${segment(id)}`,
  dataRequestPaper: (id: string) => `${office}/quan-tri/du-lieu/${segment(id)}/phieu-tra-loi.pdf`,
  dataBreaches: `${office}/quan-tri/su-co`,
  dataBreach: (id: string) => `${office}/quan-tri/su-co/${segment(id)}`,
  dataBreachPaper: (id: string) => `${office}/quan-tri/su-co/${segment(id)}/mau-08.pdf`,
  publishDesk: `${office}/quan-tri/cong-bo`,
  publishDeskDone: `${office}/quan-tri/cong-bo?da-luu`,
  publishPolicy: (slug: string) => `${office}/quan-tri/cong-bo/${segment(slug)}`,
  accounts: `${office}/quan-tri/tai-khoan`,
  account: (id: string) => `${office}/quan-tri/tai-khoan/${id}`,
  newAccount: `${office}/quan-tri/tai-khoan/moi`,
  newAccountAt: (organisationId: string) => `${office}/quan-tri/tai-khoan/moi?to-chuc=${segment(organisationId)}`,
  importAccounts: `${office}/quan-tri/tai-khoan/nhap`,
  accountTemplate: `${office}/quan-tri/tai-khoan/nhap/mau.csv`,
  organisations: (filter: { q?: string; kind?: string; show?: string } = {}) => `${office}/quan-tri/to-chuc${queryOf(filter)}`,
  organisation: (id: string) => `${office}/quan-tri/to-chuc/${segment(id)}`,
  newOrganisation: `${office}/quan-tri/to-chuc/moi`,
  importOrganisations: `${office}/quan-tri/to-chuc/nhap`,
  organisationTemplate: `${office}/quan-tri/to-chuc/nhap/mau.csv`,
  apiKeys: `${office}/quan-tri/khoa-api`,
  apiKey: (id: string) => `${office}/quan-tri/khoa-api/${segment(id)}`,
  glns: `${office}/quan-tri/gln`,
  newApiKey: `${office}/quan-tri/khoa-api/moi`,
  bodies: `${office}/quan-tri/bo-may`,
  bodiesMade: (count: number) => `${office}/quan-tri/bo-may?da-lap=${count}`,
  ownPeople: `${office}/nguoi-cua-don-vi`,
  invitationSlips: `${office}/phieu-moi`,

  // notifications
  inbox: (query: { xem?: string } = {}) => `${office}/tin${queryOf(query)}`,
  message: (id: string) => `${office}/tin/${segment(id)}`,
  ownReach: `${office}/tai-khoan/tin`,
  ownReachDone: (what: 'da-luu' | 'da-thu') => `${office}/tai-khoan/tin?${what}`,
  /** Shows what a push service brings, and takes no page over. */
  /** Asked by the script that shows messages (static/tin-worker.js). */
  ownMessage: (id: string) => `${office}/tin/${segment(id)}/cua-toi`,
  pushScope: `${office}/tin`,
  outgoing: (query: { state?: string; to?: string; object?: string } = {}) => `${office}/tin-da-gui${queryOf(query)}`,
  sentAgain: `${office}/tin-da-gui?da-gui`,
  messageTexts: `${office}/tin-da-gui/loi`,
  messageText: (name: string, language?: string) => `${office}/tin-da-gui/loi/${segment(name)}${queryOf({ language })}`,
  messageTextSaved: (name: string, language: string) => `${office}/tin-da-gui/loi/${segment(name)}?language=${language}&da-luu`,

  // law
  legalRules: `${office}/quan-tri/luat`,
  legalRule: (topic: string) => `${office}/quan-tri/luat/${topic}`,

  // catalogue
  register: '/san-pham',
  product: (slug: string) => `/san-pham/${slug}`,
  producer: (slug: string) => `/chu-the/${slug}`,
  searchNames: `${office}/tu-tim-kiem`,
  searchNamesSaved: `${office}/tu-tim-kiem?da-luu`,
  searchNamesOf: (key: string) => `${office}/tu-tim-kiem/${segment(key)}`,
  newSearchNames: `${office}/tu-tim-kiem/${newSearchNames}`,
  ownProducts: `${office}/san-pham`,
  ownProduct: (id: string, { saved = false } = {}) => `${office}/san-pham/${id}${saved ? '?da-luu' : ''}`,
  ownPacks: (id: string, { saved = false } = {}) => `${office}/san-pham/${segment(id)}/quy-cach${saved ? '?da-luu' : ''}`,
  ownPhotos: (id: string, { saved = false } = {}) => `${office}/san-pham/${segment(id)}/anh${saved ? '?da-luu' : ''}`,
  ownPhoto: (id: string, hash: string) => `${office}/san-pham/${id}/anh/${hash}`,
  ownProducer: `${office}/ho-so/co-so`,
  registerDesk: `${office}/so-dang-ky`,
  registerImport: (id: string, { kind, page }: { kind?: string; page?: number } = {}) => {
    const query = [kind && `loai=${segment(kind)}`, page && `trang=${page}`].filter(Boolean).join('&')
    return `${office}/so-dang-ky/${segment(id)}${query && `?${query}`}`
  },
  registerImportFaults: (id: string) => `${office}/so-dang-ky/${segment(id)}/loi.csv`,
  registerTemplate: `${office}/so-dang-ky/mau.csv`,

  // joining
  joining: '/dang-ky',
  /** The form of a claim, or of a new producer; `place`: a commune that was found by an old name. */
  joiningForm: (slug?: string, place?: string) => withQuery('/dang-ky/khai', { 'chu-the': slug, xa: place }),
  joiningReceipt: (code: string, secret: string) => `/dang-ky/${segment(code)}?k=${segment(secret)}`,
  producerSlip: slipPath,
  producerRequests: `${office}/chu-the-xin-vao`,
  decidedRequests: `${office}/chu-the-xin-vao?xem=da-tra-loi`,
  producerRequest: (id: string) => `${office}/chu-the-xin-vao/${segment(id)}`,
  producerRequestPaper: (id: string) => `${office}/chu-the-xin-vao/${segment(id)}/giay`,
  fileFor: (slug?: string) => withQuery(`${office}/chu-the-xin-vao/nop-ho`, { 'chu-the': slug }),
  askChange: `${office}/ho-so/co-so/doi`,
  ownTransfers: `${office}/san-pham/chuyen`,
  ownTransfer: (id: string) => `${office}/san-pham/chuyen/${segment(id)}`,
  /** Of a product by its id or slug; `to`: the slug of who is to have it. */
  newTransfer: (product: string, to?: string) => withQuery(`${office}/san-pham/chuyen/moi`, { 'san-pham': product, 'chu-the': to }),
  transferPaper: (id: string, number: number) => `${office}/san-pham/chuyen/${segment(id)}/giay/${number}`,
  transfersAtDesk: `${office}/chu-the-xin-vao/chuyen`,
  transferAtDesk: (id: string) => `${office}/chu-the-xin-vao/chuyen/${segment(id)}`,

  // dossiers
  dossiers: `${office}/ho-so`,
  newDossier: (productId?: string) => `${office}/ho-so/moi${productId === undefined ? '' : `?san-pham=${productId}`}`,
  dossier,
  dossierSection: (id: string, section: FormSection, field?: string) =>
    `${dossier(id)}/phan/${partNames[section]}${field === undefined ? '' : `#f-${field}`}`,
  dossierScoring: (id: string, section: string) => `${dossier(id)}/tu-cham/${segment(section)}`,
  dossierCriterion: criterion,
  /** The table of papers: as one criterion sees it, with the form for a new paper of a kind (empty: of any kind), or at one row. */
  dossierEvidence: (id: string, { criterion: code, add, row }: { criterion?: string | null; add?: number | ''; row?: number } = {}) => {
    const query = [add === undefined ? '' : `them=${add}`, code ? `tieu-chi=${segment(code)}` : ''].filter(Boolean).join('&')
    return `${dossier(id)}/minh-chung${query && `?${query}`}${row === undefined ? '' : `#loai-${row}`}`
  },
  /** The whole dossier to be read, with a paper open beside it under one criterion, or with what changed alone. */
  dossierReading: (id: string, asked: ReadingQuery = {}) => `${dossier(id)}/doc${readingOf(asked)}`,
  dossierReadingPicture: (id: string, evidenceId: string, page: number) => `${dossier(id)}/doc/giay/${evidenceId}/${page}`,
  dossierReadingSet: (id: string) => `${dossier(id)}/doc/bo-ho-so.pdf`,
  dossierCheck: (id: string) => `${dossier(id)}/kiem-tra`,
  dossierReceipt: (id: string) => `${dossier(id)}/bien-nhan`,
  dossierResult: (id: string) => `${dossier(id)}/ket-qua`,
  dossierLift: (id: string) => `${dossier(id)}/len-sao`,
  dossierSet: (id: string, setCode?: string) => withQuery(`${dossier(id)}/bo-san-pham`, { bo: setCode }),
  dossierAppeals: (id: string) => `${dossier(id)}/khieu-nai`,
  dossierWithdrawal: (id: string) => `${dossier(id)}/rut`,
  dossierPaper: (id: string, kind: DossierPaperKind, format: 'pdf' | 'docx') => `${dossier(id)}/giay/${kind}.${format}`,
  /** Where an officer writes dossiers for producers, and begins one. */
  proxyDesk: `${office}/lam-ho`,
  startFor: (producerId: string) => `${office}/lam-ho/${segment(producerId)}`,
  consentPaper: (id: string, turnId: string) => `${dossier(id)}/giay-dong-y/${segment(turnId)}`,
  dossierFile: (id: string, file: string) => `${dossier(id)}/giay/${file}`,
  trademarks: `${office}/nhan-hieu`,
  newTrademark: (producerId?: string) => withQuery(`${office}/nhan-hieu/moi`, { 'chu-the': producerId }),
  trademark: (id: string) => `${office}/nhan-hieu/${segment(id)}`,
  trademarkPaper: (id: string, evidenceId: string) => `${office}/nhan-hieu/${segment(id)}/giay/${segment(evidenceId)}`,
  vault: `${office}/minh-chung`,
  addToVault: `${office}/minh-chung?them`,
  evidence: (id: string) => `${office}/minh-chung/${id}`,
  evidenceFile: (id: string) => `${office}/minh-chung/${id}/tep`,
  communeQueue: `${office}/xa`,
  coveringLetters: `${office}/xa/cong-van`,
  coveringLetterPaper: (id: string, file: string) => `${office}/xa/cong-van/${id}/${file}`,
  communeReview: (id: string) => `${office}/xa/${id}`,
  communeDecline: (id: string) => `${office}/xa/${id}/khong-de-nghi`,
  communeReturn: (id: string) => `${office}/xa/${id}/tra-lai`,

  // appraisal
  rounds: `${office}/dot`,
  round: (id: string, query: { stage?: string; q?: string } = {}) => `${office}/dot/${id}${queryOf(query)}`,
  /** Where one act is done to several dossiers of it. */
  several: (roundId: string) => `${office}/dot/${roundId}/nhieu-ho-so`,
  appraisals: `${office}/tham-dinh`,
  appraisalsToCheck: `${office}/tham-dinh?stage=to-check`,
  appraisal: (dossierId: string) => `${office}/tham-dinh/${dossierId}`,
  appraisalSet: (dossierId: string, setCode?: string) => withQuery(`${office}/tham-dinh/${dossierId}/bo-san-pham`, { bo: setCode }),
  appraisalPaper: (dossierId: string, file: string) => `${office}/tham-dinh/${dossierId}/giay/${file}`,
  /** The appraisal where its report stands, which was just saved. */
  savedReport: (dossierId: string) => `${office}/tham-dinh/${dossierId}?luu=1#bao-cao`,
  appeals: `${office}/khieu-nai`,
  appeal: (id: string) => `${office}/khieu-nai/${segment(id)}`,
  appealAnswer: (id: string, file: string) => `${office}/khieu-nai/${segment(id)}/van-ban/${file}`,
  appealPaper: (id: string) => `${office}/khieu-nai/${segment(id)}/giay`,
  /** Its samples, visits and tests; `at`: the part to show. */
  preparation: (dossierId: string, at?: string) => `${office}/tham-dinh/${dossierId}/chuan-bi${at === undefined ? '' : `#${at}`}`,
  preScore: (dossierId: string) => `${office}/tham-dinh/${dossierId}/cham-so-bo`,
  savedPreScore: (dossierId: string) => `${office}/tham-dinh/${dossierId}/cham-so-bo?luu=1`,
  preparationFile: (dossierId: string, file: string) => `${office}/tham-dinh/${dossierId}/tep/${file}`,
  sessionPreparationFile: (sessionId: string, dossierId: string, file: string) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}/tep/${file}`,
  ownTests: (dossierId: string) => `${dossier(dossierId)}/kiem-nghiem`,
  ownTestFile: (dossierId: string, test: string) => `${dossier(dossierId)}/kiem-nghiem/${test}`,
  council: `${office}/hoi-dong`,
  foundCouncil: `${office}/hoi-dong/thanh-lap`,
  openSession: (roundId?: string) => `${office}/hoi-dong/mo-phien${roundId === undefined ? '' : `?dot=${roundId}`}`,
  askInWriting: (roundId: string) => `${office}/hoi-dong/mo-phien?dot=${roundId}&van-ban`,
  session: (id: string) => `${office}/hoi-dong/${id}`,
  sampleSheet: (sessionId: string, sampleId: string) => `${office}/hoi-dong/${sessionId}/mau/${sampleId}`,
  ownRecord: `${office}/hoi-dong/diem-toi-cham`,
  ownHome: `${office}/hoi-dong/noi-o`,
  sessionMarks: (id: string) => `${office}/hoi-dong/${id}/diem`,
  sessionMarksFile: (id: string) => `${office}/hoi-dong/${id}/diem/bang`,
  scoringPackage: (id: string) => `${office}/hoi-dong/${id}/goi-cham.json`,
  sessionPaper: (id: string, file: string) => `${office}/hoi-dong/${id}/giay/${file}`,
  ownSheetPaper: (sessionId: string, dossierId: string, format: 'pdf' | 'docx') =>
    `${office}/hoi-dong/${sessionId}/giay/phieu-cham-${dossierId}.${format}`,
  /** `step`: one criterion, the hand-in, or the whole sheet, whichever the member looked at last. */
  scoreSheet: (sessionId: string, dossierId: string, step?: string) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}${step === undefined ? '' : `?xem=${encodeURIComponent(step)}`}`,
  sessionReading: (sessionId: string, dossierId: string, asked: ReadingQuery = {}) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}/doc${readingOf(asked)}`,
  sessionReadingPicture: (sessionId: string, dossierId: string, evidenceId: string, page: number) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}/doc/giay/${evidenceId}/${page}`,
  sessionReadingForm: (sessionId: string, dossierId: string, kind: DossierPaperKind) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}/doc/mau/${kind}.pdf`,
  sessionReadingSet: (sessionId: string, dossierId: string) => `${office}/hoi-dong/${sessionId}/${dossierId}/doc/bo-ho-so.pdf`,
  sessionEvidence: (sessionId: string, dossierId: string, evidenceId: string) =>
    `${office}/hoi-dong/${sessionId}/${dossierId}/minh-chung/${evidenceId}`,

  // certificates
  publicCertificates: '/giay-chung-nhan',
  publicCertificate: (code: string) => `/giay-chung-nhan/${segment(code)}`,
  certificateCredential: (code: string) => `/giay-chung-nhan/${segment(code)}/vc.jwt`,
  checkCertificate: '/giay-chung-nhan/kiem-tra',
  decisions: `${office}/quyet-dinh`,
  decision: (id: string) => `${office}/quyet-dinh/${id}`,
  decisionPaper: (id: string, file: string) => `${office}/quyet-dinh/${id}/giay/${file}`,
  ministryPackage: (id: string) => `${office}/quyet-dinh/${id}/ho-so-trinh-bo.zip`,
  ministryCases: `${office}/quyet-dinh/cho-bo`,
  certificate: (code: string) => `${office}/quyet-dinh/chung-nhan/${segment(code)}`,
  /** The page again once a reprint was recorded: it fetches the paper. */
  certificateReprinted: (code: string) => `${office}/quyet-dinh/chung-nhan/${segment(code)}?in-lai`,
  /** The form of its withdrawal with what speaks for one. */
  certificateWithdrawal: (code: string, { reason, note, number, on, by }: WithdrawalGround) =>
    withQuery(`${office}/quyet-dinh/chung-nhan/${segment(code)}`, { 'ly-do': reason, 'ghi-chu': note, so: number, ngay: on, cua: by }),
  certificatePaper: (code: string) => `${office}/quyet-dinh/chung-nhan/${segment(code)}/giay.pdf`,
  /** The same as a file to keep. */
  certificatePaperFile: (code: string) => `${office}/quyet-dinh/chung-nhan/${segment(code)}/giay.pdf?tai`,
  withdrawalPaper: (code: string, file: string) => `${office}/quyet-dinh/chung-nhan/${segment(code)}/thu-hoi/${file}`,
  expiries: `${office}/quyet-dinh/thoi-han`,
  withdrawals: `${office}/quyet-dinh/thu-hoi`,
  /** The draft of the decision on the proposals that its query names. */
  withdrawalDraft: (format: 'pdf' | 'docx') => `${office}/quyet-dinh/thu-hoi/du-thao/du-thao-quyet-dinh-thu-hoi.${format}`,
  /** Where a commune confirms that a product is made no more; with the certificate that it is about. */
  stops: (certificateCode?: string) => withQuery(`${office}/xa/ngung-san-xuat`, { giay: certificateCode }),
  stopsSaved: `${office}/xa/ngung-san-xuat?da-gui`,

  // traceability
  scan: (traceCode: string) => `/t/${traceCode}`,
  scanUnit: (traceCode: string, serial: string) => `/t/${traceCode}/${serial}`,
  scanPhoto: (traceCode: string, hash: string) => `/t/${traceCode}/anh/${hash}`,
  digitalLink: (gtin: string) => `/01/${gtin}`,
  proof: (code: string) => `/bang-chung/${segment(code)}`,
  reportDoubt: '/phan-anh',
  doubtCase: (code: string) => `/phan-anh/${code}`,
  place: (code: string) => `/noi/${segment(code)}`,
  placeData: (code: string) => `/noi/${segment(code)}/noi.json`,
  lots: `${office}/lo`,
  newLot: (productId?: string) => `${office}/lo/moi${productId === undefined ? '' : `?san-pham=${segment(productId)}`}`,
  lot: (id: string) => `${office}/lo/${id}`,
  lotDiary: (id: string) => `${office}/lo/${id}#nhat-ky`,
  lotSheets: (id: string) => `${office}/lo/${id}#tem`,
  lotLabels: (id: string, packId?: string) => `${office}/lo/${id}/tem${packId === undefined ? '' : `?${packParameter}=${segment(packId)}`}`,
  lotInputs: (id: string) => `${office}/lo/${id}#nguyen-lieu`,
  lotFile: (id: string, hash: string) => `${office}/lo/${id}/tep/${hash}`,
  materials: `${office}/nguyen-lieu`,
  buyMaterial: `${office}/nguyen-lieu/nhap`,
  material: (id: string) => `${office}/nguyen-lieu/${segment(id)}`,
  materialFile: (id: string, hash: string) => `${office}/nguyen-lieu/${segment(id)}/tep/${segment(hash)}`,
  suppliers: `${office}/nguyen-lieu/nguoi-ban`,
  supplier: (id: string, { saved = false } = {}) => `${office}/nguyen-lieu/nguoi-ban/${segment(id)}${saved ? '?da-luu' : ''}`,
  recipes: `${office}/nguyen-lieu/dinh-muc`,
  recipe: (productId: string) => `${office}/nguyen-lieu/dinh-muc/${segment(productId)}`,
  yields: `${office}/lech-dinh-muc`,
  labelSheet: (id: string) => `${office}/tem/${id}`,
  labelRoll: (id: string, file: string) => `${office}/tem/${id}/${file}`,
  places: ({ saved = false } = {}) => `${office}/noi-de-hang${saved ? '?da-luu' : ''}`,
  goods: ({ saved = false } = {}) => `${office}/kho${saved ? '?da-luu' : ''}`,
  goodsOfLot: (lotId: string, { saved = false } = {}) => `${office}/kho/lo/${segment(lotId)}${saved ? '?da-luu' : ''}`,
  countPlace: (placeId: string) => `${office}/kho/kiem-ke/${segment(placeId)}`,
  doubts: `${office}/phan-anh`,
  answeredDoubts: `${office}/phan-anh?xem=da-tra-loi`,
  doubt: (id: string) => `${office}/phan-anh/${id}`,

  // links
  codeLinks: `${office}/lien-ket`,
  productLinks: (id: string, { saved = false } = {}) => `${office}/san-pham/${segment(id)}/lien-ket${saved ? '?da-luu' : ''}`,

  // inspection
  inspections: `${office}/hau-kiem`,
  inspectionPlan: (year?: number) => withQuery(`${office}/hau-kiem/ke-hoach`, { nam: year?.toString() }),
  inspectionPlanPaper: (year: number, file: string) => `${office}/hau-kiem/ke-hoach/${year}/${file}`,
  orderInspection: `${office}/hau-kiem/moi`,
  inspection: (id: string) => `${office}/hau-kiem/${segment(id)}`,
  inspectionSaved: (id: string, place: string) => `${office}/hau-kiem/${segment(id)}?da-luu#${place}`,
  inspectionPaper: (id: string, file: string) => `${office}/hau-kiem/${segment(id)}/giay/${file}`,
  inspectionPhoto: (id: string, photoId: string) => `${office}/hau-kiem/${segment(id)}/anh/${segment(photoId)}`,
  inspectionProof: (id: string, findingId: string, number: number) =>
    `${office}/hau-kiem/${segment(id)}/loi/${segment(findingId)}/${number}`,
  markUses: (q?: string) => `${office}/hau-kiem/dau${queryOf({ q })}`,
  production: `${office}/con-san-xuat`,
  productionRest: `${office}/con-san-xuat?con-lai`,
  productionSaved: (count: number) => `${office}/con-san-xuat?da-luu=${count}`,

  // recall
  recalls: `${office}/thu-hoi`,
  newRecall: (asked: { q?: string; input?: string } = {}) => `${office}/thu-hoi/moi${queryOf(asked)}`,
  recall: (id: string) => `${office}/thu-hoi/${segment(id)}`,
  recallSaved: (id: string, place: string) => `${office}/thu-hoi/${segment(id)}?da-luu#${place}`,
  recallPaper: (id: string, file: string) => `${office}/thu-hoi/${segment(id)}/giay/${file}`,
  recallDecision: (id: string) => `${office}/thu-hoi/${segment(id)}/quyet-dinh`,
  recallProof: (id: string, line: string) => `${office}/thu-hoi/${segment(id)}/so/${segment(line)}`,
  recallPhoto: (id: string, line: string) => `${office}/thu-hoi/${segment(id)}/so/${segment(line)}/anh`,
  recallsForAll: '/thu-hoi',
  /** What a point of sale opens by its link. */
  recallPartner: (id: string, secret: string) => `/thu-hoi/xac-nhan/${segment(id)}?k=${segment(secret)}`,

  // buyers
  buyers: (product?: string) => withQuery('/ket-noi', { 'san-pham': product }),
  buyerCase: (code: string) => `/ket-noi/${segment(code)}`,
  buyerPapers: (code: string, id: string) => `/ket-noi/${segment(code)}/giay/${segment(id)}`,
  buyerDesk: `${office}/ket-noi`,
  buyerEnquiries: `${office}/ket-noi/nhu-cau`,
  buyerEnquiry: (id: string, { q, saved = false }: { q?: string; saved?: boolean } = {}) =>
    withQuery(`${office}/ket-noi/nhu-cau/${segment(id)}`, { q, 'da-luu': saved ? '' : undefined }),
  buyerRelation: (id: string, { saved = false } = {}) => `${office}/ket-noi/${segment(id)}${saved ? '?da-luu' : ''}`,
  buyerProof: (id: string, seq: number) => `${office}/ket-noi/${segment(id)}/tep/${seq}`,
  matchingSessions: `${office}/ket-noi/phien`,
  newMatchingSession: `${office}/ket-noi/phien/moi`,
  matchingSession: (id: string, { saved = false } = {}) => `${office}/ket-noi/phien/${segment(id)}${saved ? '?da-luu' : ''}`,
  matchingSessionList: (id: string) => `${office}/ket-noi/phien/${segment(id)}/danh-sach.pdf`,
  buyerFunnel: `${office}/ket-noi/pheu`,
  buyerFunnelFile: (query: Record<string, string | undefined>) => withQuery(`${office}/ket-noi/pheu/pheu.csv`, query),

  // fairs
  fairs: '/hoi-cho',
  fair: (slug: string) => `/hoi-cho/${segment(slug)}`,
  fairCalendar: (slug: string) => `/hoi-cho/${segment(slug)}/lich.ics`,
  fairCatalogue: (slug: string) => `/hoi-cho/${segment(slug)}/danh-muc.pdf`,
  fairStall: (slug: string, number: string) => `/hoi-cho/${segment(slug)}#gian-${segment(number)}`,
  fairStallCode: (slug: string, number: string) => `/hoi-cho/${segment(slug)}/gian/${segment(number)}`,
  fairDesk: `${office}/hoi-cho`,
  newFair: `${office}/hoi-cho/moi`,
  fairOffice: (id: string) => `${office}/hoi-cho/${segment(id)}`,
  fairSaved: (id: string) => `${office}/hoi-cho/${segment(id)}?da-luu`,
  fairEdit: (id: string) => `${office}/hoi-cho/${segment(id)}/sua`,
  fairEnterFor: (id: string, asked: { q?: string; 'co-so'?: string } = {}) => `${office}/hoi-cho/${segment(id)}/nhap-ho${queryOf(asked)}`,
  fairAllotment: (id: string) => `${office}/hoi-cho/${segment(id)}/phan-gian`,
  fairPlan: (id: string) => `${office}/hoi-cho/${segment(id)}/so-do`,
  fairReport: (id: string) => `${office}/hoi-cho/${segment(id)}/bao-cao`,
  fairReportPaper: (id: string, file: string) => `${office}/hoi-cho/${segment(id)}/giay/${file}`,
  fairStands: `${office}/gian-hoi-cho`,
  fairApply: (id: string) => `${office}/gian-hoi-cho/dang-ky/${segment(id)}`,
  fairApplication: (id: string) => `${office}/gian-hoi-cho/${segment(id)}`,
  fairApplicationSaved: (id: string) => `${office}/gian-hoi-cho/${segment(id)}?da-luu`,
  classes: '/tap-huan',
  publicClass: (slug: string, done?: 'da-ghi-danh') => `/tap-huan/${segment(slug)}${done ? `?${done}` : ''}`,
  classPlace: (id: string, secret = '', done?: 'da-rut') =>
    `/tap-huan/ghi-danh/${segment(id)}${queryOf({ k: secret, ...(done && { [done]: '1' }) })}`,
  classCheckIn: (session: string, code: string) => `/tap-huan/diem-danh/${segment(session)}${queryOf({ k: code })}`,
  classDesk: `${office}/tap-huan`,
  trainingNeeds: `${office}/tap-huan/nhu-cau`,
  courseDesk: `${office}/tap-huan/khoa`,
  newCourse: `${office}/tap-huan/khoa/moi`,
  newCourseFor: (need: { ten: string; nhu_cau: string; tieu_chi?: string }) => `${office}/tap-huan/khoa/moi${queryOf(need)}`,
  courseOffice: (id: string, { saved = false } = {}) => `${office}/tap-huan/khoa/${segment(id)}${saved ? '?da-luu' : ''}`,
  courseEdit: (id: string) => `${office}/tap-huan/khoa/${segment(id)}/sua`,
  newClass: (course: string) => `${office}/tap-huan/khoa/${segment(course)}/lop-moi`,
  classOffice: (id: string, { saved = false } = {}) => `${office}/tap-huan/lop/${segment(id)}${saved ? '?da-luu' : ''}`,
  classEdit: (id: string) => `${office}/tap-huan/lop/${segment(id)}/sua`,
  classSession: (id: string, number: number, { saved = false } = {}) =>
    `${office}/tap-huan/lop/${segment(id)}/buoi/${number}${saved ? '?da-luu' : ''}`,
  classResult: (id: string, { saved = false } = {}) => `${office}/tap-huan/lop/${segment(id)}/ket-qua${saved ? '?da-luu' : ''}`,
  classCosts: (id: string, { saved = false } = {}) => `${office}/tap-huan/lop/${segment(id)}/chi-phi${saved ? '?da-luu' : ''}`,
  classPaper: (id: string, file: string) => `${office}/tap-huan/lop/${segment(id)}/giay/${file}`,
  classSheet: (id: string, hash: string) => `${office}/tap-huan/lop/${segment(id)}/anh/${segment(hash)}`,
  classFile: (id: string) => `${office}/tap-huan/lop/${segment(id)}/nghiem-thu.zip`,
  classCertificates: (id: string) => `${office}/tap-huan/lop/${segment(id)}/chung-nhan.pdf`,
  trainingCertificate: (code: string) => `/tap-huan/chung-nhan/${segment(code)}`,
  ownClasses: `${office}/lop-cua-toi`,
  contests: '/cuoc-thi',
  contest: (slug: string) => `/cuoc-thi/${segment(slug)}`,
  contestPhoto: (slug: string, hash: string) => `/cuoc-thi/${segment(slug)}/anh/${segment(hash)}`,
  contestEnter: (slug: string) => `/cuoc-thi/${segment(slug)}/du-thi`,
  contestEntry: (slug: string, number: number, secret = '', done?: 'da-gui' | 'da-luu') =>
    `/cuoc-thi/${segment(slug)}/bai/${number}${queryOf({ k: secret, ...(done && { [done]: '1' }) })}`,
  contestEntryPhoto: (slug: string, number: number, hash: string, secret = '') =>
    `/cuoc-thi/${segment(slug)}/bai/${number}/anh/${segment(hash)}${queryOf({ k: secret })}`,
  contestDesk: `${office}/cuoc-thi`,
  newContest: `${office}/cuoc-thi/moi`,
  contestOffice: (id: string, { saved = false } = {}) => `${office}/cuoc-thi/${segment(id)}${saved ? '?da-luu' : ''}`,
  contestEdit: (id: string) => `${office}/cuoc-thi/${segment(id)}/sua`,
  contestResult: (id: string, { saved = false } = {}) => `${office}/cuoc-thi/${segment(id)}/ket-qua${saved ? '?da-luu' : ''}`,
  contestOfficeEntry: (id: string, entry: string) => `${office}/cuoc-thi/${segment(id)}/bai/${segment(entry)}`,
  contestOfficePhoto: (id: string, hash: string) => `${office}/cuoc-thi/${segment(id)}/anh/${segment(hash)}`,
  contestPaper: (id: string, file: string) => `${office}/cuoc-thi/${segment(id)}/giay/${file}`,
  contestSheets: `${office}/cham-thi`,
  contestSheet: (id: string, { saved = false } = {}) => `${office}/cham-thi/${segment(id)}${saved ? '?da-luu' : ''}`,
  contestSheetEntry: (id: string, number: number, { saved = false } = {}) =>
    `${office}/cham-thi/${segment(id)}/bai/${number}${saved ? '?da-luu' : ''}`,
  contestSheetPhoto: (id: string, hash: string) => `${office}/cham-thi/${segment(id)}/anh/${segment(hash)}`,
  standSales: (id: string) => `${office}/gian-hoi-cho/${segment(id)}/ban`,
  standSalesSaved: (id: string) => `${office}/gian-hoi-cho/${segment(id)}/ban?da-ghi`,

  // routes
  routes: '/tuyen',
  route: (slug: string) => `/tuyen/${segment(slug)}`,
  routeGpx: (slug: string) => `/tuyen/${segment(slug)}.gpx`,
  routeGeoJson: (slug: string) => `/tuyen/${segment(slug)}.geojson`,
  routeLeaflet: (slug: string, size: 'a4' | 'a5') =>
    `/tuyen/${segment(slug)}/to-gap.pdf${queryOf({ kho: size === 'a5' ? size : undefined })}`,
  routeEnquire: (slug: string) => `/tuyen/${segment(slug)}/dat`,
  routeEnquiry: (code: string) => `/tuyen/hoi/${segment(code)}`,
  routeStamp: (slug: string, code: string) => `/tuyen/${segment(slug)}/dau/${segment(code)}`,
  routePassport: (slug: string) => `/tuyen/${segment(slug)}/ho-chieu`,
  routeComplete: (slug: string) => `/tuyen/${segment(slug)}/ho-chieu/hoan-thanh`,
  routeDesk: `${office}/tuyen`,
  newRoute: `${office}/tuyen/moi`,
  routeOffice: (id: string, { saved = false } = {}) => `${office}/tuyen/${segment(id)}${saved ? '?da-luu' : ''}`,
  routeEdit: (id: string) => `${office}/tuyen/${segment(id)}/sua`,
  routeDecision: (id: string) => `${office}/tuyen/${segment(id)}/quyet-dinh`,
  newRouteStop: (id: string) => `${office}/tuyen/${segment(id)}/diem-dung/moi`,
  routeStopEdit: (id: string, stop: string) => `${office}/tuyen/${segment(id)}/diem-dung/${segment(stop)}`,
  hostDesk: `${office}/don-khach`,
  hostEnquiry: (id: string, { saved = false } = {}) => `${office}/don-khach/${segment(id)}${saved ? '?da-luu' : ''}`,
  hostStop: (id: string, { saved = false } = {}) => `${office}/don-khach/diem/${segment(id)}${saved ? '?da-luu' : ''}`,
  hostStopCode: (id: string) => `${office}/don-khach/diem/${segment(id)}/ma.pdf`,

  // points of sale
  points: (commune?: string) => `/diem-ban${queryOf({ xa: commune })}`,
  point: (slug: string) => `/diem-ban/${segment(slug)}`,
  pointPhoto: (slug: string, hash: string) => `/diem-ban/${segment(slug)}/anh/${segment(hash)}`,
  pointDesk: `${office}/diem-ban`,
  newPoint: `${office}/diem-ban/moi`,
  pointOffice: (id: string) => `${office}/diem-ban/${segment(id)}`,
  pointSaved: (id: string) => `${office}/diem-ban/${segment(id)}?da-luu`,
  pointEdit: (id: string) => `${office}/diem-ban/${segment(id)}/sua`,
  pointOfficePhoto: (id: string, hash: string) => `${office}/diem-ban/${segment(id)}/anh/${segment(hash)}`,
  counters: `${office}/quay`,
  counter: (id: string, q?: string) => `${office}/quay/${segment(id)}${queryOf({ q })}`,
  counterSaved: (id: string) => `${office}/quay/${segment(id)}?da-ghi`,
  consignments: `${office}/ky-gui`,
  proposeConsignment: `${office}/ky-gui/moi`,
  consignment: (id: string) => `${office}/ky-gui/${segment(id)}`,
  consignmentSaved: (id: string) => `${office}/ky-gui/${segment(id)}?da-luu`,
  reviseTerms: (id: string) => `${office}/ky-gui/${segment(id)}/hop-dong`,
  sendGoods: (id: string) => `${office}/ky-gui/${segment(id)}/giao`,
  sendGoodsBack: (id: string) => `${office}/ky-gui/${segment(id)}/tra`,
  consignmentNote: (id: string) => `${office}/ky-gui/phieu/${segment(id)}`,
  consignmentNotePaper: (id: string, file: string) => `${office}/ky-gui/phieu/${segment(id)}/giay/${segment(file)}`,
  settleConsignment: (id: string) => `${office}/ky-gui/${segment(id)}/kiem-ke`,
  consignmentStatement: (id: string) => `${office}/ky-gui/doi-chieu/${segment(id)}`,
  consignmentStatementFile: (id: string, file: string) => `${office}/ky-gui/doi-chieu/${segment(id)}/tep/${segment(file)}`,

  // news
  news: (asked: { q?: string; nam?: string; trang?: number } = {}) => `/tin${queryOf(asked)}`,
  newsFeed: '/tin/rss.xml',
  newsItem: (slug: string, edition?: number) => `/tin/${segment(slug)}${queryOf({ ban: edition })}`,
  newsPhoto: (id: string, hash: string) => `/tin/anh/${segment(id)}/${segment(hash)}`,
  dishes: (asked: { q?: string; nam?: string; trang?: number } = {}) => `/mon-ngon${queryOf(asked)}`,
  dish: (slug: string, edition?: number) => `/mon-ngon/${segment(slug)}${queryOf({ ban: edition })}`,
  askCorrection: (slug: string) => `/tin/${segment(slug)}/dinh-chinh`,
  correctionCase: (code: string) => `/tin/dinh-chinh/${segment(code)}`,
  newsDesk: `${office}/tin-tuc`,
  newNews: `${office}/tin-tuc/moi`,
  newsOffice: (id: string, { saved = false } = {}) => `${office}/tin-tuc/${segment(id)}${saved ? '?da-luu' : ''}`,
  newsEdit: (id: string) => `${office}/tin-tuc/${segment(id)}/sua`,
  newsCorrect: (id: string) => `${office}/tin-tuc/${segment(id)}/dinh-chinh`,
  newsRequests: `${office}/tin-tuc/de-nghi`,
  newsRequest: (id: string, { saved = false } = {}) => `${office}/tin-tuc/de-nghi/${segment(id)}${saved ? '?da-luu' : ''}`,

  // press
  press: (asked: { q?: string } = {}) => `/bao-chi${queryOf(asked)}`,
  pressLogo: (file: string) => `/bao-chi/bieu-trung/${segment(file)}`,
  pressMark: (slug: string) => `/bao-chi/dau-sao/${segment(slug)}`,
  pressDesk: ({ saved = false } = {}) => `${office}/bao-chi${saved ? '?da-luu' : ''}`,

  // marks
  marks: '/nhan-hieu',
  mark: (slug: string) => `/nhan-hieu/${segment(slug)}`,
  markPaper: (slug: string, hash: string) => `/nhan-hieu/${segment(slug)}/giay/${segment(hash)}`,
  /** What a card leads to. */
  markUse: (slug: string, code: string) => `/nhan-hieu/${segment(slug)}/${segment(code)}`,
  reportMisuse: (slug?: string) => `/nhan-hieu/phan-anh${queryOf({ dau: slug })}`,
  misuseCase: (code: string) => `/nhan-hieu/phan-anh/${segment(code)}`,
  markDesk: `${office}/so-nhan-hieu`,
  newMark: `${office}/so-nhan-hieu/moi`,
  markOffice: (id: string, { saved = false } = {}) => `${office}/so-nhan-hieu/${segment(id)}${saved ? '?da-luu' : ''}`,
  markCard: (id: string, useId: string) => `${office}/so-nhan-hieu/${segment(id)}/phieu/${segment(useId)}`,
  misuses: `${office}/so-nhan-hieu/bao-sai`,
  misuse: (id: string, { saved = false } = {}) => `${office}/so-nhan-hieu/bao-sai/${segment(id)}${saved ? '?da-luu' : ''}`,
  misusePhoto: (id: string) => `${office}/so-nhan-hieu/bao-sai/${segment(id)}/anh`,

  // collections
  collections: '/bo-suu-tap',
  collection: (slug: string) => `/bo-suu-tap/${segment(slug)}`,
  gifts: (asked: { cho?: string; gia?: string } = {}) => `/qua-tang${queryOf(asked)}`,
  collectionDesk: `${office}/bo-suu-tap`,
  newCollection: `${office}/bo-suu-tap/moi`,
  collectionOffice: (id: string, { saved = false } = {}) => `${office}/bo-suu-tap/${segment(id)}${saved ? '?da-luu' : ''}`,
  seasons: ({ saved = false } = {}) => `${office}/bo-suu-tap/mua${saved ? '?da-luu' : ''}`,

  // shop
  /** What one reader alone sees on pages that are the same for everybody; `seen`: the product whose page this is. */
  mine: (seen?: string) => `/cua-toi.css${queryOf({ xem: seen })}`,
  saved: '/yeu-thich',
  /** With up to four products as `sp`, as the form of the saved ones writes them. */
  compare: '/so-sanh',
  cart: '/gio-hang',
  checkout: '/dat-hang',
  agreedShelf: '/gia-thoa-thuan',
  bill: (code: string, secret?: string) => withQuery(`/bang-ke-thang/${segment(code)}`, { k: secret }),
  billPicture: (code: string, secret: string) => withQuery(`/bang-ke-thang/${segment(code)}/vietqr.png`, { k: secret }),
  orders: '/don-hang',
  order,
  orderData: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/du-lieu'),
  orderDataAsked: (code: string, secret: string, request: string) =>
    `/don-hang/${segment(code)}/du-lieu?k=${segment(secret)}&da-gui=${segment(request)}`,
  orderDataFile: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/du-lieu/du-lieu.json'),
  orderDataAnswer: (code: string, id: string, secret?: string) =>
    order(code, secret).replace(/(?=\?|$)/u, `/du-lieu/${segment(id)}/phieu-tra-loi.pdf`),
  orderVietqr: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/vietqr.png'),
  orderChange: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/doi'),
  orderChanged: (code: string, secret: string) => `/don-hang/${segment(code)}/doi?k=${segment(secret)}&da-luu`,
  orderReceipt: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/bien-nhan.pdf'),
  orderReturn: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/tra-hang'),
  orderReturnCase: (code: string, id: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, `/tra-hang/${segment(id)}`),
  orderReturnSaved: (code: string, id: string, secret: string, what: 'da-gui' | 'da-luu') =>
    `/don-hang/${segment(code)}/tra-hang/${segment(id)}?k=${segment(secret)}&${what}`,
  orderReturnPhoto: (code: string, id: string, place: string, secret?: string) =>
    order(code, secret).replace(/(?=\?|$)/u, `/tra-hang/${segment(id)}/anh/${segment(place)}`),
  shopDesk: `${office}/ban-hang`,
  shopOrders: (filter: OrderQuery = {}) => `${office}/ban-hang${queryOf(filter)}`,
  /** With a past order as its beginning. */
  takeOrder: (like?: string) => withQuery(`${office}/ban-hang/don-moi`, { nhu: like }),
  packing: `${office}/ban-hang/dong-goi`,
  /** A PDF of the parcels of these orders; a form adds those that are chosen in it. */
  packingPaper: (name: string, ...orderIds: string[]) =>
    `${office}/ban-hang/dong-goi/in/${segment(name)}.pdf${orderIds.length === 0 ? '' : `?${new URLSearchParams(orderIds.map((id) => ['order', id]))}`}`,
  shopOrder: (id: string) => `${office}/ban-hang/don/${id}`,
  shelf: `${office}/ban-hang/ke`,
  /** The usual pack of the product where none is named. */
  shelfOffer: (productId: string, packId?: string) => `${office}/ban-hang/ke/${productId}${packId ? `?quy-cach=${packId}` : ''}`,
  channels: ({ refused, keys }: { refused?: string; keys?: string } = {}) =>
    withQuery(`${office}/ban-hang/san-khac`, { 'tu-choi': refused, cot: keys || undefined }),
  shopeeTemplate: `${office}/ban-hang/san-khac/mau-shopee.xlsx`,
  priceList: `${office}/ban-hang/bang-gia`,
  priceListFile: (file: 'bang-gia.pdf' | 'bang-gia.xlsx' | 'giay-to.zip') => `${office}/ban-hang/bang-gia/${segment(file)}`,
  invoiceExports: ({ made }: { made?: string } = {}) => withQuery(`${office}/ban-hang/hoa-don`, { 'da-lap': made }),
  invoiceExport: (id: string) => `${office}/ban-hang/hoa-don/${segment(id)}/hoa-don.xlsx`,
  bankAccount: `${office}/ban-hang/tai-khoan`,
  delivery: `${office}/ban-hang/giao-hang`,
  deliveryExample: `${office}/ban-hang/giao-hang?vi-du`,
  vouchers: `${office}/ban-hang/ma-giam-gia`,
  ordersAhead: ({ allotted }: { allotted?: string } = {}) => withQuery(`${office}/ban-hang/dat-truoc`, { 'da-chia': allotted }),
  agreedBuyers: `${office}/ban-hang/khach-thoa-thuan`,
  debts: `${office}/ban-hang/cong-no`,
  debtsFile: `${office}/ban-hang/cong-no/tai`,
  buyerBill: (id: string) => `${office}/ban-hang/cong-no/${segment(id)}`,
  agreedBuyer: (id: string) => `${office}/ban-hang/khach-thoa-thuan/${segment(id)}`,
  sellers: `${office}/nguoi-ban`,
  seller: (id: string, { saved = false } = {}) => `${office}/nguoi-ban/${segment(id)}${saved ? '?da-luu' : ''}`,
  /** For the seller and the office alike. */
  sellerPaper: (id: string) => `${office}/nguoi-ban/giay/${segment(id)}`,
  suspensionOrder: (id: string) => `${office}/nguoi-ban/tam-ngung/${segment(id)}`,
  sellerPapers: ({ saved = false } = {}) => `${office}/ban-hang/giay-to${saved ? '?da-luu' : ''}`,
  sellerTerms: ({ saved = false } = {}) => `${office}/ban-hang/dieu-khoan${saved ? '?da-luu' : ''}`,
  ownSuspensions: ({ saved = false } = {}) => `${office}/ban-hang/tam-ngung${saved ? '?da-luu' : ''}`,
  postedListings: `${office}/duyet-hang`,

  // returns
  orderReviews: (code: string, secret?: string) => order(code, secret).replace(/(?=\?|$)/u, '/danh-gia'),
  orderReview: (code: string, line: string, secret?: string, what?: 'da-gui' | 'da-luu') =>
    order(code, secret).replace(/(?=\?|$)/u, `/danh-gia/${segment(line)}`) + (what ? `&${what}` : ''),
  reviewPhoto: (id: string, place: number | string) => `/danh-gia/${segment(id)}/anh/${place}`,
  productPosts: (slug: string, page?: number) => `/san-pham/${slug}/danh-gia${queryOf({ trang: page === 1 ? undefined : page })}`,
  sharePicture: (slug: string, mark?: string) => `/san-pham/${slug}/chia-se.png${queryOf({ v: mark })}`,
  squarePicture: (id: string) => `${office}/san-pham/${segment(id)}/chia-se.png`,
  askSeller: (slug: string, { asked = false } = {}) => `/san-pham/${slug}/hoi${asked ? '?da-gui' : ''}`,
  sellerReviews: `${office}/ban-hang/danh-gia`,
  sellerReview: (id: string, { saved = false } = {}) => `${office}/ban-hang/danh-gia/${segment(id)}${saved ? '?da-luu' : ''}`,
  sellerQuestions: `${office}/ban-hang/hoi-dap`,
  sellerQuestion: (id: string, { saved = false } = {}) => `${office}/ban-hang/hoi-dap/${segment(id)}${saved ? '?da-luu' : ''}`,
  reviews: `${office}/danh-gia`,
  review: (id: string, { saved = false } = {}) => `${office}/danh-gia/${segment(id)}${saved ? '?da-luu' : ''}`,
  questions: `${office}/hoi-dap`,
  question: (id: string, { saved = false } = {}) => `${office}/hoi-dap/${segment(id)}${saved ? '?da-luu' : ''}`,
  sellerReturns: `${office}/ban-hang/tra-hang`,
  sellerReturn: (id: string, { saved = false } = {}) => `${office}/ban-hang/tra-hang/${segment(id)}${saved ? '?da-luu' : ''}`,
  returnOffer: ({ saved = false } = {}) => `${office}/ban-hang/tra-hang/chinh-sach${saved ? '?da-luu' : ''}`,
  sellerData: `${office}/ban-hang/du-lieu`,
  disputes: `${office}/tranh-chap`,
  dispute: (id: string, { saved = false } = {}) => `${office}/tranh-chap/${segment(id)}${saved ? '?da-luu' : ''}`,
  returnPhoto: (id: string, place: string) => `${office}/tranh-chap/${segment(id)}/anh/${segment(place)}`,

  // payments
  moneyDesk: ({ saved = false } = {}) => `${office}/tien-ve${saved ? '?da-ghi' : ''}`,
  bankLine: (id: string, asked: { ma?: string } = {}) => `${office}/tien-ve/khoan/${segment(id)}${queryOf(asked)}`,
  moneyBook: (filter: { tu?: string; den?: string } = {}) => `${office}/tien-ve/so${queryOf(filter)}`,
  moneyStatement: ({ from, to, buyerId }: Partial<DayRange> & { buyerId?: string } = {}) =>
    withQuery(`${office}/tien-ve/bang-ke`, { tu: from, den: to, khach: buyerId }),
  statementFile: ({ from, to, format, buyerId }: Partial<DayRange> & { format?: 'pdf' | 'xlsx'; buyerId?: string }) =>
    withQuery(`${office}/tien-ve/bang-ke/tai`, { tu: from, den: to, dang: format, khach: buyerId }),
  loadStatement: `${office}/tien-ve/sao-ke`,
  bankStatement: (id: string) => `${office}/tien-ve/sao-ke/${segment(id)}`,
  moneyConnections: ({ saved = false } = {}) => `${office}/tien-ve/ket-noi${saved ? '?da-luu' : ''}`,
  refundProof: (orderId: string, refundId: string) => `${office}/ban-hang/don/${segment(orderId)}/hoan/${segment(refundId)}`,

  // carriers
  parcels: (filter: { tu?: string; den?: string } = {}) => `${office}/van-chuyen${queryOf(filter)}`,
  newParcel: (orderId: string) => `${office}/van-chuyen/don/${segment(orderId)}`,
  parcel: (id: string, { said }: { said?: string } = {}) => withQuery(`${office}/van-chuyen/kien/${segment(id)}`, { tin: said }),
  parcelLabel: (id: string) => `${office}/van-chuyen/kien/${segment(id)}/nhan`,
  carrierConnections: ({ saved = false } = {}) => `${office}/van-chuyen/ket-noi${saved ? '?da-luu' : ''}`,
  codPayouts: ({ saved = false } = {}) => `${office}/van-chuyen/doi-soat${saved ? '?da-ghi' : ''}`,
  codPayout: (id: string) => `${office}/van-chuyen/doi-soat/${segment(id)}`,

  // channels
  channelOrders: (filter: { hang?: string } = {}) => `${office}/kenh-ban${queryOf(filter)}`,
  channelOrder: (id: string) => `${office}/kenh-ban/don/${segment(id)}`,
  channelQueue: ({ saved = false } = {}) => `${office}/kenh-ban/cho${saved ? '?da-ghi' : ''}`,
  channelFiles: `${office}/kenh-ban/tep`,
  channelFile: (id: string) => `${office}/kenh-ban/tep/${segment(id)}`,
  channelShops: ({ saved = false } = {}) => `${office}/kenh-ban/gian-hang${saved ? '?da-luu' : ''}`,

  // programme
  yearCalendar: (year: number, month?: number | 'ca-nam') =>
    withQuery(`${office}/lich`, { nam: year.toString(), thang: month?.toString() }),
  yearCalendarFile: (year: number) => withQuery(`${office}/lich/tai`, { nam: year.toString() }),
  yearPlans: `${office}/ke-hoach`,
  yearPlan: (year: number) => `${office}/ke-hoach/${year}`,
  yearPlanSaved: (year: number) => `${office}/ke-hoach/${year}?da-luu`,
  /** With the form for the share of a commune. */
  yearPlanShare: (year: number, communeCode: string) => `${office}/ke-hoach/${year}?xa=${segment(communeCode)}#giao`,
  yearCall: (year: number, round?: number) => withQuery(`${office}/ke-hoach/${year}/keu-goi`, { dot: round?.toString() }),
  yearCallSent: (year: number, round: number) => `${office}/ke-hoach/${year}/keu-goi?dot=${round}&da-gui`,
  yearPlanPaper: (year: number, file: string) => `${office}/ke-hoach/${year}/${file}`,
  leaderDesk: `${office}/lanh-dao`,
  reports: (period?: DayRange) => withQuery(`${office}/bao-cao`, daysOf(period)),
  /** The page again, once its report is kept. */
  reportKept: ({ from, to }: Required<DayRange>) => `${office}/bao-cao?tu=${from}&den=${to}&da-luu`,
  reportFile: (period: DayRange, format: 'docx' | 'xlsx') => withQuery(`${office}/bao-cao/tai`, { ...daysOf(period), dang: format }),
  /** The rows behind a figure, or behind one slice of it. */
  indicator: (id: string, rows: RowsAsked = {}) => withQuery(`${office}/so-lieu/${id}`, rowsOf(rows)),
  indicatorTable: (id: string, rows: RowsAsked = {}, view: Record<string, string> = {}) =>
    withQuery(`${office}/so-lieu/${id}/bang`, { ...view, ...rowsOf(rows) }),
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
} as const

/** The routes that take files: a page with such a form is named here, or what it sends is refused as too large. */
const filePages: ReadonlySet<string> = new Set(
  [
    '/ho-so/[id]/minh-chung',
    '/ho-so/[id]/khieu-nai',
    '/ho-so/[id]/kiem-nghiem',
    '/tham-dinh/[dossier]/chuan-bi',
    '/minh-chung',
    '/nhan-hieu/moi',
    '/nhan-hieu/[id]',
    '/minh-chung/[id]',
    '/san-pham/[id]/anh',
    '/lo/[id]',
    '/nguyen-lieu/nhap',
    '/so-dang-ky',
    '/quan-tri/tai-khoan/nhap',
    '/quan-tri/to-chuc/nhap',
    '/chu-the-xin-vao/nop-ho',
    '/lam-ho/[id]',
    '/san-pham/chuyen/moi',
    '/san-pham/chuyen/[id]',
    '/ho-so/co-so/doi',
    '/hau-kiem/[id]',
    '/thu-hoi/[id]',
    '/diem-ban/[id]',
    '/tuyen/[id]',
    '/tien-ve/sao-ke',
    '/van-chuyen/doi-soat',
    '/kenh-ban/tep',
    '/ban-hang/san-khac',
    // Where the form of that page is sent, for it is answered with a file.
    '/ban-hang/san-khac/mau-shopee.xlsx',
    '/ban-hang/don/[id]',
    '/ban-hang/giay-to',
    '/nguoi-ban/[id]',
    '/ban-hang/tra-hang/[id]',
    '/tin-tuc/[id]',
    '/ket-noi/[id]',
    '/so-nhan-hieu/[id]',
    '/tap-huan/lop/[id]/buoi/[number]',
  ].map((route) => office + route),
)
/** Those of them where a stranger shows a paper. */
const strangersFilePages: ReadonlySet<string> = new Set([
  '/(public)/dang-ky/khai',
  '/(public)/dang-ky/[code]',
  '/(check)/giay-chung-nhan/kiem-tra',
  '/(public)/don-hang/[code]/tra-hang',
  '/(public)/nhan-hieu/phan-anh',
  '/(public)/don-hang/[code]/danh-gia/[line]',
  '/(public)/cuoc-thi/[slug]/du-thi',
  '/(public)/cuoc-thi/[slug]/bai/[number]',
])
export const takesFilesOfStrangers = (route: string | null): boolean => route !== null && strangersFilePages.has(route)
export const takesFiles = (route: string | null): boolean => route !== null && (filePages.has(route) || strangersFilePages.has(route))

/** The same, by the address of the page. */
export const takesFilesAt = (path: string): boolean =>
  [...filePages].some((route) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path.split(/[?#]/)[0]!))

export function formSectionNamed(name: string): FormSection | undefined {
  return (Object.keys(partNames) as FormSection[]).find((section) => partNames[section] === name)
}

/** Where a part of the task list is worked on; a scored part goes on at its first section with something open. */
export function taskPath(id: string, section: DossierSection, firstOpen: Partial<Record<DossierSection, string>>): string {
  if (section in partNames) return paths.dossierSection(id, section as FormSection)
  return section === 'evidence' ? paths.dossierEvidence(id) : paths.dossierScoring(id, firstOpen[section] ?? '')
}

const incompleteParameter = 'anh-thieu'
/** The page after an upload; the frame of the office says there that the photo came in part. */
export function afterUpload(path: string, { incomplete }: { incomplete: boolean }): string {
  if (!incomplete) return path
  const [page = '', place] = path.split('#')
  return `${page}${page.includes('?') ? '&' : '?'}${incompleteParameter}${place === undefined ? '' : `#${place}`}`
}
export const tellsIncomplete = ({ searchParams }: { searchParams: Pick<URLSearchParams, 'has'> }): boolean =>
  searchParams.has(incompleteParameter)

/** Where the producer closes a gap. */
export function gapPath(id: string, place: GapPlace, firstOpen: Partial<Record<DossierSection, string>>): string {
  switch (place.at) {
    case 'section':
      return paths.dossierSection(id, place.section, place.field)
    case 'criterion':
      return paths.dossierCriterion(id, place.criterion)
    case 'evidence':
      return paths.dossierEvidence(id, { add: place.kind })
    case 'papers':
      return paths.dossierEvidence(id)
    case 'paper':
      return paths.evidence(place.evidenceId)
    case 'request':
      return (
        criterionOf(place.about, (code) => paths.dossierCriterion(id, code)) ??
        (place.section ? taskPath(id, place.section, firstOpen) : dossier(id))
      )
  }
}

const criterionOf = (about: RequestTarget, path: (code: string) => string): string | undefined =>
  about.startsWith('criterion:') ? path(about.slice('criterion:'.length)) : undefined

/** Where the producer gives what a warning misses. */
export function warningPath(id: string, warning: DossierWarning): string {
  switch (warning.code) {
    case 'criterion-without-paper':
      return paths.dossierEvidence(id, { criterion: warning.criterion })
    case 'declared-without-paper':
      return paths.dossierEvidence(id, { add: warning.kind })
    case 'paper-without-file':
    case 'paper-expired':
      return paths.evidence(warning.id)
  }
}

/** Whether an answer leads to who somebody is instead of to what was sent: the form waits meanwhile. */
export const leadsBack = (location: string): boolean => location.startsWith(paths.signIn()) || location.startsWith(paths.confirmAgain(''))
