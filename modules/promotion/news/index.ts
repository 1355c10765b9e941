export { dropCorrection, releaseCorrection, writeCorrection } from './correct-news.ts'
export { newsFeed } from './feed.ts'
export {
  addPhotoInput,
  answerRequestInput,
  askCorrectionInput,
  correctNewsInput,
  createNewsInput,
  newsInput,
  releaseNewsInput,
  removePhotoInput,
  returnNewsInput,
  withdrawNewsInput,
  writeNewsInput,
} from './inputs.ts'
export { newsList, newsRequestList } from './lists.ts'
export { mayWriteNews } from './policy.ts'
export { addNewsPhoto, openNewsPhoto, removeNewsPhoto } from './photos.ts'
export { findNews, newsFormChoices } from './read-news.ts'
export {
  countNewsView,
  findPublicNews,
  latestNews,
  listPublicNews,
  newsAbout,
  newsAddresses,
  toldAbout,
  toldOfProduct,
} from './read-public.ts'
export type { NewsCard } from './public.store.ts'
export type { PublicArticle } from './read-public.ts'
export { approveNews, publishNews, releaseNews, returnNews, withdrawNews } from './release-news.ts'
export { answerRequest, askCorrection, findRequest, followRequest } from './requests.ts'
export { createNews, submitNews, writeNews } from './write-news.ts'
