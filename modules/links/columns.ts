import type { ProductId } from '../catalogue/rules.ts'
import type { ProductLinkId } from './rules/ids.ts'
import type { Link } from './rules/link.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'link_anchor.links': readonly Link[]
  'product_link.id': ProductLinkId
  'product_link.product_id': ProductId
}
