/** SvelteKit renders this page and answers its forms; in the browser it is `src/phone.ts` alone, a third of the bytes (X3). */
export const csr = false;
