/** A larger mail waits for a person. Gmail and Exchange take none above 25 MB. */
export const MOST_MAIL_BYTES = 25 * 1024 * 1024
/** What is fetched and kept of one that is too large: its headers, its text, and the beginning of what is attached. */
export const CUT_BYTES = 1024 * 1024
