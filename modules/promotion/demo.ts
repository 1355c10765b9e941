import type { DemoStage, DemoStep } from '../demo.ts'
import { buyersDemo } from './demo/buyers.ts'
import { contestsDemo } from './demo/contests.ts'
import { fairsDemo } from './demo/fairs.ts'
import { marksDemo } from './demo/marks.ts'
import { newsDemo } from './demo/news.ts'
import { pointsDemo } from './demo/points.ts'
import { routesDemo } from './demo/routes.ts'

const parts = [fairsDemo, pointsDemo, routesDemo, contestsDemo, newsDemo, buyersDemo, marksDemo]

/** What the room shows of itself. */
export function promotionDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: parts.flatMap((part) => part(stage).steps) }
}
