/** A larger mail is not fetched whole (Gmail itself takes none above 25 MB, and bodies of leads are small). */
export const MOST_BYTES = 20 * 1024 * 1024
/** What is fetched of one that is too large: its headers, its text, and the beginning of what is attached. */
export const CUT_BYTES = 1024 * 1024
