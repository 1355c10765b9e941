import type { Ctx } from '../../modules/context.ts'
import { seedDossiers } from './demo-dossiers.ts'
import { seedPeople } from './demo-people.ts'

/** Everything here says "dữ liệu mẫu": invented people, invented producers, real commands. */
export async function seedDemo(ctx: Ctx): Promise<void> {
  const cast = await seedPeople(ctx)
  await seedDossiers(cast)
}
