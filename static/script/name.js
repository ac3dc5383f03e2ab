/** The name of the element. */

export const NAME = "lupus-car-t";

/**
 * Under what embed.js hands on its functions: no name, since the public side of the element has none but those of the
 * README.
 *
 * @type {unique symbol}
 */
export const KIT = Symbol.for(NAME);
