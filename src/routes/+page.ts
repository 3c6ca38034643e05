/** A plain form and nothing else: no script, so that nothing typed early is lost while one arrives (X3). */
export const csr = false;
