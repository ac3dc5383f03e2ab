/**
 * What went wrong, in words: what is thrown need not be an error.
 *
 * @param {unknown} error
 * @returns {string}
 */
export const reasonOf = (error) => String(Object(error).message ?? error);
