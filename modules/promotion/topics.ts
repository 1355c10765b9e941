import './brand/topics.ts'
import './fairs/topics.ts'
import './points-of-sale/topics.ts'
import './news/topics.ts'
