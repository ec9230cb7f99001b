/** The version of the product, that of package.json. */
export const PRODUCT_VERSION = '0.1.0';

/** Raised with every change that makes the model give another number for the same design; CHANGELOG.md says which. */
export const MODEL_REVISION = 1;
