export * from './training/words.ts'
