import type { ProductLinkRefusal } from '../rules/product-link.ts'
import type { LinksetProblem } from '../rules/read-linkset.ts'

type Sentences<R extends { code: string }> = { [Code in R['code']]: (refusal: Extract<R, { code: Code }>) => string }

export const productLinkRefusalWords = {
  'link-type-not-offered': () => 'Hãy chọn liên kết này dùng để làm gì.',
  'link-not-https': () => 'Địa chỉ phải bắt đầu bằng https:// và dẫn tới một trang. Hãy chép lại từ thanh địa chỉ của trình duyệt.',
  'link-host-not-allowed': ({ host }) =>
    `Tem của tỉnh chưa dẫn tới ${host}. Hãy chọn một trang trong danh sách ở trên; nếu đây là trang của bạn, hãy gọi cơ quan OCOP của tỉnh để thêm vào.`,
  'link-repeated': ({ title }) => `Địa chỉ này đã có rồi, với tên “${title}”.`,
  'links-full': ({ most }) => `Sản phẩm đã đủ ${most} liên kết. Hãy bỏ bớt một liên kết rồi thêm.`,
} satisfies Sentences<ProductLinkRefusal>

/** The field of the form that a refusal is about. */
export const productLinkRefusalFields = {
  'link-type-not-offered': 'type',
  'link-not-https': 'href',
  'link-host-not-allowed': 'href',
  'link-repeated': 'href',
  'links-full': 'form',
} as const satisfies Record<ProductLinkRefusal['code'], string>

export const sayProductLinkRefusal = (refusal: ProductLinkRefusal): string =>
  (productLinkRefusalWords[refusal.code] as (refusal: ProductLinkRefusal) => string)(refusal)

const problemWords = {
  'not-json': () => 'tệp không phải là JSON.',
  'member-missing': () => 'thiếu mục này.',
  'member-wrong': () => 'mục này sai kiểu hoặc sai cách viết.',
  'member-unknown': ({ names }) => `bộ liên kết của GS1 không có mục ${names.map((name) => `“${name}”`).join(', ')}.`,
  'anchor-not-a-link': ({ why }) => `không phải là GS1 Digital Link đúng (${why}).`,
  'two-default-links': () => 'mỗi mã chỉ có một liên kết mặc định (defaultLink); nhiều hơn thì dùng defaultLinkMulti.',
} satisfies Sentences<LinksetProblem>

/** One line for each thing that is wrong in a file: where, and what. */
export const sayLinksetProblem = (problem: LinksetProblem): string =>
  `${problem.where === '' ? 'Cả tệp' : problem.where}: ${(problemWords[problem.code] as (problem: LinksetProblem) => string)(problem)}`

export const importResult = ({ anchors, links }: { anchors: number; links: number }): string =>
  `Đã nạp ${links} liên kết của ${anchors} mã.`
