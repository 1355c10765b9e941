export * from './fairs/words.ts'
