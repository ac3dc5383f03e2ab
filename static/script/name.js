/** The name of the element. */

export const NAME = "lupus-car-t";
