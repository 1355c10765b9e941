import './training/topics.ts'
