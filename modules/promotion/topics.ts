import './fairs/topics.ts'
import './points-of-sale/topics.ts'
