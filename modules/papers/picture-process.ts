import { pictureOfPage } from '@dacsan/platform/picture-of-page'
import { answerTasks } from '@dacsan/platform/pool-worker'

// What page-picture.ts starts beside the server: it reads papers of strangers, and nothing else.
answerTasks(({ bytes, page }: { bytes: Uint8Array; page: number }) => pictureOfPage(bytes, page))
