import type { ReadDb } from '../context.ts'

/** The addresses of what everybody may read of this room, but for what was made for trying out. By the tables alone: each of them tells when it changes. */
export async function promotionAddresses({ db }: { db: ReadDb }) {
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug)
  const [routes, marks, contests, fairs, points] = await Promise.all([
    db
      .selectFrom('route')
      .where('status', 'in', ['published', 'recognised'])
      .where('is_sample', '=', false)
      .select('slug')
      .orderBy('slug')
      .execute(),
    db.selectFrom('mark').where('is_sample', '=', false).select('slug').orderBy('slug').execute(),
    db.selectFrom('contest').where('status', '<>', 'draft').where('is_sample', '=', false).select('slug').orderBy('slug').execute(),
    db.selectFrom('fair').where('status', '<>', 'draft').where('is_sample', '=', false).select('slug').orderBy('slug').execute(),
    db
      .selectFrom('point_of_sale')
      .where('status', '=', 'recognised')
      .where('is_sample', '=', false)
      .select('slug')
      .orderBy('slug')
      .execute(),
  ])
  return { routes: slugs(routes), marks: slugs(marks), contests: slugs(contests), fairs: slugs(fairs), points: slugs(points) }
}
