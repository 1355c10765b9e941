export { newestCheckpoint, publicLogFile, takeCosigned } from './publish-log.ts'
export { sealFacts } from './seal-facts.ts'
