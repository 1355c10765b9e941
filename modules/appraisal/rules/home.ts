/** An address without its commune is compared with nothing, and a commune alone says too little. */
export type HomeRefusal = { code: 'home-incomplete'; field: 'address' | 'communeCode' }
