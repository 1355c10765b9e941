import type { DemoStage, DemoStep } from '../demo.ts'
import { buyersDemo } from './demo/buyers.ts'
import { collectionsDemo } from './demo/collections.ts'
import { contestsDemo } from './demo/contests.ts'
import { fairsDemo } from './demo/fairs.ts'
import { marksDemo } from './demo/marks.ts'
import { newsDemo } from './demo/news.ts'
import { pointsDemo } from './demo/points.ts'
import { routesDemo } from './demo/routes.ts'
import { storiesDemo } from './demo/stories.ts'

const parts = [fairsDemo, pointsDemo, routesDemo, contestsDemo, newsDemo, storiesDemo, buyersDemo, marksDemo, collectionsDemo]

/** What the room shows of itself. */
export function promotionDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: parts.flatMap((part) => part(stage).steps) }
}
