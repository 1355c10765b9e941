import type { NewsKind } from '@dacsan/modules/promotion/rules'
import { paths } from '#lib/paths.ts'

/** Where an item of each kind is read. */
const pathsOfKinds: Record<NewsKind, (slug: string) => string> = { news: paths.newsItem, story: paths.newsItem, recipe: paths.dish }
export const itemPath = ({ kind, slug }: { kind: NewsKind; slug: string }): string => pathsOfKinds[kind](slug)
