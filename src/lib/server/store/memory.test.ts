import { storeContract } from './contract.ts';
import { memoryStore } from './memory.ts';

storeContract('the store in memory', async () => memoryStore());
