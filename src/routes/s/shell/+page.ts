// Brought to life by the phone's own script, as the page of a summit is.
export const csr = false;
