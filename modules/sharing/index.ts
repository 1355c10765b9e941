export { sharePictureMark, squarePicture, widePicture } from './share-picture.ts'
