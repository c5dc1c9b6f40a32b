/** The store in memory keeps the contract. */
import { createMemoryStore } from './memory.ts'
import { storeSuite } from './suite.ts'

storeSuite('memory', async (options) => createMemoryStore(options))
