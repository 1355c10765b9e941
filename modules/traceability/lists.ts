import type { List } from '../list.ts'
import { doubtsListed } from './doubt.store.ts'
import type { ListedDoubt } from './doubt.store.ts'
import { lotsListed } from './lot.store.ts'
import type { ListedLot } from './lot.store.ts'
import { materialLotsListed } from './materials/material.store.ts'
import type { ListedMaterialLot } from './materials/material.store.ts'
import { yieldsListed } from './materials/recipe.store.ts'
import type { ListedYield } from './materials/recipe.store.ts'
import { ownProducer, requireDoubtReader, requireYieldReader } from './policy.ts'
import {
  doubtListWords,
  doubtStatusWords,
  doubtsPage,
  lotListWords,
  lotStatusWords,
  lotsPage,
  materialListWords,
  materialsPage,
  yieldListWords,
  yieldsPage,
} from './words.ts'

export const lotList: List<ListedLot> = {
  name: 'lo-hang',
  path: '/van-phong/lo',
  title: lotsPage.title,
  columns: [
    { key: 'number', label: lotListWords.number, kind: 'text' },
    { key: 'productName', label: lotListWords.product, kind: 'text' },
    { key: 'status', label: lotListWords.status, kind: 'choice', choices: lotStatusWords },
    { key: 'madeOn', label: lotListWords.madeOn, kind: 'day' },
    { key: 'expiresOn', label: lotListWords.expiresOn, kind: 'day' },
    { key: 'quantity', label: lotListWords.quantity, kind: 'number' },
    { key: 'unit', label: lotListWords.unit, kind: 'text', onlyInFile: true },
    { key: 'labelsPrinted', label: lotListWords.labels, kind: 'number' },
    { key: 'entries', label: lotListWords.entries, kind: 'number' },
    { key: 'traceCode', label: lotListWords.traceCode, kind: 'text', onlyInFile: true },
  ],
  searched: ['number', 'productName'],
  codes: ['number', 'traceCode'],
  filters: [
    { name: 'status', label: lotListWords.status, column: 'status', kind: 'choice', choices: lotStatusWords, any: lotListWords.any },
    { name: 'from', label: lotListWords.madeFrom, column: 'madeOn', kind: 'from' },
    { name: 'to', label: lotListWords.madeTo, column: 'madeOn', kind: 'to' },
  ],
  first: ['-madeOn', '-id'],
  source: async (ctx) => ({ statement: lotsListed(ctx.db, (await ownProducer(ctx)).id) }),
}

export const doubtList: List<ListedDoubt> = {
  name: 'phan-anh',
  path: '/van-phong/phan-anh',
  title: doubtsPage.title,
  columns: [
    { key: 'caseCode', label: doubtListWords.code, kind: 'text' },
    { key: 'text', label: doubtListWords.text, kind: 'text' },
    { key: 'productName', label: doubtListWords.product, kind: 'text' },
    { key: 'lotNumber', label: doubtListWords.lot, kind: 'text' },
    { key: 'place', label: doubtListWords.place, kind: 'text' },
    { key: 'at', label: doubtListWords.at, kind: 'moment' },
    { key: 'status', label: doubtListWords.status, kind: 'choice', choices: doubtStatusWords },
  ],
  searched: ['text', 'productName', 'place'],
  codes: ['caseCode', 'lotNumber', 'code'],
  filters: [
    {
      name: 'xem',
      label: doubtsPage.trays,
      column: 'tray',
      kind: 'choice',
      choices: doubtListWords.trays,
      any: doubtListWords.both,
      initial: 'dang-cho',
    },
  ],
  first: ['waitsSince', '-at'],
  source: async (ctx) => {
    requireDoubtReader(ctx.actor)
    return { statement: doubtsListed(ctx.db) }
  },
}

export const materialLotList: List<ListedMaterialLot> = {
  name: 'nguyen-lieu',
  path: '/van-phong/nguyen-lieu',
  title: materialsPage.title,
  columns: [
    { key: 'code', label: materialListWords.code, kind: 'text' },
    { key: 'material', label: materialListWords.material, kind: 'text' },
    { key: 'supplier', label: materialListWords.supplier, kind: 'text' },
    { key: 'boughtOn', label: materialListWords.boughtOn, kind: 'day' },
    { key: 'quantity', label: materialListWords.quantity, kind: 'number' },
    { key: 'balance', label: materialListWords.balance, kind: 'number' },
    { key: 'unit', label: materialListWords.unit, kind: 'text', onlyInFile: true },
    { key: 'commune', label: materialListWords.commune, kind: 'text', onlyInFile: true },
    { key: 'growingAreaCode', label: materialListWords.growingArea, kind: 'text', onlyInFile: true },
    { key: 'priceVnd', label: materialListWords.price, kind: 'money', onlyInFile: true },
  ],
  searched: ['material', 'supplier', 'commune'],
  codes: ['code', 'growingAreaCode'],
  filters: [
    {
      name: 'state',
      label: materialListWords.state,
      column: 'state',
      kind: 'choice',
      choices: materialListWords.states,
      any: materialListWords.any,
    },
  ],
  first: ['-boughtOn', '-id'],
  source: async (ctx) => ({ statement: materialLotsListed(ctx.db, (await ownProducer(ctx)).id) }),
}

/** Lots whose raw material does not fit their recipe, for the office. */
export const yieldList: List<ListedYield> = {
  name: 'lech-dinh-muc',
  path: '/van-phong/lech-dinh-muc',
  title: yieldsPage.title,
  columns: [
    { key: 'number', label: yieldListWords.lot, kind: 'text' },
    { key: 'productName', label: yieldListWords.product, kind: 'text' },
    { key: 'producerName', label: yieldListWords.producer, kind: 'text' },
    { key: 'madeOn', label: yieldListWords.madeOn, kind: 'day' },
    { key: 'material', label: yieldListWords.material, kind: 'text' },
    { key: 'unit', label: yieldListWords.unit, kind: 'text', onlyInFile: true },
    { key: 'expected', label: yieldListWords.expected, kind: 'number' },
    { key: 'used', label: yieldListWords.used, kind: 'number' },
    { key: 'differsPercent', label: yieldListWords.differs, kind: 'number' },
    { key: 'state', label: yieldListWords.state, kind: 'choice', choices: yieldListWords.states },
    { key: 'reason', label: yieldListWords.reason, kind: 'text' },
  ],
  searched: ['productName', 'producerName', 'material', 'reason'],
  codes: ['number'],
  filters: [
    {
      name: 'state',
      label: yieldListWords.state,
      column: 'state',
      kind: 'choice',
      choices: yieldListWords.states,
      any: yieldListWords.any,
    },
    { name: 'from', label: yieldListWords.madeFrom, column: 'madeOn', kind: 'from' },
    { name: 'to', label: yieldListWords.madeTo, column: 'madeOn', kind: 'to' },
  ],
  first: ['-madeOn', 'id'],
  source: async (ctx) => {
    requireYieldReader(ctx.actor)
    return { statement: yieldsListed() }
  },
}
