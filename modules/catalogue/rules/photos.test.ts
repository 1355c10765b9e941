import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangePhotos, decideAddPhoto, mostPhotos, photoMoves } from './photos.ts'

const hashes = (count: number) => Array.from({ length: count }, (_, index) => `hash-${index}`)

describe('the photos of a product', () => {
  test('the photos of a product are six at most, each once', () => {
    expect(decideAddPhoto(hashes(5), 'new')).toEqual({ ok: true, event: 'new' })
    expect(decideAddPhoto(hashes(6), 'new')).toEqual({ ok: false, refusal: { code: 'photos-full', most: 6 } })
    expect(decideAddPhoto(hashes(6), 'hash-2')).toEqual({ ok: false, refusal: { code: 'photo-repeated' } })
  })

  test('a photo of a product changes places with its neighbour, or comes to the front', () => {
    expect(arrangePhotos(['a', 'b', 'c'], 'b', 'earlier')).toEqual(['b', 'a', 'c'])
    expect(arrangePhotos(['a', 'b', 'c'], 'b', 'later')).toEqual(['a', 'c', 'b'])
    expect(arrangePhotos(['a', 'b', 'c'], 'c', 'first')).toEqual(['c', 'a', 'b'])
    expect(arrangePhotos(['a', 'b', 'c'], 'c', 'later')).toEqual(['a', 'b', 'c'])
    expect(arrangePhotos(['a', 'b', 'c'], 'a', 'earlier')).toEqual(['a', 'b', 'c'])
  })

  test('the photos of a product are never lost nor doubled by moving one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: mostPhotos }),
        fc.integer({ min: 0, max: mostPhotos }),
        fc.constantFrom(...photoMoves),
        (n, at, move) => {
          expect(arrangePhotos(hashes(n), `hash-${at}`, move).toSorted()).toEqual(hashes(n))
        },
      ),
    )
  })
})
