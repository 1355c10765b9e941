import type { DemoStage, DemoStep } from '../demo.ts'
import { fairsDemo } from './demo/fairs.ts'
import { newsDemo } from './demo/news.ts'
import { pointsDemo } from './demo/points.ts'

/** What the room shows of itself. */
export function promotionDemo(stage: DemoStage): { steps: DemoStep[] } {
  return { steps: [...fairsDemo(stage).steps, ...pointsDemo(stage).steps, ...newsDemo(stage).steps] }
}
