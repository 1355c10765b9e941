import './fairs/topics.ts'
